#include "KoekataMappingWatcher.h"

#include "Framework/Notifications/NotificationManager.h"
#include "HAL/FileManager.h"
#include "KoekataMappingAsset.h"
#include "KoekataMappingImport.h"
#include "UObject/UObjectIterator.h"
#include "Widgets/Notifications/SNotificationList.h"

#define LOCTEXT_NAMESPACE "KoekataMappingWatcher"

namespace
{
constexpr float LookEverySeconds = 0.5f;

/** When the last of the files was saved; the earliest time there is where one cannot be seen. */
FDateTime LastSaved(const TArray<FString>& Files)
{
	FDateTime Last = FDateTime::MinValue();
	for (const FString& File : Files)
	{
		const FDateTime Saved = IFileManager::Get().GetTimeStamp(*File);
		if (Saved == FDateTime::MinValue())
		{
			return Saved;
		}
		Last = FMath::Max(Last, Saved);
	}
	return Last;
}

void Notify(const UKoekataMappingAsset& Asset, bool bTaken)
{
	const FText Name = FText::FromString(Asset.GetName());
	FNotificationInfo Info(bTaken ? FText::Format(LOCTEXT("Taken", "{0}: the edited table is taken."), Name)
								  : FText::Format(LOCTEXT("Refused", "{0}: the edited table has faults; the last good one goes on."), Name));
	Info.bFireAndForget = true;
	Info.ExpireDuration = bTaken ? 2.0f : 6.0f;
	Info.bUseSuccessFailIcons = true;
	const TSharedPtr<SNotificationItem> Item = FSlateNotificationManager::Get().AddNotification(Info);
	if (Item.IsValid())
	{
		Item->SetCompletionState(bTaken ? SNotificationItem::CS_Success : SNotificationItem::CS_Fail);
	}
}
} // namespace

FKoekataMappingWatcher::FKoekataMappingWatcher()
{
	Ticker = FTSTicker::GetCoreTicker().AddTicker(FTickerDelegate::CreateRaw(this, &FKoekataMappingWatcher::Look), LookEverySeconds);
}

FKoekataMappingWatcher::~FKoekataMappingWatcher()
{
	FTSTicker::RemoveTicker(Ticker);
}

bool FKoekataMappingWatcher::Look(float)
{
	Watched.RemoveAll([](const FWatched& Entry) { return !Entry.Asset.IsValid(); });
	for (TObjectIterator<UKoekataMappingAsset> Asset; Asset; ++Asset)
	{
		if (!Asset->IsTemplate() && !Asset->SourceFiles.IsEmpty())
		{
			LookAt(**Asset);
		}
	}
	return true;
}

void FKoekataMappingWatcher::LookAt(UKoekataMappingAsset& Asset)
{
	const FDateTime Saved = LastSaved(Asset.SourceFiles);
	FWatched* Entry = Find(Asset);
	if (Entry == nullptr)
	{
		Watched.Add({&Asset, Saved, Saved});
		return;
	}
	// A file that is just being written, or replaced, is left alone until it rests.
	const bool bRests = Saved == Entry->Seen && Saved != FDateTime::MinValue();
	Entry->Seen = Saved;
	if (!bRests || Saved == Entry->Read)
	{
		return;
	}
	Entry->Read = Saved;
	const bool bTaken = KoekataMappingImport::Read(Asset, KoekataMappingImport::FileOf(Asset));
	if (bTaken)
	{
		Asset.MarkPackageDirty();
	}
	Notify(Asset, bTaken);
}

FKoekataMappingWatcher::FWatched* FKoekataMappingWatcher::Find(const UKoekataMappingAsset& Asset)
{
	return Watched.FindByPredicate([&Asset](const FWatched& Entry) { return Entry.Asset == &Asset; });
}

#undef LOCTEXT_NAMESPACE
