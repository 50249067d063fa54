#pragma once

#include "Dom/JsonValue.h"

/**
 * Page: API/Runtime/Json/Dom, FJsonObject (5.4, newest, 5.8). Fields are asked for by an FString in 5.3, by a view of a text from 5.4 on; the
 * names in Values are FString, and from 5.8 on another text: `*Key` works for all.
 */
#if ENGINE_MINOR_VERSION >= 4
using SurfaceFieldName = FStringView;
#else
using SurfaceFieldName = const FString&;
#endif
class FJsonObject
{
public:
	TMap<FString, TSharedPtr<FJsonValue>> Values;
	TSharedPtr<FJsonValue> TryGetField(SurfaceFieldName Name) const;
	FString GetStringField(SurfaceFieldName Name) const;
	const TArray<TSharedPtr<FJsonValue>>& GetArrayField(SurfaceFieldName Name) const;
	const TSharedPtr<FJsonObject>& GetObjectField(SurfaceFieldName Name) const;
	bool TryGetBoolField(SurfaceFieldName Name, bool& Value) const;
	bool TryGetArrayField(SurfaceFieldName Name, const TArray<TSharedPtr<FJsonValue>>*& Value) const;
	bool TryGetObjectField(SurfaceFieldName Name, const TSharedPtr<FJsonObject>*& Value) const;
};
