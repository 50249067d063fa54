#pragma once

#include "CoreMinimal.h"
#include "Features/IModularFeature.h"

/** Page: API/Runtime/Core/Features, IModularFeatures. */
class IModularFeatures
{
public:
	static IModularFeatures& Get();
	virtual bool IsModularFeatureAvailable(const FName Type) = 0;
	template <typename T> T& GetModularFeature(const FName Type);
};
