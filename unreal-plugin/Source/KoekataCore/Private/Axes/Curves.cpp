#include "Koekata/Axes/Curves.h"

namespace Koekata
{
int CurveIndex(std::string_view Channel)
{
	size_t Count = 0;
	const FCurveName* Names = CurveNames(Count);
	for (size_t Index = 0; Index < Count; ++Index)
	{
		if (Names[Index].Channel == Channel)
		{
			return static_cast<int>(Index);
		}
	}
	return -1;
}
} // namespace Koekata
