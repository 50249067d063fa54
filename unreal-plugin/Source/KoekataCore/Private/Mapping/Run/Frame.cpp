#include "Koekata/Mapping/Frame.h"

#include <algorithm>

namespace Koekata
{
FMappingFrame::FMappingFrame(int Slots)
	: Values(static_cast<size_t>(Slots), 0.0), Confidences(static_cast<size_t>(Slots), 1.0), Given(static_cast<size_t>(Slots), uint8_t{0})
{
}

void FMappingFrame::Set(int Slot, double Value)
{
	if (Holds(Slot))
	{
		Values[static_cast<size_t>(Slot)] = Value;
		Given[static_cast<size_t>(Slot)] = 1;
	}
}

void FMappingFrame::SetConfidence(int Slot, double Confidence)
{
	if (Holds(Slot))
	{
		Confidences[static_cast<size_t>(Slot)] = Confidence;
	}
}

void FMappingFrame::Clear()
{
	std::fill(Given.begin(), Given.end(), uint8_t{0});
	std::fill(Confidences.begin(), Confidences.end(), 1.0);
	bTracked = true;
	bHasTime = false;
	Fire.clear();
}
} // namespace Koekata
