#include "OscPerformer.h"

#include "Koekata/Axes/Curves.h"
#include "Mapping/Json/Utf8.h"

#include <algorithm>
#include <cmath>

namespace Koekata
{
namespace
{
constexpr int ForgetFrames = 30;
constexpr size_t MostTargets = 4096;
constexpr size_t MostEvents = 256;
constexpr size_t LongestId = 1024;
constexpr double UnitTolerance = 1e-3;

template <size_t Size> EStreamFault Floats(std::string_view Tags, std::string_view Arguments, std::array<double, Size>& Values)
{
	constexpr std::string_view Wanted = ",ffff";
	if (Tags != Wanted.substr(0, Size + 1))
	{
		return EStreamFault::WrongType;
	}
	FOscReader Reader(Arguments);
	std::array<double, Size> Found{};
	for (double& Value : Found)
	{
		if (!Reader.Float(Value))
		{
			return EStreamFault::Malformed;
		}
	}
	if (!Reader.IsAtEnd())
	{
		return EStreamFault::Malformed;
	}
	if (!std::all_of(Found.begin(), Found.end(), [](double Value) { return std::isfinite(Value); }))
	{
		return EStreamFault::NotFinite;
	}
	Values = Found;
	return EStreamFault::None;
}

int Digit(char Letter)
{
	return Letter >= '0' && Letter <= '9'	? Letter - '0'
		   : Letter >= 'a' && Letter <= 'f' ? Letter - 'a' + 10
		   : Letter >= 'A' && Letter <= 'F' ? Letter - 'A' + 10
											: -1;
}

/** Percent-encoded UTF-8 to text. */
bool Decode(std::string_view Name, std::string& Text)
{
	Text.clear();
	for (size_t Place = 0; Place < Name.size(); ++Place)
	{
		if (Name[Place] != '%')
		{
			Text.push_back(Name[Place]);
			continue;
		}
		const int High = Place + 2 < Name.size() ? Digit(Name[Place + 1]) : -1;
		const int Low = Place + 2 < Name.size() ? Digit(Name[Place + 2]) : -1;
		if (High < 0 || Low < 0)
		{
			return false;
		}
		Text.push_back(static_cast<char>(static_cast<uint8_t>(16 * High + Low)));
		Place += 2;
	}
	size_t Bad = 0;
	return !Text.empty() && Text.size() <= LongestId && IsUtf8(Text, Bad);
}
} // namespace

FOscInput::FPerformer::FPerformer(int Number)
{
	size_t Count = 0;
	const FCurveName* Names = CurveNames(Count);
	for (size_t Index = 0; Index < Count; ++Index)
	{
		Layout.Channels.emplace_back(Names[Index].Channel);
	}
	Layout.Performer = Motion.Performer = Number;
	Layout.Layout = Motion.Layout = 1;
	Layout.Producer = "OSC";
	Motion.Weights.assign(Count, 0.0);
	Motion.ChannelConfidence.assign(Count, 0.0);
	Absent.assign(Count, ForgetFrames);
}

int FOscInput::FPerformer::ChannelOf(std::string_view Name)
{
	const size_t Count = Layout.Channels.size();
	for (size_t Step = 0; Step < Count; ++Step)
	{
		const size_t Place = (NextChannel + Step) % Count;
		if (Layout.Channels[Place] == Name)
		{
			NextChannel = Place + 1;
			return static_cast<int>(Place);
		}
	}
	return -1;
}

EStreamFault FOscInput::FPerformer::Value(std::string_view Rest, std::string_view Tags, std::string_view Arguments)
{
	const size_t Slash = Rest.find('/');
	if (Rest == "gaze")
	{
		return Floats(Tags, Arguments, Motion.Gaze);
	}
	if (Slash == std::string_view::npos)
	{
		return Channel(Rest, Tags, Arguments);
	}
	const std::string_view Group = Rest.substr(0, Slash), Name = Rest.substr(Slash + 1);
	if (Group == "head")
	{
		return Head(Name, Tags, Arguments);
	}
	const bool bEvent = Group == "event";
	return bEvent || Group == "target" ? Target(Name, Tags, Arguments, bEvent) : EStreamFault::None;
}

EStreamFault FOscInput::FPerformer::Channel(std::string_view Name, std::string_view Tags, std::string_view Arguments)
{
	const int Place = ChannelOf(Name);
	if (Place < 0)
	{
		return EStreamFault::None;
	}
	std::array<double, 1> Weight{};
	const EStreamFault Fault = Floats(Tags, Arguments, Weight);
	if (Fault != EStreamFault::None)
	{
		return Fault;
	}
	if (Weight[0] < 0.0 || Weight[0] > 1.0)
	{
		return EStreamFault::OutOfRange;
	}
	Motion.Weights[static_cast<size_t>(Place)] = Weight[0];
	Absent[static_cast<size_t>(Place)] = 0;
	return EStreamFault::None;
}

EStreamFault FOscInput::FPerformer::Head(std::string_view Name, std::string_view Tags, std::string_view Arguments)
{
	if (Name == "ypr")
	{
		return Floats(Tags, Arguments, Motion.HeadYpr);
	}
	if (Name == "translation")
	{
		return Floats(Tags, Arguments, Motion.HeadTranslation);
	}
	std::array<double, 4> Rotation = Motion.HeadRotation;
	const EStreamFault Fault = Name == "rotation" ? Floats(Tags, Arguments, Rotation) : EStreamFault::None;
	double Squared = 0.0;
	for (const double Part : Rotation)
	{
		Squared += Part * Part;
	}
	if (Fault == EStreamFault::None && !(std::abs(Squared - 1.0) <= UnitTolerance))
	{
		return EStreamFault::OutOfRange;
	}
	Motion.HeadRotation = Fault == EStreamFault::None ? Rotation : Motion.HeadRotation;
	return Fault;
}

EStreamFault FOscInput::FPerformer::Target(std::string_view Name, std::string_view Tags, std::string_view Arguments, bool bEvent)
{
	std::array<double, 1> Found{};
	const EStreamFault Fault = Floats(Tags, Arguments, Found);
	if (Fault != EStreamFault::None)
	{
		return Fault;
	}
	if (!Decode(Name, Id))
	{
		return EStreamFault::Malformed;
	}
	if (bEvent)
	{
		if (Events.size() < MostEvents)
		{
			Events.push_back(Id);
		}
		return EStreamFault::None;
	}
	for (size_t Step = 0; Step < Coming.size(); ++Step)
	{
		const size_t Place = (NextTarget + Step) % Coming.size();
		if (Coming[Place].Id == Id)
		{
			Coming[Place].Value = Found[0];
			NextTarget = Place + 1;
			return EStreamFault::None;
		}
	}
	if (Coming.size() == MostTargets)
	{
		return EStreamFault::TooLarge;
	}
	Coming.push_back({Id, Found[0]});
	return EStreamFault::None;
}

void FOscInput::FPerformer::Finish()
{
	for (size_t Place = 0; Place < Absent.size(); ++Place)
	{
		Motion.ChannelConfidence[Place] = Absent[Place] < ForgetFrames ? 1.0 : 0.0;
		Absent[Place] = std::min(Absent[Place] + 1, ForgetFrames);
	}
	Targets = Coming;
}
} // namespace Koekata
