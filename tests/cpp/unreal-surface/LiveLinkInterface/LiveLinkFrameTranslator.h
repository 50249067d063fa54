#pragma once

#include "CoreMinimal.h"
#include "LiveLinkRole.h"
#include "LiveLinkTypes.h"
#include "UObject/Object.h"

/** Page: API/Runtime/LiveLinkInterface, ILiveLinkFrameTranslatorWorker (5.3, 5.4). May be called on any thread. */
class ILiveLinkFrameTranslatorWorker
{
public:
	virtual TSubclassOf<ULiveLinkRole> GetFromRole() const = 0;
	virtual TSubclassOf<ULiveLinkRole> GetToRole() const = 0;
	virtual bool Translate(const FLiveLinkStaticDataStruct& InStaticData, const FLiveLinkFrameDataStruct& InFrameData, FLiveLinkSubjectFrameData& OutTranslatedFrame) const = 0;

protected:
	~ILiveLinkFrameTranslatorWorker() {}
};
/** Page: API/Runtime/LiveLinkInterface, ULiveLinkFrameTranslator (5.3 to 5.5); game thread. Used by: Autodesk/LiveLink. */
class ULiveLinkFrameTranslator : public UObject
{
public:
	static UClass* StaticClass();
	using FWorkerSharedPtr = TSharedPtr<ILiveLinkFrameTranslatorWorker, ESPMode::ThreadSafe>;
	virtual TSubclassOf<ULiveLinkRole> GetFromRole() const { return nullptr; }
	virtual TSubclassOf<ULiveLinkRole> GetToRole() const { return nullptr; }
	virtual FWorkerSharedPtr FetchWorker() { return nullptr; }
};
