#pragma once

#include "Koekata/Mapping/Table.h"
#include "Names.h"

#include <array>
#include <vector>

namespace Koekata
{
/** The values of one eye: blink, squint, wide, look up, down, in, out, gaze yaw, gaze pitch; absent ones are NaN. */
constexpr size_t EyeParts = 9;
using FEyeValues = std::array<double, EyeParts>;

/** Step 4.6 for one eye: the gaze holds still in a blink. */
class FGazeHolder
{
public:
	FGazeHolder();
	void Step(FEyeValues& Eye, const FGazeHold& Rule, double Dt);

private:
	double Held(size_t Part, double Value, bool bClosing, const FGazeHold& Rule, double Dt);

	bool bShut = false;
	FEyeValues Kept;
	FEyeValues Since;
	FEyeValues Last;
};

/** Step 4: lids and gaze. */
class FEyeStage
{
public:
	FEyeStage(const FEyes& InRules, const FNames& Inputs);

	void Step(std::vector<double>& Slots, double Dt);
	/** How much the left eye and the right one wink. */
	double WinkLeft() const { return Winks[0]; }
	double WinkRight() const { return Winks[1]; }
	/** Takes over the state of the rules that both have. */
	void Adopt(const FEyeStage& Other);

private:
	void Wink(double Dt);
	void Link();

	FEyes Rules;
	bool bActive;
	size_t Yaw;
	std::array<std::array<size_t, EyeParts>, 2> Places;
	std::array<FEyeValues, 2> Eyes;
	std::array<bool, 2> Winking = {false, false};
	std::array<double, 2> Winks = {0.0, 0.0};
	std::array<FGazeHolder, 2> Holders;
};
} // namespace Koekata
