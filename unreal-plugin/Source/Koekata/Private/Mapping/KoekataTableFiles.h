#pragma once

#include "Koekata/Mapping/Loader.h"
#include "KoekataMappingAsset.h"

/** The files that an asset holds, for the loader of the core. */
class FKoekataTableFiles final : public Koekata::ITableFiles
{
public:
	explicit FKoekataTableFiles(const TArray<FKoekataMappingFile>& InFiles) : Files(InFiles) {}

	virtual bool Read(const std::string& Path, std::string& Bytes) override;

private:
	const TArray<FKoekataMappingFile>& Files;
};

/** Files of the disk, kept as they are read, in that order. */
class FKoekataDiskFiles final : public Koekata::ITableFiles
{
public:
	virtual bool Read(const std::string& Path, std::string& Bytes) override;

	TArray<FKoekataMappingFile> Found;
};
