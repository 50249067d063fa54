#include "stream_support.h"

#include "Koekata/Axes/Axes.h"

#include <cstdio>

namespace KoekataTests
{
using namespace Koekata;

namespace
{
std::string SessionText(uint64_t Session)
{
	char Text[17];
	std::snprintf(Text, sizeof(Text), "%016llx", static_cast<unsigned long long>(Session));
	return Text;
}

FJson Head(const char* Type, uint64_t Session)
{
	return {{"version", 1}, {"type", Type}, {"session", SessionText(Session)}};
}

FJson LayoutAnswer(const FLayoutMessage& Layout, uint64_t Session)
{
	FJson Found = Head("layout", Session);
	Found.update({{"performer", Layout.Performer}, {"layout", Layout.Layout}, {"channels", Layout.Channels}, {"producer", Layout.Producer}});
	if (!Layout.FaceModel.empty())
	{
		Found["face_model"] = Layout.FaceModel;
	}
	return Found;
}

FJson FrameAnswer(const FFrameMessage& Frame, uint64_t Session)
{
	FJson Found = Head("frame", Session);
	Found.update({{"performer", Frame.Performer},
				  {"layout", Frame.Layout},
				  {"sequence", Frame.Sequence},
				  {"timeline_s", Frame.TimelineS},
				  {"monotonic_ns", Frame.MonotonicNs},
				  {"wall_ns", Frame.WallNs},
				  {"sent_ns", Frame.SentNs},
				  {"timecode", Frame.Timecode.empty() ? FJson() : FJson(Frame.Timecode)},
				  {"tracked", Frame.bTracked},
				  {"confidence", Frame.Confidence},
				  {"weights", Frame.Weights},
				  {"channel_confidence", Frame.ChannelConfidence},
				  {"head_rotation", Frame.HeadRotation},
				  {"head_ypr", Frame.HeadYpr},
				  {"head_translation", Frame.HeadTranslation},
				  {"gaze", Frame.Gaze}});
	return Found;
}

FJson StatusAnswer(const FStatusMessage& Status, uint64_t Session)
{
	FJson Found = Head("status", Session);
	Found.update({{"state", StateName(Status.State)}, {"detail", Status.Detail}, {"wall_ns", Status.WallNs}, {"performers", Status.Performers}});
	return Found;
}
} // namespace

FJson Answer(FStreamDecoder& Decoder, const std::string& Topic, const std::string& Payload)
{
	switch (Decoder.Decode(Topic, Payload))
	{
		case EMessage::Layout: return LayoutAnswer(Decoder.Layout, Decoder.Session);
		case EMessage::Frame: return FrameAnswer(Decoder.Frame, Decoder.Session);
		case EMessage::Status: return StatusAnswer(Decoder.Status, Decoder.Session);
		case EMessage::Unknown: return {{"unknown", true}};
		default: return {{"error", FaultCode(Decoder.Fault())}};
	}
}

FJson Answer(const FStreamFrame& Frame, uint64_t Session)
{
	FJson Found = FrameAnswer(Frame.Motion, Session);
	FJson Weights = FJson::object(), Confidence = FJson::object();
	for (size_t Channel = 0; Channel < Frame.Motion.Weights.size(); ++Channel)
	{
		Weights[Frame.Layout->Channels[Channel]] = Frame.Motion.Weights[Channel];
		Confidence[Frame.Layout->Channels[Channel]] = Frame.Motion.ChannelConfidence[Channel];
	}
	Found["weights"] = Weights;
	Found["channel_confidence"] = Confidence;
	return Found;
}

FJson Answer(const FStreamCounters& Counters)
{
	FJson Bad = FJson::object();
	for (size_t Fault = 0; Fault < StreamFaults; ++Fault)
	{
		if (Counters.Bad[Fault] != 0)
		{
			Bad[FaultCode(static_cast<EStreamFault>(Fault))] = Counters.Bad[Fault];
		}
	}
	return {{"frames", Counters.Frames},	 {"lost", Counters.Lost},		  {"outdated", Counters.Outdated}, {"skipped", Counters.Skipped},
			{"sessions", Counters.Sessions}, {"unknown", Counters.Unknown}, {"bad", Bad}};
}

std::string FromHex(const std::string& Hex)
{
	std::string Bytes;
	for (size_t Place = 0; Place + 1 < Hex.size(); Place += 2)
	{
		Bytes.push_back(static_cast<char>(std::stoi(Hex.substr(Place, 2), nullptr, 16)));
	}
	return Bytes;
}

std::string Packed(const FJson& Message)
{
	const std::vector<uint8_t> Bytes = FJson::to_msgpack(Message);
	return std::string(Bytes.begin(), Bytes.end());
}

FJson LayoutJson(const std::vector<std::string>& Channels, int Layout, const char* Session)
{
	return {{"version", 1}, {"type", "layout"}, {"session", Session}, {"performer", 0}, {"layout", Layout}, {"channels", Channels}, {"producer", "test"}};
}

FJson FrameJson(int64_t Sequence, const std::vector<double>& Weights, int Layout, const char* Session)
{
	return {{"version", 1},
			{"type", "frame"},
			{"session", Session},
			{"performer", 0},
			{"layout", Layout},
			{"sequence", Sequence},
			{"timeline_s", static_cast<double>(Sequence) / 30.0},
			{"monotonic_ns", 1000000000 + Sequence * 1000000000 / 30},
			{"wall_ns", 1767225600000000000},
			{"sent_ns", 1000000000 + Sequence * 1000000000 / 30},
			{"timecode", nullptr},
			{"tracked", true},
			{"confidence", 0.5},
			{"weights", Weights},
			{"channel_confidence", std::vector<double>(Weights.size(), 1.0)},
			{"head_rotation", {0.0, 0.0, 0.0, 1.0}},
			{"head_ypr", {0.0, 0.0, 0.0}},
			{"head_translation", {0.0, 0.0, -0.5}},
			{"gaze", {1.0, 2.0, 3.0, 4.0}}};
}

bool Take(FSubjectTable& Table, const FJson& Message, double ArrivedS)
{
	const bool bStatus = Message.at("type") == "status";
	const std::string Topic = bStatus ? "koekata/1/status/" : "koekata/1/" + Message.at("performer").dump() + "/";
	return Table.Take(Topic, Packed(Message), ArrivedS);
}

FStreamFrame MakeFrame(double CapturedS, double Weight, double YawDegrees)
{
	static const auto Layout = std::make_shared<const FChannelLayout>(FChannelLayout{0, 1, {"jawOpen"}, "", ""});
	FStreamFrame Frame;
	Frame.Layout = Layout;
	FFrameMessage& Motion = Frame.Motion;
	Motion.MonotonicNs = static_cast<int64_t>(CapturedS * 1e9);
	Motion.TimelineS = CapturedS;
	Motion.bTracked = true;
	Motion.Weights = {Weight};
	Motion.ChannelConfidence = {1.0};
	Motion.HeadYpr = {YawDegrees, 0.0, 0.0};
	Motion.HeadRotation = RotationOf(Motion.HeadYpr);
	return Frame;
}
} // namespace KoekataTests
