#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/SlateCore/Types: alignments. */
enum EHorizontalAlignment { HAlign_Fill, HAlign_Left, HAlign_Center, HAlign_Right };
enum EVerticalAlignment { VAlign_Fill, VAlign_Top, VAlign_Center, VAlign_Bottom };
