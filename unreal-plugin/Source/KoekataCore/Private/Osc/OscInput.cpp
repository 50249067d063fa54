#include "Koekata/Osc/OscInput.h"

#include "OscPerformer.h"

#include "Mapping/Json/Utf8.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace Koekata
{
namespace
{
constexpr std::string_view BundleHead("#bundle\0", 8);
constexpr int DeepestBundle = 4;
/** A sequence that falls by less was overtaken on the way. */
constexpr int64_t Overtaken = 256;
constexpr int64_t UnixToNtpS = 2208988800;
constexpr double LongestTimelineS = 9e9;

/** NTP time to Unix time in nanoseconds; 0 for "immediately" and for times before 1970. */
int64_t WallOf(int64_t Tag)
{
	const uint64_t Bits = static_cast<uint64_t>(Tag);
	const int64_t Seconds = static_cast<int64_t>(Bits >> 32) - UnixToNtpS;
	const int64_t Part = static_cast<int64_t>(((Bits & 0xFFFFFFFFu) * 1000000000u) >> 32);
	return Seconds < 0 ? 0 : Seconds * 1000000000 + Part;
}

/** The number at the start of `N/rest`; -1 for none. */
int TakeNumber(std::string_view& Address)
{
	const size_t Slash = std::min(Address.find('/'), Address.size());
	const std::string_view Digits = Address.substr(0, Slash);
	int Found = 0;
	for (const char Letter : Digits)
	{
		if (Letter < '0' || Letter > '9' || Digits.size() > 3)
		{
			return -1;
		}
		Found = 10 * Found + (Letter - '0');
	}
	const bool bPlain = !Digits.empty() && (Digits.size() == 1 || Digits[0] != '0') && Slash < Address.size();
	Address.remove_prefix(bPlain ? Slash + 1 : 0);
	return bPlain ? Found : -1;
}

ESourceState StateOf(std::string_view Name)
{
	for (const ESourceState State : {ESourceState::Running, ESourceState::Lost, ESourceState::Reconnecting, ESourceState::Ended})
	{
		if (Name == StateName(State))
		{
			return State;
		}
	}
	return ESourceState::Unknown;
}
} // namespace

FOscInput::FOscInput(std::string InPrefix) : Prefix(std::move(InPrefix)) {}
FOscInput::~FOscInput() = default;

int FOscInput::Take(std::string_view Datagram, double ArrivedS, FSubjectTable& Table)
{
	FMoment Moment{ArrivedS, Table};
	const EStreamFault Fault = Datagram.size() > MaxPayload ? EStreamFault::TooLarge : Packet(Datagram, Moment, 0);
	if (Fault != EStreamFault::None)
	{
		Table.Refuse(Fault, "OSC");
	}
	return Moment.Frames;
}

EStreamFault FOscInput::Packet(std::string_view Bytes, FMoment& Moment, int Depth)
{
	return Bytes.substr(0, BundleHead.size()) == BundleHead ? Bundle(Bytes, Moment, Depth) : Message(Bytes, Moment);
}

EStreamFault FOscInput::Bundle(std::string_view Bytes, FMoment& Moment, int Depth)
{
	FOscReader Reader(Bytes.substr(BundleHead.size()));
	int64_t Tag = 0;
	if (Depth >= DeepestBundle || !Reader.Long(Tag))
	{
		return EStreamFault::Malformed;
	}
	Moment.WallNs = WallOf(Tag);
	while (!Reader.IsAtEnd())
	{
		int32_t Size = 0;
		std::string_view Element;
		if (!Reader.Integer(Size) || Size < 0 || Size % 4 != 0 || !Reader.Raw(static_cast<size_t>(Size), Element))
		{
			return EStreamFault::Malformed;
		}
		const EStreamFault Fault = Packet(Element, Moment, Depth + 1);
		if (Fault != EStreamFault::None)
		{
			Moment.Table.Refuse(Fault, "OSC");
		}
	}
	return EStreamFault::None;
}

EStreamFault FOscInput::Message(std::string_view Bytes, FMoment& Moment)
{
	FOscReader Reader(Bytes);
	std::string_view Address, Tags;
	if (Bytes.empty() || Bytes[0] != '/' || !Reader.Text(Address) || !Reader.Text(Tags) || Tags.empty() || Tags[0] != ',')
	{
		return EStreamFault::Malformed;
	}
	if (Address.substr(0, Prefix.size()) != Prefix || Address.substr(Prefix.size(), 1) != "/")
	{
		return EStreamFault::None;
	}
	Address.remove_prefix(Prefix.size() + 1);
	if (Address == "status")
	{
		return Status(Tags, Reader.Rest(), Moment);
	}
	const int Number = TakeNumber(Address);
	if (Number < 0)
	{
		return EStreamFault::None;
	}
	return Number > MaxPerformer ? EStreamFault::OutOfRange : OfPerformer(PerformerOf(Number), Address, Tags, Reader.Rest(), Moment);
}

EStreamFault FOscInput::OfPerformer(FPerformer& Performer, std::string_view Rest, std::string_view Tags, std::string_view Arguments, FMoment& Moment)
{
	return Rest == "frame" ? Frame(Performer, Tags, Arguments, Moment) : Performer.Value(Rest, Tags, Arguments);
}

EStreamFault FOscInput::Status(std::string_view Tags, std::string_view Arguments, FMoment& Moment)
{
	FOscReader Reader(Arguments);
	std::string_view State, Detail;
	size_t Bad = 0;
	if (Tags != ",ss")
	{
		return EStreamFault::WrongType;
	}
	if (!Reader.Text(State) || !Reader.Text(Detail) || !Reader.IsAtEnd() || !IsUtf8(Detail, Bad))
	{
		return EStreamFault::Malformed;
	}
	FStatusMessage Found;
	Found.State = StateOf(State);
	Found.Detail = Detail;
	if (Found.State == ESourceState::Unknown || CodePoints(Detail) > MaxDetail)
	{
		return EStreamFault::OutOfRange;
	}
	Moment.Table.TakeStatus(Found);
	return EStreamFault::None;
}

EStreamFault FOscInput::Frame(FPerformer& Performer, std::string_view Tags, std::string_view Arguments, FMoment& Moment)
{
	FOscReader Reader(Arguments);
	int64_t Sequence = 0;
	double TimelineS = 0.0, Confidence = 0.0;
	if (Tags != ",hdTf" && Tags != ",hdFf")
	{
		return EStreamFault::WrongType;
	}
	if (!Reader.Long(Sequence) || !Reader.Double(TimelineS) || !Reader.Float(Confidence) || !Reader.IsAtEnd())
	{
		return EStreamFault::Malformed;
	}
	if (!std::isfinite(TimelineS) || !std::isfinite(Confidence))
	{
		return EStreamFault::NotFinite;
	}
	if (Sequence < 0 || Confidence < 0.0 || Confidence > 1.0 || TimelineS < 0.0 || TimelineS > LongestTimelineS)
	{
		return EStreamFault::OutOfRange;
	}
	const int64_t Back = Performer.Motion.Sequence - Sequence;
	const bool bSilent = Moment.ArrivedS - Performer.ArrivedS > StaleSeconds;
	if (Session == 0 || (Performer.Session == Session && (Back >= Overtaken || (Back >= 0 && bSilent))))
	{
		++Session;
	}
	FFrameMessage& Motion = Performer.Motion;
	Motion.Sequence = Sequence;
	Motion.TimelineS = TimelineS;
	Motion.MonotonicNs = static_cast<int64_t>(TimelineS * 1e9);
	Motion.WallNs = Moment.WallNs;
	Motion.bTracked = Tags[3] == 'T';
	Motion.Confidence = Confidence;
	Performer.Finish();
	Deliver(Performer, Moment);
	return EStreamFault::None;
}

void FOscInput::Deliver(FPerformer& Performer, FMoment& Moment)
{
	Moment.Table.Follow(Session);
	if (Performer.Session != Session)
	{
		Performer.Session = Session;
		Moment.Table.Learn(Performer.Layout);
	}
	Performer.ArrivedS = Moment.ArrivedS;
	Moment.Frames += Moment.Table.TakeFrame(Performer.Motion, Moment.ArrivedS) ? 1 : 0;
}

FOscInput::FPerformer* FOscInput::Seek(int Number) const
{
	const auto IsWanted = [Number](const std::unique_ptr<FPerformer>& Entry) { return Entry->Motion.Performer == Number; };
	const auto Found = std::find_if(All.begin(), All.end(), IsWanted);
	return Found == All.end() ? nullptr : Found->get();
}

FOscInput::FPerformer& FOscInput::PerformerOf(int Number)
{
	if (FPerformer* Found = Seek(Number))
	{
		return *Found;
	}
	All.push_back(std::make_unique<FPerformer>(Number));
	return *All.back();
}

const std::vector<FOscTarget>* FOscInput::Targets(int Performer) const
{
	const FPerformer* Found = Seek(Performer);
	return Found == nullptr ? nullptr : &Found->Targets;
}

std::vector<std::string> FOscInput::TakeEvents(int Performer)
{
	FPerformer* Found = Seek(Performer);
	return Found == nullptr ? std::vector<std::string>() : std::exchange(Found->Events, {});
}
} // namespace Koekata
