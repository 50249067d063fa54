#pragma once

#include "Containers/UnrealString.h"
#include "Styling/SlateBrush.h"

namespace UE::Slate
{
/** Page: API/Runtime/SlateCore, FSlateImageBrush (without a version); it is made of either kind of vector. */
struct FDeprecateVector2DParameter
{
	FDeprecateVector2DParameter(const FVector2D& Size);
};
} // namespace UE::Slate
/**
 * Page: API/Runtime/SlateCore/Brushes, FSlateImageBrush, FSlateVectorImageBrush (5.5, and without a version for what they are
 * made of). Used by: LucidDelta/UE5AgentCVar UE5AgentCVarStyle.cpp, smokescreen690/LiveLinkMVNPlugin-UE5.4.2 MvnRemoteControlUtils.cpp.
 */
struct FSlateImageBrush : public FSlateBrush
{
	FSlateImageBrush(const FString& File, const UE::Slate::FDeprecateVector2DParameter& Size);
};
struct FSlateVectorImageBrush : public FSlateImageBrush
{
	FSlateVectorImageBrush(const FString& File, const UE::Slate::FDeprecateVector2DParameter& Size);
};
