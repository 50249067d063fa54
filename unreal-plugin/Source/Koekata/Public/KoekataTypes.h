#pragma once

#include "CoreMinimal.h"
#include "UObject/ObjectMacros.h"

#include "KoekataTypes.generated.h"

/** How frames that arrive unevenly are shown. */
UENUM(BlueprintType)
enum class EKoekataPlayback : uint8
{
	/** A little later, evenly. */
	Smooth,
	/** The newest frame, at once. */
	Latest
};

/** What a face hears of its performer. */
UENUM(BlueprintType)
enum class EKoekataState : uint8
{
	/** Does not listen. */
	Off,
	/** The connection cannot be opened; the status says why. */
	Failed,
	/** Nothing has come yet. */
	Waiting,
	Receiving,
	/** Frames come, and the camera does not see the face. */
	FaceLost,
	/** Nothing has come for half a second. */
	Stale
};

/** What happens to a trigger. */
UENUM(BlueprintType)
enum class EKoekataFire : uint8
{
	On,
	Off,
	Toggle
};

/** How an importer turned the axes of glTF and VRM: what the axes x, y, z of a table's bones are here. */
UENUM(BlueprintType)
enum class EKoekataBoneAxes : uint8
{
	/** y and z change places, as Unreal's own importer of glTF does. */
	SwapYZ UMETA(DisplayName = "y and z swapped (glTF)"),
	/** As Unreal's importer of FBX does. */
	MirrorY UMETA(DisplayName = "y mirrored (FBX)"),
	MirrorX UMETA(DisplayName = "x mirrored"),
	MirrorZ UMETA(DisplayName = "z mirrored")
};
