#pragma once

#include "CoreMinimal.h"
#include "LiveLinkRole.h"
#include "Misc/QualifiedFrameTime.h"
#include "UObject/Class.h"

// Pages: API/Runtime/LiveLinkInterface, each under its own name.
// Used by: lifelike-and-believable/VMCLiveLink (5.6), move-ai/grpclivelinkproject (5.3), stereolabs/zed-livelink (5.3).

/** Page: FLiveLinkSubjectName. */
struct FLiveLinkSubjectName
{
	FName Name;
	FLiveLinkSubjectName();
	FLiveLinkSubjectName(FName InName);
	operator FName&();
	operator const FName&() const;
};
/** Page: FLiveLinkSubjectKey (5.3 to 5.5). */
struct FLiveLinkSubjectKey
{
	FGuid Source;
	FLiveLinkSubjectName SubjectName;
	FLiveLinkSubjectKey();
	FLiveLinkSubjectKey(FGuid InSource, FName InSubjectName);
	bool operator==(const FLiveLinkSubjectKey& Other) const;
};
/** Page: FLiveLinkWorldTime (5.1, 5.5); the offset is what is added to the time to make it the engine's. */
struct FLiveLinkWorldTime
{
	FLiveLinkWorldTime();
	FLiveLinkWorldTime(const double InTime);
	FLiveLinkWorldTime(const double InTime, const double InOffset);
	double GetSourceTime() const;
};
/** Page: FLiveLinkMetaData. */
struct FLiveLinkMetaData
{
	FQualifiedFrameTime SceneTime;
};
/** Page: FLiveLinkBaseStaticData. */
struct FLiveLinkBaseStaticData
{
	virtual ~FLiveLinkBaseStaticData();
	static UScriptStruct* StaticStruct();
	TArray<FName> PropertyNames;
};
/** Page: FLiveLinkBaseFrameData. */
struct FLiveLinkBaseFrameData
{
	virtual ~FLiveLinkBaseFrameData();
	static UScriptStruct* StaticStruct();
	FLiveLinkWorldTime WorldTime;
	FLiveLinkMetaData MetaData;
	TArray<float> PropertyValues;
};
/** Page: FLiveLinkBaseDataStruct (5.1, 5.3, 5.5); FLiveLinkStaticDataStruct, FLiveLinkFrameDataStruct. Moved, never copied. */
template <typename BaseType> class FLiveLinkBaseDataStruct
{
public:
	FLiveLinkBaseDataStruct();
	FLiveLinkBaseDataStruct(const UScriptStruct* InType);
	FLiveLinkBaseDataStruct(FLiveLinkBaseDataStruct&& InOther);
	FLiveLinkBaseDataStruct& operator=(FLiveLinkBaseDataStruct&& InOther);
	FLiveLinkBaseDataStruct(const FLiveLinkBaseDataStruct&) = delete;
	FLiveLinkBaseDataStruct& operator=(const FLiveLinkBaseDataStruct&) = delete;
	void InitializeWith(const UScriptStruct* InOtherStruct, const BaseType* InData);
	void InitializeWith(const FLiveLinkBaseDataStruct& InOther);
	bool IsValid() const;
	BaseType* GetBaseData();
	const BaseType* GetBaseData() const;
	template <typename Type> Type* Cast()
	{
		static_assert(std::is_base_of_v<BaseType, Type>, "the data is of another kind");
		return nullptr;
	}
	template <typename Type> const Type* Cast() const
	{
		static_assert(std::is_base_of_v<BaseType, Type>, "the data is of another kind");
		return nullptr;
	}
};
typedef FLiveLinkBaseDataStruct<FLiveLinkBaseStaticData> FLiveLinkStaticDataStruct;
typedef FLiveLinkBaseDataStruct<FLiveLinkBaseFrameData> FLiveLinkFrameDataStruct;
/** Page: FLiveLinkSubjectFrameData. */
struct FLiveLinkSubjectFrameData
{
	FLiveLinkStaticDataStruct StaticData;
	FLiveLinkFrameDataStruct FrameData;
};
