#pragma once

#include "CoreMinimal.h"
#include "KoekataTypes.h"
#include "LiveLinkFrameTranslator.h"
#include "UObject/ObjectPtr.h"

#include "KoekataFrameTranslator.generated.h"

class FKoekataTranslatorWorker;
class UKoekataMappingAsset;
class USkeletalMesh;

/**
 * Applies a mapping table within Live Link: a subject of the Basic role is given as one of the Animation role, with the
 * curves of the table, and its bones where a mesh tells where they rest. For rigs whose animation graph is not to be touched.
 */
UCLASS(meta = (DisplayName = "Koekata Mapping"))
class KOEKATA_API UKoekataFrameTranslator : public ULiveLinkFrameTranslator
{
	GENERATED_BODY()

public:
	UPROPERTY(EditAnywhere, Category = "Koekata")
	TObjectPtr<UKoekataMappingAsset> Mapping;

	/** Tells where the bones of the table rest; without it, only curves are given. */
	UPROPERTY(EditAnywhere, Category = "Koekata")
	TObjectPtr<USkeletalMesh> Mesh;

	/** How the model's importer turned the axes of bones. */
	UPROPERTY(EditAnywhere, Category = "Koekata")
	EKoekataBoneAxes BoneAxes = EKoekataBoneAxes::SwapYZ;

	virtual TSubclassOf<ULiveLinkRole> GetFromRole() const override;
	virtual TSubclassOf<ULiveLinkRole> GetToRole() const override;
	virtual FWorkerSharedPtr FetchWorker() override;

private:
	TSharedPtr<FKoekataTranslatorWorker, ESPMode::ThreadSafe> Worker;
};
