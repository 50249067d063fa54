#include "Events.h"

#include "Names.h"
#include "Scalar.h"

namespace Koekata
{
FEvents::FEvents(const std::vector<FTarget>& InTargets) : Targets(&InTargets), High(InTargets.size(), 0)
{
	for (size_t Place = 0; Place < InTargets.size(); ++Place)
	{
		if (InTargets[Place].Kind == EKind::Event)
		{
			Places.push_back(Place);
		}
	}
}

void FEvents::Step(std::vector<double>& Values, std::vector<int>& Fired)
{
	Fired.clear();
	for (const size_t Place : Places)
	{
		const FTarget& Target = (*Targets)[Place];
		const bool bWas = High[Place] != 0;
		// Nothing is above or below what is absent.
		const bool bIs = Hysteresis(bWas, Values[Place], Target.On, Target.Off);
		High[Place] = bIs ? 1 : 0;
		Values[Place] = Absent;
		if (bIs && !bWas)
		{
			Fired.push_back(static_cast<int>(Place));
		}
	}
}

void FEvents::Adopt(const FEvents& Other)
{
	ForShared(*Targets, *Other.Targets, [&](size_t Mine, size_t Theirs) { High[Mine] = Other.High[Theirs]; });
}
} // namespace Koekata
