#include "KoekataLiveLinkSourceFactory.h"

#include "KoekataLiveLinkSource.h"
#include "KoekataLog.h"
#include "Ui/SKoekataSourcePanel.h"

#define LOCTEXT_NAMESPACE "Koekata"

FText UKoekataLiveLinkSourceFactory::GetSourceDisplayName() const
{
	return LOCTEXT("SourceDisplayName", "Koekata");
}

FText UKoekataLiveLinkSourceFactory::GetSourceTooltip() const
{
	return LOCTEXT("SourceTooltip", "The face and voice that a Koekata sidecar sends.");
}

TSharedPtr<SWidget> UKoekataLiveLinkSourceFactory::BuildCreationPanel(FOnLiveLinkSourceCreated OnCreated) const
{
	return SNew(SKoekataSourcePanel).Factory(this).OnSourceCreated(OnCreated);
}

TSharedPtr<ILiveLinkSource> UKoekataLiveLinkSourceFactory::CreateSource(const FString& ConnectionString) const
{
	FKoekataConnection Connection;
	FString Error;
	if (!FKoekataConnection::FromText(ConnectionString, Connection, Error))
	{
		UE_LOG(LogKoekata, Error, TEXT("%s"), *Error);
		return nullptr;
	}
	return MakeShared<FKoekataLiveLinkSource>(Connection);
}

#undef LOCTEXT_NAMESPACE
