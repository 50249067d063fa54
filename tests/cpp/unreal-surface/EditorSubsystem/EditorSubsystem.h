#pragma once

#include "UObject/Object.h"

/** Page: "Programming Subsystems"; API/Editor/EditorSubsystem, UEditorSubsystem. */
class UEditorSubsystem : public UObject
{
public:
	static UClass* StaticClass();
};
