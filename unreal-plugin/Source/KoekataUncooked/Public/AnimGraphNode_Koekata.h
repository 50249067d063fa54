#pragma once

#include "AnimGraphNode_Base.h"
#include "AnimNode_Koekata.h"
#include "CoreMinimal.h"

#include "AnimGraphNode_Koekata.generated.h"

/** The node Koekata in an animation graph. */
UCLASS(meta = (Keywords = "mapping, face, live link, morph"))
class KOEKATAUNCOOKED_API UAnimGraphNode_Koekata : public UAnimGraphNode_Base
{
	GENERATED_BODY()

public:
	UPROPERTY(EditAnywhere, Category = "Settings")
	FAnimNode_Koekata Node;

	virtual FText GetNodeTitle(ENodeTitleType::Type TitleType) const override;
	virtual FText GetTooltipText() const override;
	virtual FString GetNodeCategory() const override;
	virtual FLinearColor GetNodeTitleColor() const override;
	virtual void ValidateAnimNodeDuringCompilation(USkeleton* ForSkeleton, FCompilerResultsLog& MessageLog) override;
};
