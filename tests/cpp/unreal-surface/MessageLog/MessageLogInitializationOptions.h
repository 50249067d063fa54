#pragma once

/** Page: API/Developer/MessageLog, FMessageLogInitializationOptions (5.5): a header of its own, which those who fill it in include. */
struct FMessageLogInitializationOptions
{
	bool bAllowClear;
};
