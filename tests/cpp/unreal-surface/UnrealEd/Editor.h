#pragma once

#include "CoreMinimal.h"

/** Page: API/Editor/UnrealEd, UEditorEngine, GEditor. */
class UEditorEngine
{
public:
	template <typename T> T* GetEditorSubsystem() const;
};
extern UEditorEngine* GEditor;
