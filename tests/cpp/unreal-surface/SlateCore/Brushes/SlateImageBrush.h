#pragma once

#include "Containers/UnrealString.h"
#include "Styling/SlateBrush.h"

/** Page: API/Runtime/SlateCore/Brushes, FSlateImageBrush, FSlateVectorImageBrush. In use: Epic's StarterKit of editor styles, IMAGE_BRUSH_SVG. */
struct FSlateImageBrush : public FSlateBrush
{
	FSlateImageBrush(const FString& File, const FVector2D& Size);
};
struct FSlateVectorImageBrush : public FSlateBrush
{
	FSlateVectorImageBrush(const FString& File, const FVector2D& Size);
};
