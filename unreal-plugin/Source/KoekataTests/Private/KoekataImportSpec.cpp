#include "KoekataTestFlags.h"

#if WITH_DEV_AUTOMATION_TESTS && WITH_EDITOR

#include "HAL/FileManager.h"
#include "KoekataMappingAsset.h"
#include "KoekataMappingFactory.h"
#include "Misc/FileHelper.h"
#include "Misc/Paths.h"
#include "UObject/Package.h"

/** A table's file becomes an asset, and is read anew: with a base that it extends, with faults, and mended. */
BEGIN_DEFINE_SPEC(FKoekataImportSpec, "Koekata.Import", KOEKATA_TEST_FLAGS)
	FString Folder;
	FString Table;
	void Save(const TCHAR* Name, const TCHAR* Text) const;
	UKoekataMappingAsset* Import();
	/** A new one each time: between the steps of a spec, what nothing refers to may be collected. */
	static UKoekataMappingFactory& Factory();
END_DEFINE_SPEC(FKoekataImportSpec)

void FKoekataImportSpec::Save(const TCHAR* Name, const TCHAR* Text) const
{
	FFileHelper::SaveStringToFile(Text, *FPaths::Combine(Folder, Name), FFileHelper::EEncodingOptions::ForceUTF8WithoutBOM);
}

UKoekataMappingAsset* FKoekataImportSpec::Import()
{
	bool bCancelled = false;
	UObject* Made = Factory().FactoryCreateFile(UKoekataMappingAsset::StaticClass(), GetTransientPackage(), FName("KoekataImportSpec"), RF_Transient, Table, nullptr, nullptr, bCancelled);
	return Cast<UKoekataMappingAsset>(Made);
}

UKoekataMappingFactory& FKoekataImportSpec::Factory()
{
	return *NewObject<UKoekataMappingFactory>();
}

void FKoekataImportSpec::Define()
{
	BeforeEach([this]()
	{
		Folder = FPaths::Combine(FPaths::AutomationTransientDir(), TEXT("Koekata"));
		Table = FPaths::Combine(Folder, TEXT("hero.koekata.json"));
		Save(TEXT("base.json"), TEXT("{\"version\": 1, \"rows\": [{\"id\": \"jaw\", \"from\": \"jawOpen\", \"to\": \"A\"}]}"));
		Save(TEXT("hero.koekata.json"), TEXT("{\"version\": 1, \"extends\": \"base.json\", \"rows\": [{\"id\": \"smile\", \"from\": \"mouthSmileLeft\", \"to\": \"Joy\"}]}"));
	});

	AfterEach([this]() { IFileManager::Get().DeleteDirectory(*Folder, false, true); });

	It(TEXT("takes a table with what it extends"), [this]()
	{
		const UKoekataMappingAsset* Asset = Import();
		if (TestNotNull(TEXT("asset"), Asset))
		{
			TestTrue(TEXT("loaded"), Asset->IsLoaded());
			TestEqual(TEXT("targets"), Asset->GetTargetIds().Num(), 2);
			TestEqual(TEXT("files that are watched"), Asset->SourceFiles.Num(), 2);
		}
	});

	It(TEXT("keeps the last good table while an edit has faults, and says where"), [this]()
	{
		UKoekataMappingAsset* Asset = Import();
		Save(TEXT("hero.koekata.json"), TEXT("{\"version\": 1,\n \"rows\": [{\"id\": \"smile\", \"from\": \"mouthSmileLeftt\", \"to\": \"Joy\"}]}"));
		// What the message log is told, the output log is told as an error.
		AddExpectedError(TEXT("hero.koekata.json:2"), EAutomationExpectedErrorFlags::Contains, 0);
		TestTrue(TEXT("refused"), Factory().Reimport(Asset) == EReimportResult::Failed);
		TestTrue(TEXT("still loaded"), Asset->IsLoaded());
		TestEqual(TEXT("targets"), Asset->GetTargetIds().Num(), 2);
		if (TestEqual(TEXT("faults"), Asset->Faults.Num(), 1))
		{
			TestEqual(TEXT("line"), Asset->Faults[0].Line, 2);
		}
	});

	It(TEXT("takes the table again once it is mended"), [this]()
	{
		UKoekataMappingAsset* Asset = Import();
		Save(TEXT("hero.koekata.json"), TEXT("{"));
		AddExpectedError(TEXT("hero.koekata.json:1"), EAutomationExpectedErrorFlags::Contains, 0);
		Factory().Reimport(Asset);
		Save(TEXT("hero.koekata.json"), TEXT("{\"version\": 1, \"rows\": [{\"id\": \"smile\", \"from\": \"mouthSmileLeft\", \"to\": \"Joy\"}]}"));
		TestTrue(TEXT("taken"), Factory().Reimport(Asset) == EReimportResult::Succeeded);
		TestEqual(TEXT("targets"), Asset->GetTargetIds().Num(), 1);
		TestEqual(TEXT("faults"), Asset->Faults.Num(), 0);
	});

	It(TEXT("knows a table by its content, whatever its name"), [this]()
	{
		TestTrue(TEXT("by name"), Factory().FactoryCanImport(Table));
		TestTrue(TEXT("by content"), Factory().FactoryCanImport(FPaths::Combine(Folder, TEXT("base.json"))));
		Save(TEXT("rows.json"), TEXT("[{\"Name\": \"a\"}]"));
		TestFalse(TEXT("a data table"), Factory().FactoryCanImport(FPaths::Combine(Folder, TEXT("rows.json"))));
	});
}

#endif
