#pragma once

#include "EditorReimportHandler.h"
#include "Factories/Factory.h"

#include "KoekataMappingFactory.generated.h"

/** Makes mapping assets of `*.koekata.json`, and of any other JSON file that is a valid table; reads them anew. */
UCLASS()
class KOEKATAEDITOR_API UKoekataMappingFactory : public UFactory, public FReimportHandler
{
	GENERATED_BODY()

public:
	UKoekataMappingFactory();

	virtual FText GetDisplayName() const override;
	virtual bool FactoryCanImport(const FString& Filename) override;
	virtual UObject* FactoryCreateFile(UClass* InClass, UObject* InParent, FName InName, EObjectFlags Flags, const FString& Filename, const TCHAR* Parms, FFeedbackContext* Warn, bool& bOutOperationCanceled) override;

	virtual bool CanReimport(UObject* Obj, TArray<FString>& OutFilenames) override;
	virtual void SetReimportPaths(UObject* Obj, const TArray<FString>& NewReimportPaths) override;
	virtual EReimportResult::Type Reimport(UObject* Obj) override;
	virtual int32 GetPriority() const override;
};
