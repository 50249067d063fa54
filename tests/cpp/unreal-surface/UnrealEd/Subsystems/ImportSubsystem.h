#pragma once

#include "EditorSubsystem.h"

class UFactory;
/** Page: API/Editor/UnrealEd/Subsystems, UImportSubsystem (5.3, 5.4). In use: UCSVImportFactory (BroadcastAssetPreImport and PostImport). */
class UImportSubsystem : public UEditorSubsystem
{
public:
	static UClass* StaticClass();
	void BroadcastAssetPreImport(UFactory* Factory, UClass* Class, UObject* Parent, const FName& Name, const TCHAR* Type);
	void BroadcastAssetPostImport(UFactory* Factory, UObject* Object);
	void BroadcastAssetReimport(UObject* Object);
};
