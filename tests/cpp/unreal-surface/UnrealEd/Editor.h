#pragma once

#include "CoreMinimal.h"

/** Page: API/Editor/UnrealEd, UEditorEngine, GEditor. Used by: ruyo/VRM4U VRM4UImporterModule.cpp. */
class UEditorEngine
{
public:
	template <typename T> T* GetEditorSubsystem() const;
};
extern UEditorEngine* GEditor;
