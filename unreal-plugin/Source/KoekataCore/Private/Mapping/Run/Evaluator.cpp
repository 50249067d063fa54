#include "Koekata/Mapping/Evaluator.h"

#include "Program.h"
#include "Scalar.h"

#include <utility>

namespace Koekata
{
FMappingEvaluator::FMappingEvaluator(std::shared_ptr<const FMappingTable> InTable)
	: Current(std::move(InTable)), Program(std::make_unique<FProgram>(*Current))
{
}

FMappingEvaluator::~FMappingEvaluator() = default;
FMappingEvaluator::FMappingEvaluator(FMappingEvaluator&&) noexcept = default;
FMappingEvaluator& FMappingEvaluator::operator=(FMappingEvaluator&&) noexcept = default;

int FMappingEvaluator::Slot(std::string_view Name) const
{
	return Program->InputNames().Find(Name);
}

int FMappingEvaluator::TargetIndex(std::string_view Id) const
{
	return Program->TargetNames().Find(Id);
}

int FMappingEvaluator::TriggerIndex(std::string_view Id) const
{
	for (size_t Place = 0; Place < Current->Conditions.size(); ++Place)
	{
		if (Current->Conditions[Place].bTrigger && Current->Conditions[Place].Id == Id)
		{
			return static_cast<int>(Place);
		}
	}
	return -1;
}

FMappingFrame FMappingEvaluator::MakeFrame() const
{
	return FMappingFrame(static_cast<int>(Current->Inputs.size()));
}

void FMappingEvaluator::Step(const FMappingFrame& Frame)
{
	Program->Step(Frame, Counts);
}

const std::vector<double>& FMappingEvaluator::Values() const
{
	return Program->Values;
}

bool FMappingEvaluator::HasValue(int Target) const
{
	return Target >= 0 && static_cast<size_t>(Target) < Values().size() && IsHere(Values()[static_cast<size_t>(Target)]);
}

const std::vector<int>& FMappingEvaluator::Events() const
{
	return Program->Fired;
}

double FMappingEvaluator::ConditionWeight(int Condition) const
{
	return Program->ConditionStage().Factors()[static_cast<size_t>(Condition)];
}

int FMappingEvaluator::Shown(int Switch) const
{
	return Program->SwitchStage().Shown(static_cast<size_t>(Switch));
}

void FMappingEvaluator::Adopt(std::shared_ptr<const FMappingTable> InTable)
{
	if (InTable == nullptr)
	{
		return;
	}
	auto Next = std::make_unique<FProgram>(*InTable);
	Next->Adopt(*Program);
	Program = std::move(Next);
	Current = std::move(InTable);
}

void FMappingEvaluator::SetTracing(bool bOn)
{
	Program->SetTracing(bOn);
}

const FTrace* FMappingEvaluator::Trace() const
{
	return Program->Trace();
}
} // namespace Koekata
