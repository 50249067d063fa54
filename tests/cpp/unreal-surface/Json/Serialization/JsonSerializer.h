#pragma once

#include "Dom/JsonObject.h"
#include "Serialization/JsonReader.h"
#include "Serialization/JsonWriter.h"

/** Page: API/Runtime/Json/Serialization, FJsonSerializer (4.27 to 5.6). The writer's policy is found by itself. */
class FJsonSerializer
{
public:
	template <class Sign> static bool Deserialize(const TSharedRef<TJsonReader<Sign>>& Reader, TSharedPtr<FJsonObject>& Object);
	template <class Sign, class Policy> static bool Serialize(const TSharedRef<FJsonObject>& Object, const TSharedRef<TJsonWriter<Sign, Policy>>& Writer, bool bCloseWriter = true);
};
