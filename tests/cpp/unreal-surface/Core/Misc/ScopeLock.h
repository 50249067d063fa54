#pragma once

#include "HAL/CriticalSection.h"

/** Page: API/Runtime/Core/Misc, FScopeLock (5.3, newest: a TNotNull of the pointer, which a pointer becomes by itself). */
class FScopeLock
{
public:
	explicit FScopeLock(FCriticalSection* Section);
	~FScopeLock();
	FScopeLock(const FScopeLock&) = delete;
};
