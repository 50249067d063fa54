#pragma once

#include "CoreMinimal.h"
#include "HAL/CriticalSection.h"
#include "Koekata/Binding/FaceDriver.h"
#include "LiveLinkFrameTranslator.h"
#include "UObject/WeakObjectPtr.h"
#include "UObject/WeakObjectPtrTemplates.h"

class USkeletalMesh;

/** A table for one subject. Live Link may ask it on any thread, and more than once for a frame. */
class FKoekataTranslatorWorker final : public ILiveLinkFrameTranslatorWorker
{
public:
	virtual ~FKoekataTranslatorWorker() = default;

	/** Game thread. */
	void Configure(const std::shared_ptr<const Koekata::FMappingTable>& Table, const USkeletalMesh* Mesh, Koekata::EBoneAxes NewAxes);

	virtual TSubclassOf<ULiveLinkRole> GetFromRole() const override;
	virtual TSubclassOf<ULiveLinkRole> GetToRole() const override;
	virtual bool Translate(const FLiveLinkStaticDataStruct& InStaticData, const FLiveLinkFrameDataStruct& InFrameData, FLiveLinkSubjectFrameData& OutTranslatedFrame) const override;

private:
	struct FCurve
	{
		FName Name;
		int Target = -1;
		double Rest = 0.0;
	};

	/** The state of a table goes on from frame to frame, behind an interface that knows none. */
	struct FState
	{
		Koekata::FFaceDriver Driver;
		Koekata::EBoneAxes Axes = Koekata::EBoneAxes::SwapYZ;
		TWeakObjectPtr<const USkeletalMesh> Mesh;
		TArray<FName> BoneNames;
		TArray<FTransform> BonesAtRest;
		std::vector<Koekata::FBoneOutput> Bones;
		TArray<FCurve> Curves;
		/** By the driver's curves: the place among the properties of the subject. */
		TArray<int32> Sources;
		TArray<FName> Properties;
		int32 Tracked = INDEX_NONE;
		std::vector<float> Values;
		std::vector<uint8_t> Given;
		bool bStepped = false;
		double LastTime = 0.0;
	};

	void BindBones(const USkeletalMesh* Mesh);
	void BindCurves();
	void BindProperties(const TArray<FName>& Names) const;
	void Step(const TArray<float>& Properties, double Time) const;
	void WriteStatic(FLiveLinkSubjectFrameData& Out) const;
	void WriteFrame(const FLiveLinkBaseFrameData& From, FLiveLinkSubjectFrameData& Out) const;

	mutable FCriticalSection Section;
	mutable FState State;
};
