#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Json/Serialization, TJsonReader, TJsonReaderFactory. */
template <class Sign = TCHAR> class TJsonReader
{
};
template <class Sign = TCHAR> class TJsonReaderFactory
{
public:
	static TSharedRef<TJsonReader<Sign>> Create(const FString& Text);
};
