#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Core/HAL, FRunnable. */
class FRunnable
{
public:
	virtual ~FRunnable() {}
	virtual bool Init() { return true; }
	virtual uint32 Run() = 0;
	virtual void Stop() {}
	virtual void Exit() {}
};
