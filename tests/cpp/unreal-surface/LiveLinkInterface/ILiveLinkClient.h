#pragma once

#include "Features/IModularFeature.h"
#include "LiveLinkRole.h"
#include "LiveLinkTypes.h"

class ILiveLinkSource;

/**
 * Page: API/Runtime/LiveLinkInterface, ILiveLinkClient (5.0, 5.5), FLiveLinkClient (5.3 to 5.5). What ends in _AnyThread may be called
 * on any thread, all else on the game thread; new static data clears the frames that are buffered.
 * Used by: lifelike-and-believable/VMCLiveLink VMCLiveLinkSource.cpp.
 */
class ILiveLinkClient : public IModularFeature
{
public:
	virtual ~ILiveLinkClient() {}
	static FName ModularFeatureName;
	virtual FGuid AddSource(TSharedPtr<ILiveLinkSource> Source) = 0;
	virtual void RemoveSource(TSharedPtr<ILiveLinkSource> Source) = 0;
	virtual void PushSubjectStaticData_AnyThread(const FLiveLinkSubjectKey& Key, TSubclassOf<ULiveLinkRole> Role, FLiveLinkStaticDataStruct&& StaticData) = 0;
	virtual void PushSubjectFrameData_AnyThread(const FLiveLinkSubjectKey& Key, FLiveLinkFrameDataStruct&& FrameData) = 0;
	virtual void RemoveSubject_AnyThread(const FLiveLinkSubjectKey& Key) = 0;
};
