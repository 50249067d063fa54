#pragma once

#include "Dom/JsonObject.h"
#include "Serialization/JsonReader.h"
#include "Serialization/JsonWriter.h"

/** Page: API/Runtime/Json/Serialization, FJsonSerializer (4.27 to 5.6). */
class FJsonSerializer
{
public:
	template <class Sign> static bool Deserialize(const TSharedRef<TJsonReader<Sign>>& Reader, TSharedPtr<FJsonObject>& Object);
	template <class Sign> static bool Serialize(const TSharedRef<FJsonObject>& Object, const TSharedRef<TJsonWriter<Sign>>& Writer, bool bCloseWriter = true);
};
