#include "Eyes.h"

#include "Scalar.h"

#include <string>

namespace Koekata
{
namespace
{
enum EPart : size_t { Blink, Squint, Wide, LookUp, LookDown, LookIn, LookOut, GazeYaw, GazePitch };

constexpr const char* PartNames[EyeParts] = {
	"eyeBlink", "eyeSquint", "eyeWide", "eyeLookUp", "eyeLookDown", "eyeLookIn", "eyeLookOut", "gazeYaw", "gazePitch",
};

void Distrust(FEyeValues& Eye, const FGlasses& Rule)
{
	if (IsHere(Eye[Blink]))
	{
		Eye[Blink] = Clamp((Eye[Blink] - Rule.Open) / (Rule.Closed - Rule.Open), 0.0, 1.0);
	}
	Eye[Squint] *= Rule.Trust;
	Eye[Wide] *= Rule.Trust;
}

void FollowNear(FEyeValues& Far, const FEyeValues& Near, double Share)
{
	for (size_t Part = 0; Part < EyeParts; ++Part)
	{
		// What is towards the nose for one eye is away from it for the other.
		const size_t Partner = Part == LookIn ? LookOut : Part == LookOut ? LookIn : Part;
		if (IsHere(Far[Part]) && IsHere(Near[Partner]))
		{
			Far[Part] += (Near[Partner] - Far[Part]) * Share;
		}
	}
}

double Limited(double Angle, const FDirection& Positive, const FDirection& Negative)
{
	const FDirection& Rule = Angle > 0.0 ? Positive : Negative;
	return IsAbsent(Angle) ? Angle : std::copysign(std::min(std::abs(Angle) * Rule.Gain, Rule.Limit), Angle);
}
} // namespace

FGazeHolder::FGazeHolder()
{
	Kept.fill(Absent);
	Since.fill(0.0);
	Last.fill(Absent);
}

void FGazeHolder::Step(FEyeValues& Eye, const FGazeHold& Rule, double Dt)
{
	if (IsHere(Eye[Blink]))
	{
		const bool bWas = bShut;
		bShut = Hysteresis(bShut, Eye[Blink], Rule.On, Rule.Off);
		for (size_t Part = LookUp; Part < EyeParts; ++Part)
		{
			Eye[Part] = Held(Part, Eye[Part], bShut && !bWas, Rule, Dt);
		}
	}
	Last = Eye;
}

double FGazeHolder::Held(size_t Part, double Value, bool bClosing, const FGazeHold& Rule, double Dt)
{
	if (IsAbsent(Value))
	{
		Kept[Part] = Absent;
		return Value;
	}
	if (bClosing)
	{
		Kept[Part] = IsHere(Last[Part]) ? Last[Part] : Value;
	}
	if (IsAbsent(Kept[Part]))
	{
		return Value;
	}
	if (bShut)
	{
		Since[Part] = 0.0;
		return Kept[Part];
	}
	Since[Part] += Dt;
	if (Since[Part] < Rule.Return)
	{
		return Kept[Part] + (Value - Kept[Part]) * (Since[Part] / Rule.Return);
	}
	Kept[Part] = Absent;
	return Value;
}

FEyeStage::FEyeStage(const FEyes& InRules, const FNames& Inputs) : Rules(InRules), Yaw(Inputs.At("headYaw"))
{
	bActive = Rules.Glasses.bOn || Rules.FarEye.bOn || Rules.Wink.bOn || Rules.Link > 0.0 || Rules.Gaze.bOn || Rules.GazeHold.bOn;
	for (size_t Part = 0; Part < EyeParts; ++Part)
	{
		Places[0][Part] = Inputs.At(std::string(PartNames[Part]) + "Left");
		Places[1][Part] = Inputs.At(std::string(PartNames[Part]) + "Right");
	}
}

void FEyeStage::Step(std::vector<double>& Slots, double Dt)
{
	if (!bActive)
	{
		return;
	}
	for (size_t Side = 0; Side < 2; ++Side)
	{
		for (size_t Part = 0; Part < EyeParts; ++Part)
		{
			Eyes[Side][Part] = Slots[Places[Side][Part]];
		}
		if (Rules.Glasses.bOn)
		{
			Distrust(Eyes[Side], Rules.Glasses);
		}
	}
	if (Rules.FarEye.bOn && IsHere(Slots[Yaw]))
	{
		const size_t Far = Slots[Yaw] > 0.0 ? 0 : 1;
		const FFarEye& Rule = Rules.FarEye;
		FollowNear(Eyes[Far], Eyes[1 - Far], Clamp((std::abs(Slots[Yaw]) - Rule.From) / (Rule.To - Rule.From), 0.0, 1.0));
	}
	Wink(Dt);
	Link();
	for (size_t Side = 0; Side < 2; ++Side)
	{
		FEyeValues& Eye = Eyes[Side];
		if (Rules.Gaze.bOn)
		{
			Eye[GazeYaw] = Limited(Eye[GazeYaw], Rules.Gaze.Left, Rules.Gaze.Right);
			Eye[GazePitch] = Limited(Eye[GazePitch], Rules.Gaze.Up, Rules.Gaze.Down);
		}
		if (Rules.GazeHold.bOn)
		{
			Holders[Side].Step(Eye, Rules.GazeHold, Dt);
		}
		for (size_t Part = 0; Part < EyeParts; ++Part)
		{
			Slots[Places[Side][Part]] = Eye[Part];
		}
	}
}

void FEyeStage::Wink(double Dt)
{
	const FWink& Rule = Rules.Wink;
	const double Difference = Eyes[0][Blink] - Eyes[1][Blink];
	if (!Rule.bOn || IsAbsent(Difference))
	{
		return;
	}
	for (size_t Side = 0; Side < 2; ++Side)
	{
		Winking[Side] = Hysteresis(Winking[Side], Side == 0 ? Difference : -Difference, Rule.On, Rule.Off);
		Winks[Side] = Ramp(Winks[Side], Winking[Side], Dt, Rule.Fade, Rule.Fade);
	}
	for (size_t Side = 0; Side < 2; ++Side)
	{
		double& One = Eyes[Side][Blink];
		One = One + (1.0 - One) * Rule.Close * Winks[Side];
		Eyes[1 - Side][Blink] *= 1.0 - Rule.Open * Winks[Side];
	}
}

void FEyeStage::Link()
{
	const double Most = std::max(Eyes[0][Blink], Eyes[1][Blink]);
	if (Rules.Link <= 0.0 || IsAbsent(Eyes[0][Blink]) || IsAbsent(Eyes[1][Blink]))
	{
		return;
	}
	const double Share = Rules.Link * (1.0 - std::max(Winks[0], Winks[1]));
	for (FEyeValues& Eye : Eyes)
	{
		Eye[Blink] += (Most - Eye[Blink]) * Share;
	}
}

void FEyeStage::Adopt(const FEyeStage& Other)
{
	if (Rules.Wink.bOn && Other.Rules.Wink.bOn)
	{
		Winking = Other.Winking;
		Winks = Other.Winks;
	}
	if (Rules.GazeHold.bOn && Other.Rules.GazeHold.bOn)
	{
		Holders = Other.Holders;
	}
}
} // namespace Koekata
