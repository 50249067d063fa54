#pragma once

#include "CoreMinimal.h"
#include "KoekataConnection.h"
#include "KoekataTypes.h"
#include "LiveLinkSourceSettings.h"
#include "Misc/FrameRate.h"

#include "KoekataLiveLinkSourceSettings.generated.h"

/** Where a frame's scene time comes from, which Take Recorder and the timecode provider go by. */
UENUM(BlueprintType)
enum class EKoekataTimecode : uint8
{
	/** The timecode that came with the picture, where the source has one; else the engine's. */
	Source,
	/** The engine's own, at the moment of arrival. */
	Engine,
	/** The time of day at the capture, by the clock of the sidecar's machine: both machines' clocks must agree. */
	SystemTime
};

/** Of a source of Koekata, in the window Live Link. */
UCLASS()
class KOEKATA_API UKoekataLiveLinkSourceSettings : public ULiveLinkSourceSettings
{
	GENERATED_BODY()

public:
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata")
	FKoekataConnection Connection;

	/** Numbers of the performers that become subjects; empty for all. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata")
	TArray<int32> Performers;

	/** Begins the names of subjects: Koekata, Koekata-1, ... */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata")
	FString SubjectName = TEXT("Koekata");

	/**
	 * Smooth gives Live Link times without the jitter of the network, for the evaluation mode Engine Time, with an offset of
	 * two or three frames. Latest gives the time of arrival.
	 */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata")
	EKoekataPlayback Playback = EKoekataPlayback::Smooth;

	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata")
	EKoekataTimecode Timecode = EKoekataTimecode::Source;

	/** Frames of timecode in a second, which a timecode of the source does not tell. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata")
	FFrameRate TimecodeRate = FFrameRate(30, 1);
};
