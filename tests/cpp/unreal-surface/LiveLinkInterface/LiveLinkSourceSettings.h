#pragma once

#include "CoreMinimal.h"
#include "LiveLinkTypes.h"
#include "Templates/SubclassOf.h"
#include "UObject/Object.h"

class ULiveLinkSourceFactory;

/** Page: API/Runtime/LiveLinkInterface, ELiveLinkSourceMode. */
enum class ELiveLinkSourceMode : uint8 { Latest, EngineTime, Timecode };
/** Page: API/Runtime/LiveLinkInterface, ULiveLinkSourceSettings (5.2, 5.5). Used by: lifelike-and-believable/VMCLiveLink. */
class ULiveLinkSourceSettings : public UObject
{
public:
	static UClass* StaticClass();
	ELiveLinkSourceMode Mode;
	FString ConnectionString;
	TSubclassOf<ULiveLinkSourceFactory> Factory;
};
