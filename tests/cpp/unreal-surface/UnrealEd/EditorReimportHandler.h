#pragma once

#include "CoreMinimal.h"

class UObject;
/** Page: API/Editor/UnrealEd, FReimportHandler, FReimportManager, EReimportResult (5.1 to 5.5). Used by: AdrianPanGithub/HoudiniEngineForUnreal. */
namespace EReimportResult
{
enum Type { Failed, Succeeded, Cancelled };
}
class FReimportHandler
{
public:
	FReimportHandler();
	virtual ~FReimportHandler();
	virtual bool CanReimport(UObject* Object, TArray<FString>& Filenames) = 0;
	virtual void SetReimportPaths(UObject* Object, const TArray<FString>& Paths) = 0;
	virtual EReimportResult::Type Reimport(UObject* Object) = 0;
	virtual int32 GetPriority() const;
};
class FReimportManager
{
public:
	static FReimportManager* Instance();
	bool Reimport(UObject* Object, bool bAskForNewFileIfMissing = false, bool bShowNotification = true, FString PreferredFile = FString(), FReimportHandler* Handler = nullptr, int32 SourceFileIndex = INDEX_NONE);
};
