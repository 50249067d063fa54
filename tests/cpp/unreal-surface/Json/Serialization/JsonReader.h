#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Json/Serialization, TJsonReader, TJsonReaderFactory (5.3 to 5.5, newest). */
template <class Sign = TCHAR> class TJsonReader
{
};
template <class Sign = TCHAR> class TJsonReaderFactory
{
public:
	static TSharedRef<TJsonReader<Sign>> Create(const FString& Text);
};
