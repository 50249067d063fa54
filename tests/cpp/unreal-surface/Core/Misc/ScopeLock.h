#pragma once

#include "HAL/CriticalSection.h"

/** Page: API/Runtime/Core/Misc, FScopeLock (5.3; later by way of UE::TScopeLock). */
class FScopeLock
{
public:
	explicit FScopeLock(FCriticalSection* Section);
	~FScopeLock();
	FScopeLock(const FScopeLock&) = delete;
};
