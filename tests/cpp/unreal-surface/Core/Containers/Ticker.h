#pragma once

#include "Delegates/Delegate.h"

/** Page: API/Runtime/Core/Containers, FTSTicker (4.27 to 5.6, newest); RemoveTicker is static, and waits for a call that is under way. */
DECLARE_DELEGATE_RetVal_OneParam(bool, FTickerDelegate, float);
class FTSTicker
{
public:
	using FDelegateHandle = TWeakPtr<struct FSurfaceTickerElement>;
	static FTSTicker& GetCoreTicker();
	FDelegateHandle AddTicker(const FTickerDelegate& Delegate, float Delay = 0.0f);
	static void RemoveTicker(FDelegateHandle Handle);
};
