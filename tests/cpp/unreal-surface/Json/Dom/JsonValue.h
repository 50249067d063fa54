#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Json/Dom, FJsonValue, EJson (5.3, newest). */
class FJsonObject;
enum class EJson { None, Null, String, Number, Boolean, Array, Object };
class FJsonValue
{
public:
	EJson Type;
	virtual ~FJsonValue();
	bool TryGetNumber(double& Number) const;
	bool TryGetString(FString& Text) const;
	FString AsString() const;
	const TArray<TSharedPtr<FJsonValue>>& AsArray() const;
	const TSharedPtr<FJsonObject>& AsObject() const;
};
