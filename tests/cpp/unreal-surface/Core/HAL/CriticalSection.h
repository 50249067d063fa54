#pragma once

#include "CoreTypes.h"

/** Page: API/Runtime/Core/HAL, FCriticalSection. */
class FCriticalSection
{
public:
	FCriticalSection();
	FCriticalSection(const FCriticalSection&) = delete;
	FCriticalSection& operator=(const FCriticalSection&) = delete;
	void Lock();
	bool TryLock();
	void Unlock();
};
