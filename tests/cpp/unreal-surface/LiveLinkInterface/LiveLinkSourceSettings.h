#pragma once

#include "CoreMinimal.h"
#include "LiveLinkTypes.h"
#include "Templates/SubclassOf.h"
#include "UObject/Object.h"

class ULiveLinkSourceFactory;

/** Page: API/Runtime/LiveLinkInterface, ELiveLinkSourceMode. */
enum class ELiveLinkSourceMode : uint8 { Latest, EngineTime, Timecode };
/** Page: API/Runtime/LiveLinkInterface, FLiveLinkSourceBufferManagementSettings (5.0; PythonAPI 5.1, 5.7). */
struct FLiveLinkSourceBufferManagementSettings
{
	float EngineTimeOffset;
	double EngineTimeClockOffset;
	FFrameRate SourceTimecodeFrameRate;
	int32 LatestOffset;
	int32 MaxNumberOfFrameToBuffered;
};
/** Page: API/Runtime/LiveLinkInterface, ULiveLinkSourceSettings (5.2, 5.5). Used by: lifelike-and-believable/VMCLiveLink. */
class ULiveLinkSourceSettings : public UObject
{
public:
	static UClass* StaticClass();
	ELiveLinkSourceMode Mode;
	FLiveLinkSourceBufferManagementSettings BufferSettings;
	FString ConnectionString;
	TSubclassOf<ULiveLinkSourceFactory> Factory;
};
