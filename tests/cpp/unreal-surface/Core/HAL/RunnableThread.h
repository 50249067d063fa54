#pragma once

#include "CoreMinimal.h"

class FRunnable;
/** Page: API/Runtime/Core/HAL, EThreadPriority. */
enum EThreadPriority { TPri_Normal, TPri_AboveNormal, TPri_BelowNormal, TPri_Highest };

/** Page: API/Runtime/Core/HAL, FRunnableThread (5.1, 5.3 to 5.5, newest); Kill calls FRunnable::Stop. Used by: lifelike-and-believable/VMCLiveLink VMCUdpReceiver.cpp. */
class FRunnableThread
{
public:
	static FRunnableThread* Create(FRunnable* Runnable, const TCHAR* ThreadName, uint32 StackSize = 0, EThreadPriority Priority = TPri_Normal);
	virtual bool Kill(bool bShouldWait = true) = 0;
	virtual ~FRunnableThread();
};
