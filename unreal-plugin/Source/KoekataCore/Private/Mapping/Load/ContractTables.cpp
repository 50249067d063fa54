// Written by tests/cpp/make_contract.py from mappings/channels.json and mappings/schema/table.json.
// Change those, and run it again.

#include "Contract.h"

#include <limits>

namespace Koekata
{
namespace
{
constexpr double Unbounded = std::numeric_limits<double>::infinity();

constexpr FChannel AllChannels[] = {
	{"eyeBlinkLeft", 0.0, 1.0, true},
	{"eyeLookDownLeft", 0.0, 1.0, true},
	{"eyeLookInLeft", 0.0, 1.0, true},
	{"eyeLookOutLeft", 0.0, 1.0, true},
	{"eyeLookUpLeft", 0.0, 1.0, true},
	{"eyeSquintLeft", 0.0, 1.0, true},
	{"eyeWideLeft", 0.0, 1.0, true},
	{"eyeBlinkRight", 0.0, 1.0, true},
	{"eyeLookDownRight", 0.0, 1.0, true},
	{"eyeLookInRight", 0.0, 1.0, true},
	{"eyeLookOutRight", 0.0, 1.0, true},
	{"eyeLookUpRight", 0.0, 1.0, true},
	{"eyeSquintRight", 0.0, 1.0, true},
	{"eyeWideRight", 0.0, 1.0, true},
	{"jawForward", 0.0, 1.0, true},
	{"jawLeft", 0.0, 1.0, true},
	{"jawRight", 0.0, 1.0, true},
	{"jawOpen", 0.0, 1.0, true},
	{"mouthClose", 0.0, 1.0, true},
	{"mouthFunnel", 0.0, 1.0, true},
	{"mouthPucker", 0.0, 1.0, true},
	{"mouthLeft", 0.0, 1.0, true},
	{"mouthRight", 0.0, 1.0, true},
	{"mouthSmileLeft", 0.0, 1.0, true},
	{"mouthSmileRight", 0.0, 1.0, true},
	{"mouthFrownLeft", 0.0, 1.0, true},
	{"mouthFrownRight", 0.0, 1.0, true},
	{"mouthDimpleLeft", 0.0, 1.0, true},
	{"mouthDimpleRight", 0.0, 1.0, true},
	{"mouthStretchLeft", 0.0, 1.0, true},
	{"mouthStretchRight", 0.0, 1.0, true},
	{"mouthRollLower", 0.0, 1.0, true},
	{"mouthRollUpper", 0.0, 1.0, true},
	{"mouthShrugLower", 0.0, 1.0, true},
	{"mouthShrugUpper", 0.0, 1.0, true},
	{"mouthPressLeft", 0.0, 1.0, true},
	{"mouthPressRight", 0.0, 1.0, true},
	{"mouthLowerDownLeft", 0.0, 1.0, true},
	{"mouthLowerDownRight", 0.0, 1.0, true},
	{"mouthUpperUpLeft", 0.0, 1.0, true},
	{"mouthUpperUpRight", 0.0, 1.0, true},
	{"browDownLeft", 0.0, 1.0, true},
	{"browDownRight", 0.0, 1.0, true},
	{"browInnerUp", 0.0, 1.0, true},
	{"browOuterUpLeft", 0.0, 1.0, true},
	{"browOuterUpRight", 0.0, 1.0, true},
	{"cheekPuff", 0.0, 1.0, true},
	{"cheekSquintLeft", 0.0, 1.0, true},
	{"cheekSquintRight", 0.0, 1.0, true},
	{"noseSneerLeft", 0.0, 1.0, true},
	{"noseSneerRight", 0.0, 1.0, true},
	{"tongueOut", 0.0, 1.0, true},
	{"headYaw", -180.0, 180.0, true},
	{"headPitch", -90.0, 90.0, true},
	{"headRoll", -180.0, 180.0, true},
	{"headX", -Unbounded, Unbounded, true},
	{"headY", -Unbounded, Unbounded, true},
	{"headZ", -Unbounded, Unbounded, true},
	{"gazeYawLeft", -90.0, 90.0, true},
	{"gazePitchLeft", -90.0, 90.0, true},
	{"gazeYawRight", -90.0, 90.0, true},
	{"gazePitchRight", -90.0, 90.0, true},
	{"visemeA", 0.0, 1.0, false},
	{"visemeI", 0.0, 1.0, false},
	{"visemeU", 0.0, 1.0, false},
	{"visemeE", 0.0, 1.0, false},
	{"visemeO", 0.0, 1.0, false},
	{"visemeN", 0.0, 1.0, false},
	{"lipsClosed", 0.0, 1.0, false},
	{"voiceActivity", 0.0, 1.0, false},
	{"loudness", 0.0, 1.0, false},
	{"emotionJoy", 0.0, 1.0, false},
	{"emotionAnger", 0.0, 1.0, false},
	{"emotionSorrow", 0.0, 1.0, false},
	{"emotionFun", 0.0, 1.0, false},
	{"emotionSurprise", 0.0, 1.0, false},
};

constexpr FSchema Schema0 = {EType::Text, EOnly::Any, false, false, false, true, 0, 1024, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema1 = {EType::Integer, EOnly::One, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema2 = {EType::Text, EOnly::Any, false, false, false, true, 0, 256, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema3 = {EType::Object, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema4 = {EType::Text, EOnly::Any, false, false, false, true, 1, 1024, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr std::string_view List5[] = {
	"morph",
	"expression",
	"none"};
constexpr FSchema Schema5 = {EType::Text, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, List5, 3, nullptr, 0};
constexpr FSchema Schema6 = {EType::Text, EOnly::Any, true, false, false, true, 1, 64, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema7 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, -1000000.0, 1000000.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema8 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, -1000000.0, 1000000.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema9 = {EType::Array, EOnly::Any, false, false, true, true, 2, 2, false, 0.0, 0.0, nullptr, 0, nullptr, &Schema8, nullptr, 0, nullptr, 0};
constexpr double List11[] = {
	0.0,
	1.0};
constexpr FSchema Schema10 = {EType::Boolean, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema11 = {EType::Text, EOnly::Any, false, false, false, true, 0, 4096, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema12 = {EType::Any, EOnly::True, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FProperty List15[] = {
	{"id", &Schema6, {false, 0.0, false, "", nullptr, 0}, true},
	{"rest", &Schema7, {true, 0.0, false, "", nullptr, 0}, false},
	{"range", &Schema9, {true, 0.0, false, "", List11, 2}, false},
	{"face", &Schema10, {true, 0.0, false, "", nullptr, 0}, false},
	{"note", &Schema11, {false, 0.0, false, "", nullptr, 0}, false},
	{"remove", &Schema12, {false, 0.0, false, "", nullptr, 0}, false}};
constexpr FSchema Schema13 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List15, 6, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema14 = {EType::Array, EOnly::Any, false, false, false, true, 0, 256, false, 0.0, 0.0, nullptr, 0, nullptr, &Schema13, nullptr, 0, nullptr, 0};
constexpr FSchema Schema15 = {EType::Boolean, EOnly::False, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema16 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 1.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema17 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 1.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema18 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 1.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FProperty List22[] = {
	{"open", &Schema16, {true, 0.2, false, "", nullptr, 0}, false},
	{"closed", &Schema17, {true, 0.7, false, "", nullptr, 0}, false},
	{"trust", &Schema18, {true, 0.3, false, "", nullptr, 0}, false}};
constexpr FSchema Schema19 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List22, 3, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr const FSchema* List24[] = {
	&Schema15,
	&Schema19};
constexpr FSchema Schema20 = {EType::Any, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, List24, 2};
constexpr FSchema Schema21 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 180.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema22 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 180.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FProperty List28[] = {
	{"from", &Schema21, {true, 25.0, false, "", nullptr, 0}, false},
	{"to", &Schema22, {true, 40.0, false, "", nullptr, 0}, false}};
constexpr FSchema Schema23 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List28, 2, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr const FSchema* List30[] = {
	&Schema15,
	&Schema23};
constexpr FSchema Schema24 = {EType::Any, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, List30, 2};
constexpr FSchema Schema25 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 1.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema26 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 60.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema27 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 1.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FProperty List35[] = {
	{"on", &Schema25, {true, 0.35, false, "", nullptr, 0}, false},
	{"off", &Schema16, {true, 0.2, false, "", nullptr, 0}, false},
	{"fade", &Schema26, {true, 0.08, false, "", nullptr, 0}, false},
	{"open", &Schema27, {true, 1.0, false, "", nullptr, 0}, false},
	{"close", &Schema27, {true, 1.0, false, "", nullptr, 0}, false}};
constexpr FSchema Schema28 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List35, 5, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr const FSchema* List37[] = {
	&Schema15,
	&Schema28};
constexpr FSchema Schema29 = {EType::Any, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, List37, 2};
constexpr FSchema Schema30 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 1.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema31 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 1000.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema32 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 90.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FProperty List42[] = {
	{"gain", &Schema31, {true, 1.0, false, "", nullptr, 0}, false},
	{"limit", &Schema32, {true, 90.0, false, "", nullptr, 0}, false}};
constexpr FSchema Schema33 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List42, 2, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FProperty List44[] = {
	{"left", &Schema33, {true, 0.0, false, "", nullptr, 0}, false},
	{"right", &Schema33, {true, 0.0, false, "", nullptr, 0}, false},
	{"up", &Schema33, {true, 0.0, false, "", nullptr, 0}, false},
	{"down", &Schema33, {true, 0.0, false, "", nullptr, 0}, false}};
constexpr FSchema Schema34 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List44, 4, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr const FSchema* List46[] = {
	&Schema15,
	&Schema34};
constexpr FSchema Schema35 = {EType::Any, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, List46, 2};
constexpr FSchema Schema36 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 1.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema37 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 60.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FProperty List50[] = {
	{"on", &Schema36, {true, 0.5, false, "", nullptr, 0}, false},
	{"off", &Schema18, {true, 0.3, false, "", nullptr, 0}, false},
	{"return", &Schema37, {true, 0.06, false, "", nullptr, 0}, false}};
constexpr FSchema Schema38 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List50, 3, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr const FSchema* List52[] = {
	&Schema15,
	&Schema38};
constexpr FSchema Schema39 = {EType::Any, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, List52, 2};
constexpr FProperty List54[] = {
	{"glasses", &Schema20, {true, 0.0, false, "", nullptr, 0}, false},
	{"far_eye", &Schema24, {true, 0.0, false, "", nullptr, 0}, false},
	{"wink", &Schema29, {true, 0.0, false, "", nullptr, 0}, false},
	{"link", &Schema30, {true, 0.0, false, "", nullptr, 0}, false},
	{"gaze", &Schema35, {true, 0.0, false, "", nullptr, 0}, false},
	{"gaze_hold", &Schema39, {true, 0.0, false, "", nullptr, 0}, false}};
constexpr FSchema Schema40 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List54, 6, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema41 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, -1000.0, 1000.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FProperty List57[] = {
	{"of", &Schema6, {false, 0.0, false, "", nullptr, 0}, true},
	{"weight", &Schema41, {true, 1.0, false, "", nullptr, 0}, false},
	{"invert", &Schema10, {true, 0.0, false, "", nullptr, 0}, false},
	{"absent", &Schema8, {false, 0.0, false, "", nullptr, 0}, false}};
constexpr FSchema Schema42 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List57, 4, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr const FSchema* List59[] = {
	&Schema6,
	&Schema42};
constexpr FSchema Schema43 = {EType::Any, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, List59, 2};
constexpr FSchema Schema44 = {EType::Array, EOnly::Any, false, false, false, true, 1, 16, false, 0.0, 0.0, nullptr, 0, nullptr, &Schema43, nullptr, 0, nullptr, 0};
constexpr const FSchema* List62[] = {
	&Schema43,
	&Schema44};
constexpr FSchema Schema45 = {EType::Any, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, List62, 2};
constexpr std::string_view List64[] = {
	"sum",
	"product",
	"min",
	"max",
	"average"};
constexpr FSchema Schema46 = {EType::Text, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, List64, 5, nullptr, 0};
constexpr FSchema Schema47 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 1000000.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema48 = {EType::Array, EOnly::Any, false, false, false, true, 2, 2, false, 0.0, 0.0, nullptr, 0, nullptr, &Schema47, nullptr, 0, nullptr, 0};
constexpr const FSchema* List68[] = {
	&Schema47,
	&Schema48};
constexpr FSchema Schema49 = {EType::Any, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, List68, 2};
constexpr FSchema Schema50 = {EType::Array, EOnly::Any, false, false, false, true, 2, 4, false, 0.0, 0.0, nullptr, 0, nullptr, &Schema8, nullptr, 0, nullptr, 0};
constexpr FSchema Schema51 = {EType::Array, EOnly::Any, false, false, true, true, 2, 32, false, 0.0, 0.0, nullptr, 0, nullptr, &Schema50, nullptr, 0, nullptr, 0};
constexpr FProperty List72[] = {
	{"id", &Schema6, {false, 0.0, false, "", nullptr, 0}, true},
	{"from", &Schema45, {false, 0.0, false, "", nullptr, 0}, false},
	{"op", &Schema46, {true, 0.0, false, "sum", nullptr, 0}, false},
	{"dead_zone", &Schema49, {true, 0.0, false, "", nullptr, 0}, false},
	{"invert", &Schema10, {true, 0.0, false, "", nullptr, 0}, false},
	{"curve", &Schema51, {true, 0.0, false, "", nullptr, 0}, false},
	{"gain", &Schema41, {true, 1.0, false, "", nullptr, 0}, false},
	{"offset", &Schema7, {true, 0.0, false, "", nullptr, 0}, false},
	{"clamp", &Schema9, {true, 0.0, false, "", nullptr, 0}, false},
	{"note", &Schema11, {false, 0.0, false, "", nullptr, 0}, false},
	{"remove", &Schema12, {false, 0.0, false, "", nullptr, 0}, false}};
constexpr FSchema Schema52 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List72, 11, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema53 = {EType::Array, EOnly::Any, false, false, false, true, 0, 256, false, 0.0, 0.0, nullptr, 0, nullptr, &Schema52, nullptr, 0, nullptr, 0};
constexpr FSchema Schema54 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, -1000000.0, 1000000.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema55 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 60.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema56 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 60.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema57 = {EType::Array, EOnly::Any, false, true, false, true, 0, 16, false, 0.0, 0.0, nullptr, 0, nullptr, &Schema6, nullptr, 0, nullptr, 0};
constexpr const FSchema* List79[] = {
	&Schema6,
	&Schema57};
constexpr FSchema Schema58 = {EType::Any, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, List79, 2};
constexpr FSchema Schema59 = {EType::Object, EOnly::Any, false, false, false, false, 0, 64, false, 0.0, 0.0, nullptr, 0, &Schema8, nullptr, nullptr, 0, nullptr, 0};
constexpr std::string_view List82[] = {
	"override",
	"add",
	"max"};
constexpr FSchema Schema60 = {EType::Text, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, List82, 3, nullptr, 0};
constexpr FSchema Schema61 = {EType::Integer, EOnly::Any, false, false, false, true, 0, 0, true, -1000.0, 1000.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FProperty List85[] = {
	{"id", &Schema6, {false, 0.0, false, "", nullptr, 0}, true},
	{"when", &Schema43, {false, 0.0, false, "", nullptr, 0}, false},
	{"on", &Schema54, {true, 0.5, false, "", nullptr, 0}, false},
	{"off", &Schema8, {false, 0.0, false, "", nullptr, 0}, false},
	{"trigger", &Schema10, {true, 0.0, false, "", nullptr, 0}, false},
	{"duration", &Schema55, {true, 0.0, false, "", nullptr, 0}, false},
	{"fade", &Schema55, {true, 0.0, false, "", nullptr, 0}, false},
	{"fade_out", &Schema56, {false, 0.0, false, "", nullptr, 0}, false},
	{"suppress", &Schema58, {true, 0.0, false, "", nullptr, 0}, false},
	{"set", &Schema59, {true, 0.0, false, "", nullptr, 0}, false},
	{"blend", &Schema60, {true, 0.0, false, "override", nullptr, 0}, false},
	{"priority", &Schema61, {true, 0.0, false, "", nullptr, 0}, false},
	{"note", &Schema11, {false, 0.0, false, "", nullptr, 0}, false},
	{"remove", &Schema12, {false, 0.0, false, "", nullptr, 0}, false}};
constexpr FSchema Schema62 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List85, 14, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema63 = {EType::Array, EOnly::Any, false, false, false, true, 0, 256, false, 0.0, 0.0, nullptr, 0, nullptr, &Schema62, nullptr, 0, nullptr, 0};
constexpr std::string_view List88[] = {
	"morph",
	"expression",
	"bone",
	"material",
	"uv",
	"sprite",
	"event"};
constexpr FSchema Schema64 = {EType::Text, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, List88, 7, nullptr, 0};
constexpr std::string_view List90[] = {
	"sum",
	"max",
	"min",
	"average",
	"override"};
constexpr FSchema Schema65 = {EType::Text, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, List90, 5, nullptr, 0};
constexpr std::string_view List92[] = {
	"none",
	"blink",
	"look_at",
	"mouth"};
constexpr FSchema Schema66 = {EType::Text, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, List92, 4, nullptr, 0};
constexpr FSchema Schema67 = {EType::Text, EOnly::Any, false, false, false, true, 1, 256, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr std::string_view List95[] = {
	"none",
	"block",
	"blend"};
constexpr FSchema Schema68 = {EType::Text, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, List95, 3, nullptr, 0};
constexpr std::string_view List97[] = {
	"x",
	"y",
	"z",
	"u",
	"v"};
constexpr FSchema Schema69 = {EType::Text, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, List97, 5, nullptr, 0};
constexpr std::string_view List99[] = {
	"value",
	"r",
	"g",
	"b",
	"a"};
constexpr FSchema Schema70 = {EType::Text, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, List99, 5, nullptr, 0};
constexpr FSchema Schema71 = {EType::Integer, EOnly::Any, false, false, false, true, 0, 0, true, 1.0, 10000.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FProperty List102[] = {
	{"id", &Schema6, {false, 0.0, false, "", nullptr, 0}, true},
	{"kind", &Schema64, {true, 0.0, false, "morph", nullptr, 0}, false},
	{"combine", &Schema65, {true, 0.0, false, "sum", nullptr, 0}, false},
	{"rest", &Schema8, {false, 0.0, false, "", nullptr, 0}, false},
	{"range", &Schema9, {false, 0.0, false, "", nullptr, 0}, false},
	{"region", &Schema6, {false, 0.0, false, "", nullptr, 0}, false},
	{"category", &Schema66, {false, 0.0, false, "", nullptr, 0}, false},
	{"name", &Schema67, {false, 0.0, false, "", nullptr, 0}, false},
	{"mesh", &Schema67, {false, 0.0, false, "", nullptr, 0}, false},
	{"binary", &Schema10, {true, 0.0, false, "", nullptr, 0}, false},
	{"override_blink", &Schema68, {true, 0.0, false, "none", nullptr, 0}, false},
	{"override_look_at", &Schema68, {true, 0.0, false, "none", nullptr, 0}, false},
	{"override_mouth", &Schema68, {true, 0.0, false, "none", nullptr, 0}, false},
	{"bone", &Schema67, {false, 0.0, false, "", nullptr, 0}, false},
	{"property", &Schema67, {false, 0.0, false, "", nullptr, 0}, false},
	{"axis", &Schema69, {false, 0.0, false, "", nullptr, 0}, false},
	{"material", &Schema67, {false, 0.0, false, "", nullptr, 0}, false},
	{"component", &Schema70, {true, 0.0, false, "value", nullptr, 0}, false},
	{"count", &Schema71, {false, 0.0, false, "", nullptr, 0}, false},
	{"on", &Schema54, {true, 0.5, false, "", nullptr, 0}, false},
	{"off", &Schema8, {false, 0.0, false, "", nullptr, 0}, false},
	{"note", &Schema11, {false, 0.0, false, "", nullptr, 0}, false},
	{"remove", &Schema12, {false, 0.0, false, "", nullptr, 0}, false}};
constexpr FSchema Schema72 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List102, 23, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema73 = {EType::Array, EOnly::Any, false, false, false, true, 0, 2000, false, 0.0, 0.0, nullptr, 0, nullptr, &Schema72, nullptr, 0, nullptr, 0};
constexpr FProperty List105[] = {
	{"id", &Schema6, {false, 0.0, false, "", nullptr, 0}, true},
	{"from", &Schema45, {false, 0.0, false, "", nullptr, 0}, false},
	{"to", &Schema6, {false, 0.0, false, "", nullptr, 0}, false},
	{"op", &Schema46, {true, 0.0, false, "sum", nullptr, 0}, false},
	{"dead_zone", &Schema49, {true, 0.0, false, "", nullptr, 0}, false},
	{"invert", &Schema10, {true, 0.0, false, "", nullptr, 0}, false},
	{"curve", &Schema51, {true, 0.0, false, "", nullptr, 0}, false},
	{"gain", &Schema41, {true, 1.0, false, "", nullptr, 0}, false},
	{"offset", &Schema7, {true, 0.0, false, "", nullptr, 0}, false},
	{"clamp", &Schema9, {true, 0.0, false, "", nullptr, 0}, false},
	{"while", &Schema58, {true, 0.0, false, "", nullptr, 0}, false},
	{"unless", &Schema58, {true, 0.0, false, "", nullptr, 0}, false},
	{"region", &Schema6, {false, 0.0, false, "", nullptr, 0}, false},
	{"priority", &Schema61, {true, 0.0, false, "", nullptr, 0}, false},
	{"note", &Schema11, {false, 0.0, false, "", nullptr, 0}, false},
	{"remove", &Schema12, {false, 0.0, false, "", nullptr, 0}, false}};
constexpr FSchema Schema74 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List105, 16, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema75 = {EType::Array, EOnly::Any, false, false, false, true, 0, 2000, false, 0.0, 0.0, nullptr, 0, nullptr, &Schema74, nullptr, 0, nullptr, 0};
constexpr FSchema Schema76 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 1000000.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FProperty List109[] = {
	{"id", &Schema6, {false, 0.0, false, "", nullptr, 0}, true},
	{"from", &Schema45, {false, 0.0, false, "", nullptr, 0}, false},
	{"op", &Schema46, {true, 0.0, false, "sum", nullptr, 0}, false},
	{"dead_zone", &Schema49, {true, 0.0, false, "", nullptr, 0}, false},
	{"invert", &Schema10, {true, 0.0, false, "", nullptr, 0}, false},
	{"curve", &Schema51, {true, 0.0, false, "", nullptr, 0}, false},
	{"gain", &Schema41, {true, 1.0, false, "", nullptr, 0}, false},
	{"offset", &Schema7, {true, 0.0, false, "", nullptr, 0}, false},
	{"clamp", &Schema9, {true, 0.0, false, "", nullptr, 0}, false},
	{"while", &Schema58, {true, 0.0, false, "", nullptr, 0}, false},
	{"unless", &Schema58, {true, 0.0, false, "", nullptr, 0}, false},
	{"hold", &Schema56, {false, 0.0, false, "", nullptr, 0}, false},
	{"set", &Schema59, {false, 0.0, false, "", nullptr, 0}, true},
	{"note", &Schema11, {false, 0.0, false, "", nullptr, 0}, false}};
constexpr FSchema Schema77 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List109, 14, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema78 = {EType::Array, EOnly::Any, false, false, false, true, 1, 64, false, 0.0, 0.0, nullptr, 0, nullptr, &Schema77, nullptr, 0, nullptr, 0};
constexpr FProperty List112[] = {
	{"id", &Schema6, {false, 0.0, false, "", nullptr, 0}, true},
	{"hysteresis", &Schema76, {true, 0.0, false, "", nullptr, 0}, false},
	{"hold", &Schema55, {true, 0.0, false, "", nullptr, 0}, false},
	{"choices", &Schema78, {false, 0.0, false, "", nullptr, 0}, false},
	{"note", &Schema11, {false, 0.0, false, "", nullptr, 0}, false},
	{"remove", &Schema12, {false, 0.0, false, "", nullptr, 0}, false}};
constexpr FSchema Schema79 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List112, 6, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema80 = {EType::Array, EOnly::Any, false, false, false, true, 0, 64, false, 0.0, 0.0, nullptr, 0, nullptr, &Schema79, nullptr, 0, nullptr, 0};
constexpr FProperty List115[] = {
	{"target", &Schema6, {false, 0.0, false, "", nullptr, 0}, true},
	{"priority", &Schema61, {true, 0.0, false, "", nullptr, 0}, false}};
constexpr FSchema Schema81 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List115, 2, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr const FSchema* List117[] = {
	&Schema6,
	&Schema81};
constexpr FSchema Schema82 = {EType::Any, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, nullptr, 0, List117, 2};
constexpr FSchema Schema83 = {EType::Array, EOnly::Any, false, false, false, true, 2, 64, false, 0.0, 0.0, nullptr, 0, nullptr, &Schema82, nullptr, 0, nullptr, 0};
constexpr FSchema Schema84 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 1000000.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr std::string_view List121[] = {
	"limit",
	"scale"};
constexpr FSchema Schema85 = {EType::Text, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, List121, 2, nullptr, 0};
constexpr FProperty List123[] = {
	{"id", &Schema6, {false, 0.0, false, "", nullptr, 0}, true},
	{"members", &Schema83, {false, 0.0, false, "", nullptr, 0}, false},
	{"limit", &Schema84, {true, 1.0, false, "", nullptr, 0}, false},
	{"remainder", &Schema85, {true, 0.0, false, "limit", nullptr, 0}, false},
	{"while", &Schema58, {true, 0.0, false, "", nullptr, 0}, false},
	{"unless", &Schema58, {true, 0.0, false, "", nullptr, 0}, false},
	{"note", &Schema11, {false, 0.0, false, "", nullptr, 0}, false},
	{"remove", &Schema12, {false, 0.0, false, "", nullptr, 0}, false}};
constexpr FSchema Schema86 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List123, 8, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema87 = {EType::Array, EOnly::Any, false, false, false, true, 0, 64, false, 0.0, 0.0, nullptr, 0, nullptr, &Schema86, nullptr, 0, nullptr, 0};
constexpr FSchema Schema88 = {EType::Array, EOnly::Any, false, false, false, true, 0, 32, false, 0.0, 0.0, nullptr, 0, nullptr, &Schema8, nullptr, 0, nullptr, 0};
constexpr FSchema Schema89 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 1000000.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema90 = {EType::Integer, EOnly::Any, false, false, false, true, 0, 0, true, 1.0, 240.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema91 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 1.0, 240.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema92 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, -1000.0, 1000.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FProperty List131[] = {
	{"id", &Schema6, {false, 0.0, false, "", nullptr, 0}, true},
	{"attack", &Schema55, {true, 0.0, false, "", nullptr, 0}, false},
	{"release", &Schema55, {true, 0.0, false, "", nullptr, 0}, false},
	{"snap", &Schema88, {true, 0.0, false, "", nullptr, 0}, false},
	{"snap_within", &Schema89, {true, 0.1, false, "", nullptr, 0}, false},
	{"snap_leave", &Schema47, {false, 0.0, false, "", nullptr, 0}, false},
	{"hold_frames", &Schema90, {true, 1.0, false, "", nullptr, 0}, false},
	{"rate", &Schema91, {true, 24.0, false, "", nullptr, 0}, false},
	{"phase", &Schema92, {true, 0.0, false, "", nullptr, 0}, false},
	{"note", &Schema11, {false, 0.0, false, "", nullptr, 0}, false},
	{"remove", &Schema12, {false, 0.0, false, "", nullptr, 0}, false}};
constexpr FSchema Schema93 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List131, 11, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema94 = {EType::Array, EOnly::Any, false, false, false, true, 0, 64, false, 0.0, 0.0, nullptr, 0, nullptr, &Schema93, nullptr, 0, nullptr, 0};
constexpr FSchema Schema95 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 60.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr std::string_view List135[] = {
	"hold",
	"neutral",
	"idle"};
constexpr FSchema Schema96 = {EType::Text, EOnly::Any, false, false, false, true, 0, 0, false, 0.0, 0.0, nullptr, 0, nullptr, nullptr, List135, 3, nullptr, 0};
constexpr FSchema Schema97 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 60.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema98 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.5, 60.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema99 = {EType::Array, EOnly::Any, false, false, false, true, 2, 2, false, 0.0, 0.0, nullptr, 0, nullptr, &Schema98, nullptr, 0, nullptr, 0};
constexpr double List140[] = {
	2.0,
	6.0};
constexpr FSchema Schema100 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 60.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema101 = {EType::Number, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 60.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FSchema Schema102 = {EType::Integer, EOnly::Any, false, false, false, true, 0, 0, true, 0.0, 4294967295.0, nullptr, 0, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FProperty List144[] = {
	{"interval", &Schema99, {true, 0.0, false, "", List140, 2}, false},
	{"close", &Schema37, {true, 0.06, false, "", nullptr, 0}, false},
	{"shut", &Schema100, {true, 0.04, false, "", nullptr, 0}, false},
	{"open", &Schema101, {true, 0.12, false, "", nullptr, 0}, false},
	{"seed", &Schema102, {true, 1.0, false, "", nullptr, 0}, false}};
constexpr FSchema Schema103 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List144, 5, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FProperty List146[] = {
	{"hold", &Schema95, {true, 0.5, false, "", nullptr, 0}, false},
	{"to", &Schema96, {true, 0.0, false, "neutral", nullptr, 0}, false},
	{"ease", &Schema95, {true, 0.5, false, "", nullptr, 0}, false},
	{"return", &Schema97, {true, 0.2, false, "", nullptr, 0}, false},
	{"idle", &Schema103, {true, 0.0, false, "", nullptr, 0}, false}};
constexpr FSchema Schema104 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List146, 5, nullptr, nullptr, nullptr, 0, nullptr, 0};
constexpr FProperty List148[] = {
	{"$schema", &Schema0, {false, 0.0, false, "", nullptr, 0}, false},
	{"version", &Schema1, {false, 0.0, false, "", nullptr, 0}, true},
	{"name", &Schema2, {true, 0.0, false, "", nullptr, 0}, false},
	{"metadata", &Schema3, {true, 0.0, false, "", nullptr, 0}, false},
	{"extends", &Schema4, {false, 0.0, false, "", nullptr, 0}, false},
	{"implicit_target", &Schema5, {true, 0.0, false, "morph", nullptr, 0}, false},
	{"inputs", &Schema14, {true, 0.0, false, "", nullptr, 0}, false},
	{"eyes", &Schema40, {true, 0.0, false, "", nullptr, 0}, false},
	{"signals", &Schema53, {true, 0.0, false, "", nullptr, 0}, false},
	{"conditions", &Schema63, {true, 0.0, false, "", nullptr, 0}, false},
	{"targets", &Schema73, {true, 0.0, false, "", nullptr, 0}, false},
	{"rows", &Schema75, {true, 0.0, false, "", nullptr, 0}, false},
	{"switches", &Schema80, {true, 0.0, false, "", nullptr, 0}, false},
	{"groups", &Schema87, {true, 0.0, false, "", nullptr, 0}, false},
	{"regions", &Schema94, {true, 0.0, false, "", nullptr, 0}, false},
	{"lost", &Schema104, {true, 0.0, false, "", nullptr, 0}, false}};
constexpr FSchema Schema105 = {EType::Object, EOnly::Any, false, false, false, false, 0, 0, false, 0.0, 0.0, List148, 16, nullptr, nullptr, nullptr, 0, nullptr, 0};
} // namespace

const FSchema& TableSchema()
{
	return Schema105;
}

const FChannel* Channels(size_t& Count)
{
	Count = sizeof(AllChannels) / sizeof(AllChannels[0]);
	return AllChannels;
}
} // namespace Koekata
