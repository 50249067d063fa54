#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Json/Serialization, TJsonWriter, TJsonWriterFactory. */
template <class Sign> struct TPrettyJsonPrintPolicy;
template <class Sign = TCHAR, class Policy = TPrettyJsonPrintPolicy<Sign>> class TJsonWriter
{
};
template <class Sign = TCHAR, class Policy = TPrettyJsonPrintPolicy<Sign>> class TJsonWriterFactory
{
public:
	static TSharedRef<TJsonWriter<Sign, Policy>> Create(FString* Text, int32 Indent = 0);
};
