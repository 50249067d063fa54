#pragma once

#include "EditorSubsystem.h"

class UFactory;
/**
 * Page: API/Editor/UnrealEd/Subsystems, UImportSubsystem (5.3, 5.4, newest). The type is the extension of the file. Used by:
 * rive-app/rive-unreal RiveFileFactory.cpp.
 */
class UImportSubsystem : public UEditorSubsystem
{
public:
	static UClass* StaticClass();
	void BroadcastAssetPreImport(UFactory* Factory, UClass* Class, UObject* Parent, const FName& Name, const TCHAR* Type);
	void BroadcastAssetPostImport(UFactory* Factory, UObject* Object);
};
