#pragma once

#include "Templates/SubclassOf.h"
#include "UObject/UObjectGlobals.h"

class FFeedbackContext;
/** Page: API/Editor/UnrealEd/Factories, UFactory (FactoryCreateFile: 5.2, 5.4). Used by: AdrianPanGithub/HoudiniEngineForUnreal, HoudiniAssetFactory.h. */
class UFactory : public UObject
{
public:
	static UClass* StaticClass();
	TSubclassOf<UObject> SupportedClass;
	TArray<FString> Formats;
	int32 ImportPriority;
	static const int32 DefaultImportPriority;
	virtual bool FactoryCanImport(const FString& Filename);
	virtual UObject* FactoryCreateFile(UClass* Class, UObject* Parent, FName Name, EObjectFlags Flags, const FString& Filename, const TCHAR* Parameters, FFeedbackContext* Warnings, bool& bCancelled);
	virtual FText GetDisplayName() const;

protected:
	uint32 bCreateNew : 1;
	uint32 bEditAfterNew : 1;
	uint32 bEditorImport : 1;
	uint32 bText : 1;
};
