#pragma once

#include "Containers/Ticker.h"
#include "CoreMinimal.h"
#include "UObject/WeakObjectPtr.h"
#include "UObject/WeakObjectPtrTemplates.h"

class UKoekataMappingAsset;

/**
 * Reads a table anew when one of the files of its chain was saved. It looks at the files' times twice a second: the chain
 * may be spread over folders that nobody else watches, and a dozen times cost nothing.
 */
class FKoekataMappingWatcher
{
public:
	FKoekataMappingWatcher();
	~FKoekataMappingWatcher();
	FKoekataMappingWatcher(const FKoekataMappingWatcher&) = delete;
	FKoekataMappingWatcher& operator=(const FKoekataMappingWatcher&) = delete;

private:
	/** An asset, with the time that its files had when they were read, and at the last look. */
	struct FWatched
	{
		TWeakObjectPtr<UKoekataMappingAsset> Asset;
		FDateTime Read;
		FDateTime Seen;
	};

	bool Look(float DeltaSeconds);
	void LookAt(UKoekataMappingAsset& Asset);
	FWatched* Find(const UKoekataMappingAsset& Asset);

	TArray<FWatched> Watched;
	FTSTicker::FDelegateHandle Ticker;
};
