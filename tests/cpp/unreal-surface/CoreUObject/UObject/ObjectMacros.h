#pragma once

#include "CoreMinimal.h"

// Page: "Unreal Header Tool", "Objects in Unreal Engine", "Properties". What the tool would make of them stands in
// NAME.generated.h, which unreal_headers.py writes; here the markers vanish.
#define UCLASS(...)
#define USTRUCT(...)
#define UENUM(...)
#define UPROPERTY(...)
#define UFUNCTION(...)
#define UMETA(...)
#define SURFACE_JOIN_MORE(A, B, C) A##_##B##C
#define SURFACE_JOIN(A, B, C) SURFACE_JOIN_MORE(A, B, C)
#define GENERATED_BODY(...) SURFACE_JOIN(CURRENT_FILE_ID, __LINE__, _GENERATED_BODY)

/** Page: API/Runtime/CoreUObject/UObject, EObjectFlags. */
enum EObjectFlags { RF_NoFlags = 0, RF_ClassDefaultObject = 16, RF_Transient = 64 };
