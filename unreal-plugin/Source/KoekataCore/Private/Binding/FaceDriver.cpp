#include "Koekata/Binding/FaceDriver.h"

#include "Koekata/Axes/Curves.h"

#include <algorithm>

namespace Koekata
{
namespace
{
constexpr double DegreesPerRadian = 180.0 / 3.14159265358979323846;
constexpr double MetresPerCentimetre = 0.01;

/** Inputs that are curves of another name or sense; see FPropertyPlan. */
struct FOtherCurve
{
	std::string_view Input;
	std::string_view Curve;
	double Scale;
};

constexpr FOtherCurve OtherCurves[] = {
	{"headYaw", "HeadYaw", -DegreesPerRadian},
	{"headPitch", "HeadPitch", -DegreesPerRadian},
	{"headRoll", "HeadRoll", -DegreesPerRadian},
	{"gazeYawLeft", "LeftEyeYaw", -DegreesPerRadian},
	{"gazePitchLeft", "LeftEyePitch", -DegreesPerRadian},
	{"gazeYawRight", "RightEyeYaw", -DegreesPerRadian},
	{"gazePitchRight", "RightEyePitch", -DegreesPerRadian},
	// The place of the head: Unreal's X, Y, Z are the stream's z, -x, y.
	{"headX", "HeadY", -MetresPerCentimetre},
	{"headY", "HeadZ", MetresPerCentimetre},
	{"headZ", "HeadX", MetresPerCentimetre},
};

FCurveInput CurveFor(const std::string& Id, int Slot)
{
	const auto IsIt = [&Id](const FOtherCurve& Other) { return Other.Input == Id; };
	const auto Found = std::find_if(std::begin(OtherCurves), std::end(OtherCurves), IsIt);
	if (Found != std::end(OtherCurves))
	{
		return {std::string(Found->Curve), Slot, Found->Scale};
	}
	size_t Count = 0;
	const int Index = CurveIndex(Id);
	return {Index < 0 ? Id : std::string(CurveNames(Count)[Index].Curve), Slot, 1.0};
}
} // namespace

bool FFaceDriver::SetTable(const std::shared_ptr<const FMappingTable>& Table)
{
	if (Table == nullptr || (Evaluator != nullptr && &Evaluator->Table() == Table.get()))
	{
		return false;
	}
	if (Evaluator == nullptr)
	{
		Evaluator = std::make_unique<FMappingEvaluator>(Table);
		Input = std::make_unique<FStreamInput>(*Evaluator);
	}
	else
	{
		Evaluator->Adopt(Table);
		Input->Bind(*Evaluator);
	}
	Frame = Evaluator->MakeFrame();
	Outputs = PlanOutputs(*Table);
	Waiting.clear();
	PlanCurves();
	return true;
}

void FFaceDriver::PlanCurves()
{
	Inputs.clear();
	for (const FInput& Entry : Evaluator->Table().Inputs)
	{
		Inputs.push_back(CurveFor(Entry.Id, Evaluator->Slot(Entry.Id)));
	}
}

bool FFaceDriver::Fire(std::string_view Trigger, EFire Action)
{
	const int Index = Evaluator == nullptr ? -1 : Evaluator->TriggerIndex(Trigger);
	if (Index < 0)
	{
		return false;
	}
	FFire Fired;
	Fired.Condition = Index;
	Fired.Action = Action;
	Waiting.push_back(Fired);
	return true;
}

void FFaceDriver::StepStream(const FStreamFrame& Stream, double Dt, bool bStale)
{
	if (Evaluator == nullptr)
	{
		return;
	}
	Input->Fill(*Evaluator, Stream, Dt, Frame);
	if (bStale)
	{
		// The time line stands still, and the character's own time goes on.
		Frame.bTracked = false;
		Frame.bHasTime = false;
	}
	Step();
}

void FFaceDriver::StepCurves(const std::vector<float>& Curves, const std::vector<uint8_t>& Given, bool bTracked, double Dt)
{
	if (Evaluator == nullptr)
	{
		return;
	}
	Frame.Clear();
	Frame.Dt = Dt;
	Frame.bTracked = bTracked;
	const size_t Count = std::min({Inputs.size(), Curves.size(), Given.size()});
	for (size_t Index = 0; Index < Count; ++Index)
	{
		if (Given[Index] != 0)
		{
			Frame.Set(Inputs[Index].Slot, Inputs[Index].Scale * static_cast<double>(Curves[Index]));
		}
	}
	Step();
}

void FFaceDriver::Step()
{
	Frame.Fire.insert(Frame.Fire.end(), Waiting.begin(), Waiting.end());
	Waiting.clear();
	Evaluator->Step(Frame);
}

const std::vector<double>& FFaceDriver::Values() const
{
	return Evaluator == nullptr ? NoValues : Evaluator->Values();
}

const std::vector<int>& FFaceDriver::Events() const
{
	return Evaluator == nullptr ? NoEvents : Evaluator->Events();
}
} // namespace Koekata
