#pragma once

#include "HAL/CriticalSection.h"

/** Page: API/Runtime/Core/Misc, FScopeLock. */
class FScopeLock
{
public:
	explicit FScopeLock(FCriticalSection* Section);
	~FScopeLock();
	FScopeLock(const FScopeLock&) = delete;
};
