#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Json/Serialization, TJsonWriter, TJsonWriterFactory. */
template <class Sign = TCHAR> class TJsonWriter
{
};
template <class Sign = TCHAR> class TJsonWriterFactory
{
public:
	static TSharedRef<TJsonWriter<Sign>> Create(FString* Text, int32 Indent = 0);
};
