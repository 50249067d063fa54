#pragma once

#include "CoreTypes.h"

/** Page: API/Runtime/Core/HAL, FPThreadsCriticalSection, which FCriticalSection stands for (5.0, 5.3, 5.5). */
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
