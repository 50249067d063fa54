#pragma once

#include "Dom/JsonValue.h"

/** Page: API/Runtime/Json/Dom, FJsonObject. Field names are FString up to 5.x, and may be another text later: `*Key` works for both. */
class FJsonObject
{
public:
	TMap<FString, TSharedPtr<FJsonValue>> Values;
	TSharedPtr<FJsonValue> TryGetField(const FString& Name) const;
	FString GetStringField(const FString& Name) const;
	const TArray<TSharedPtr<FJsonValue>>& GetArrayField(const FString& Name) const;
	const TSharedPtr<FJsonObject>& GetObjectField(const FString& Name) const;
	bool TryGetBoolField(const FString& Name, bool& Value) const;
	bool TryGetArrayField(const FString& Name, const TArray<TSharedPtr<FJsonValue>>*& Value) const;
	bool TryGetObjectField(const FString& Name, const TSharedPtr<FJsonObject>*& Value) const;
};
