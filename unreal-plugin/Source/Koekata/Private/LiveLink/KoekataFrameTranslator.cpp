#include "KoekataFrameTranslator.h"

#include "KoekataConvert.h"
#include "KoekataMappingAsset.h"
#include "KoekataTranslatorWorker.h"
#include "Roles/LiveLinkAnimationRole.h"
#include "Roles/LiveLinkBasicRole.h"

TSubclassOf<ULiveLinkRole> UKoekataFrameTranslator::GetFromRole() const
{
	return ULiveLinkBasicRole::StaticClass();
}

TSubclassOf<ULiveLinkRole> UKoekataFrameTranslator::GetToRole() const
{
	return ULiveLinkAnimationRole::StaticClass();
}

ULiveLinkFrameTranslator::FWorkerSharedPtr UKoekataFrameTranslator::FetchWorker()
{
	if (!Worker.IsValid())
	{
		Worker = MakeShared<FKoekataTranslatorWorker, ESPMode::ThreadSafe>();
	}
	// Live Link asks for it in every frame, so that a table that was edited is taken at once.
	if (Mapping != nullptr)
	{
		Worker->Configure(Mapping->GetTable(), Mesh, KoekataConvert::Axes(BoneAxes));
	}
	return Worker;
}
