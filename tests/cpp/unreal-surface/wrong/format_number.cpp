// FText::Format takes texts, and numbers of Unreal's types
#include "CoreMinimal.h"

#include <vector>

FText Wrong(const FText& Pattern, const std::vector<int>& Numbers);
FText Wrong(const FText& Pattern, const std::vector<int>& Numbers)
{
	return FText::Format(Pattern, Numbers.size());
}
