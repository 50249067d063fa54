#include "Koekata/Stream/Decoder.h"

#include "PackFields.h"

#include <cmath>

namespace Koekata
{
namespace
{
constexpr std::string_view Prefix = "koekata/1/";
constexpr size_t SessionDigits = 16;
constexpr double UnitTolerance = 1e-3;
constexpr double Largest = std::numeric_limits<double>::max();
constexpr const char* States[] = {"", "running", "lost", "reconnecting", "ended"};

bool ReadSession(std::string_view Text, uint64_t& Session)
{
	Session = 0;
	for (const char Letter : Text)
	{
		const bool bDigit = Letter >= '0' && Letter <= '9';
		if (!bDigit && (Letter < 'a' || Letter > 'f'))
		{
			return false;
		}
		Session = (Session << 4) | static_cast<uint64_t>(bDigit ? Letter - '0' : Letter - 'a' + 10);
	}
	return Text.size() == SessionDigits;
}

void ReadLayout(FPackFields& Fields, FLayoutMessage& Layout, std::vector<std::string_view>& Sorted)
{
	Layout.Performer = Fields.Performer();
	Layout.Layout = Fields.Integer("layout");
	Fields.Names("channels", Layout.Channels, Sorted);
	Layout.Producer = Fields.Text("producer", MaxDetail);
	Layout.FaceModel = Fields.TextIfThere("face_model", MaxDetail);
}

void ReadNumbers(FPackFields& Fields, FFrameMessage& Frame)
{
	Frame.Confidence = Fields.Float("confidence", 0.0, 1.0);
	Fields.Floats("weights", Frame.Weights, 0.0, 1.0);
	Fields.Floats("channel_confidence", Frame.ChannelConfidence, 0.0, 1.0);
	Fields.Floats("head_rotation", Frame.HeadRotation);
	Fields.Floats("head_ypr", Frame.HeadYpr);
	Fields.Floats("head_translation", Frame.HeadTranslation);
	Fields.Floats("gaze", Frame.Gaze);
	if (Frame.ChannelConfidence.size() != Frame.Weights.size())
	{
		Fields.Refuse(EStreamFault::Length, "channel_confidence");
	}
	double Squared = 0.0;
	for (const double Part : Frame.HeadRotation)
	{
		Squared += Part * Part;
	}
	// Turned around so that an endless sum is refused as well.
	if (!(std::abs(Squared - 1.0) <= UnitTolerance))
	{
		Fields.Refuse(EStreamFault::OutOfRange, "head_rotation");
	}
}

void ReadFrame(FPackFields& Fields, FFrameMessage& Frame)
{
	Frame.Performer = Fields.Performer();
	Frame.Layout = Fields.Integer("layout");
	Frame.Sequence = Fields.Integer("sequence");
	Frame.TimelineS = Fields.Float("timeline_s", -Largest, Largest);
	Frame.MonotonicNs = Fields.Integer("monotonic_ns");
	Frame.WallNs = Fields.Integer("wall_ns");
	Frame.SentNs = Fields.Integer("sent_ns");
	Frame.Timecode = Fields.TextOrNil("timecode", MaxName);
	Frame.bTracked = Fields.Boolean("tracked");
	ReadNumbers(Fields, Frame);
}

void ReadStatus(FPackFields& Fields, FStatusMessage& Status)
{
	const std::string_view Name = Fields.Text("state", MaxName);
	Status.State = ESourceState::Unknown;
	for (size_t Index = 1; Index < std::size(States); ++Index)
	{
		Status.State = Name == States[Index] ? static_cast<ESourceState>(Index) : Status.State;
	}
	if (Status.State == ESourceState::Unknown)
	{
		Fields.Refuse(EStreamFault::OutOfRange, "state");
	}
	Status.Detail = Fields.Text("detail", MaxDetail);
	Status.WallNs = Fields.Integer("wall_ns");
	Fields.Performers("performers", Status.Performers);
}

EMessage KindOf(std::string_view Type)
{
	return Type == "frame" ? EMessage::Frame : Type == "layout" ? EMessage::Layout : Type == "status" ? EMessage::Status : EMessage::Unknown;
}
} // namespace

const char* StateName(ESourceState State)
{
	return States[static_cast<size_t>(State)];
}

bool IsPerformerTopic(std::string_view Topic, int Performer)
{
	if (Topic.substr(0, Prefix.size()) != Prefix || Topic.size() < Prefix.size() + 2 || Topic.back() != '/')
	{
		return false;
	}
	const std::string_view Digits = Topic.substr(Prefix.size(), Topic.size() - Prefix.size() - 1);
	int Found = 0;
	for (const char Letter : Digits)
	{
		if (Letter < '0' || Letter > '9' || Digits.size() > 3)
		{
			return false;
		}
		Found = 10 * Found + (Letter - '0');
	}
	return Found == Performer && (Digits.size() == 1 || Digits[0] != '0');
}

bool IsStatusTopic(std::string_view Topic)
{
	return Topic == "koekata/1/status/";
}

FStreamDecoder::FStreamDecoder() : Map(std::make_unique<FPackMap>()) {}
FStreamDecoder::~FStreamDecoder() = default;

EMessage FStreamDecoder::Refuse(EStreamFault Fault, const char* Key)
{
	Wrong = Fault;
	WrongKey = Key;
	return EMessage::Refused;
}

EMessage FStreamDecoder::Decode(std::string_view Topic, std::string_view Payload)
{
	if (Payload.size() > MaxPayload)
	{
		return Refuse(EStreamFault::TooLarge, "");
	}
	if (!Map->Read(Payload))
	{
		return Refuse(EStreamFault::Malformed, "");
	}
	const EMessage Found = Read();
	const bool bStatus = Found == EMessage::Status;
	const int Performer = Found == EMessage::Frame ? Frame.Performer : Layout.Performer;
	const bool bPerformer = Found == EMessage::Frame || Found == EMessage::Layout;
	if ((bStatus && !IsStatusTopic(Topic)) || (bPerformer && !IsPerformerTopic(Topic, Performer)))
	{
		return Refuse(EStreamFault::Topic, "");
	}
	return Found;
}

EMessage FStreamDecoder::Read()
{
	FPackFields Fields(*Map);
	const int64_t Version = Fields.Integer("version", FPackFields::MaxInteger, std::numeric_limits<int64_t>::min());
	if (Version != 1)
	{
		Fields.Refuse(EStreamFault::Version, "version");
	}
	const EMessage Kind = KindOf(Fields.Text("type", MaxName));
	if (!ReadSession(Fields.Text("session", MaxName), Session))
	{
		Fields.Refuse(EStreamFault::OutOfRange, "session");
	}
	switch (Fields.IsGood() ? Kind : EMessage::Refused)
	{
		case EMessage::Layout: ReadLayout(Fields, Layout, Sorted); break;
		case EMessage::Frame: ReadFrame(Fields, Frame); break;
		case EMessage::Status: ReadStatus(Fields, Status); break;
		default: break;
	}
	return Fields.IsGood() ? Kind : Refuse(Fields.Fault(), Fields.FaultKey());
}
} // namespace Koekata
