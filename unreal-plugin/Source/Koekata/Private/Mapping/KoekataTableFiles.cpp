#include "KoekataTableFiles.h"

#include "KoekataText.h"
#include "Misc/FileHelper.h"

bool FKoekataTableFiles::Read(const std::string& Path, std::string& Bytes)
{
	const FString Wanted = KoekataText::FromCore(Path);
	const FKoekataMappingFile* const Found = Files.FindByPredicate([&Wanted](const FKoekataMappingFile& File) { return File.Path.Equals(Wanted); });
	if (Found == nullptr)
	{
		return false;
	}
	Bytes = KoekataText::ToCore(Found->Text);
	return true;
}

bool FKoekataDiskFiles::Read(const std::string& Path, std::string& Bytes)
{
	TArray<uint8> Read;
	const FString File = KoekataText::FromCore(Path);
	if (!FFileHelper::LoadFileToArray(Read, *File))
	{
		return false;
	}
	Bytes.assign(reinterpret_cast<const char*>(Read.GetData()), static_cast<size_t>(Read.Num()));
	FKoekataMappingFile& Kept = Found.AddDefaulted_GetRef();
	Kept.Path = File;
	Kept.Text = KoekataText::FromCore(Bytes);
	return true;
}
