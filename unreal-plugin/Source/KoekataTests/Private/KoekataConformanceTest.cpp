#include "KoekataTestFlags.h"
#include "KoekataVectors.h"
#include "Misc/Paths.h"

#if WITH_DEV_AUTOMATION_TESTS

/** A test for each file of the folder; without the folder, one that says how to name it. */
IMPLEMENT_COMPLEX_AUTOMATION_TEST(FKoekataConformanceTest, "Koekata.Mapping.Conformance", KOEKATA_TEST_FLAGS)

void FKoekataConformanceTest::GetTests(TArray<FString>& OutBeautifiedNames, TArray<FString>& OutTestCommands) const
{
	for (const FString& Path : KoekataVectors::Files())
	{
		OutBeautifiedNames.Add(FPaths::GetBaseFilename(Path));
		OutTestCommands.Add(Path);
	}
	if (OutTestCommands.IsEmpty())
	{
		OutBeautifiedNames.Add(TEXT("the folder is missing"));
		OutTestCommands.Add(FString());
	}
}

bool FKoekataConformanceTest::RunTest(const FString& Parameters)
{
	if (Parameters.IsEmpty())
	{
		AddWarning(FString::Printf(TEXT("%s holds no vectors. Start with -KoekataVectors=<repository>/mappings/conformance/apply."), *KoekataVectors::Folder()));
		return true;
	}
	KoekataVectors::Walk(*this, Parameters);
	return !HasAnyErrors();
}

#endif
