#pragma once

#include "CoreMinimal.h"
#include "Features/IModularFeature.h"

/** Page: API/Runtime/Core/Features, IModularFeatures (5.1 to 5.5, newest). Game thread; GetModularFeature ends the engine where there is none. */
class IModularFeatures
{
public:
	static IModularFeatures& Get();
	virtual bool IsModularFeatureAvailable(const FName Type) = 0;
	template <typename T> T& GetModularFeature(const FName Type);
};
