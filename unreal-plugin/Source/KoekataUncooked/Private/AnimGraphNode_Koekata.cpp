#include "AnimGraphNode_Koekata.h"

#include "Kismet2/CompilerResultsLog.h"

#define LOCTEXT_NAMESPACE "Koekata"

FText UAnimGraphNode_Koekata::GetNodeTitle(ENodeTitleType::Type) const
{
	return LOCTEXT("NodeTitle", "Koekata");
}

FText UAnimGraphNode_Koekata::GetTooltipText() const
{
	return LOCTEXT("NodeTooltip", "Applies a mapping table to curves, morph targets and bones.");
}

FString UAnimGraphNode_Koekata::GetNodeCategory() const
{
	return TEXT("Koekata");
}

FLinearColor UAnimGraphNode_Koekata::GetNodeTitleColor() const
{
	return FLinearColor(0.8f, 0.35f, 0.1f);
}

void UAnimGraphNode_Koekata::ValidateAnimNodeDuringCompilation(USkeleton* ForSkeleton, FCompilerResultsLog& MessageLog)
{
	Super::ValidateAnimNodeDuringCompilation(ForSkeleton, MessageLog);
	if (Node.Input == EKoekataNodeInput::PoseCurves && Node.Mapping == nullptr && FindPin(FName(TEXT("Mapping"))) == nullptr)
	{
		MessageLog.Warning(*LOCTEXT("NoMapping", "@@ has no mapping table: choose one, or take its motion from the face component.").ToString(), this);
	}
}

#undef LOCTEXT_NAMESPACE
