#pragma once

#include "Containers/UnrealString.h"
#include "Styling/SlateBrush.h"

/** Page: API/Runtime/SlateCore/Brushes, FSlateImageBrush, FSlateVectorImageBrush (5.5). This header used by: quano1/UEProject, for images. */
struct FSlateImageBrush : public FSlateBrush
{
	FSlateImageBrush(const FString& File, const FVector2D& Size);
};
struct FSlateVectorImageBrush : public FSlateBrush
{
	FSlateVectorImageBrush(const FString& File, const FVector2D& Size);
};
