#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Core/Misc, FOutputDevice. */
class FOutputDevice
{
public:
	virtual ~FOutputDevice();
};
