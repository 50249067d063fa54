#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Core/HAL, FRunnable (5.0, 5.3 to 5.5, newest). Init and Run come on the new thread, Stop on the one that asks. */
class FRunnable
{
public:
	virtual ~FRunnable() {}
	virtual bool Init() { return true; }
	virtual uint32 Run() = 0;
	virtual void Stop() {}
};
