#pragma once

#include "Animation/AnimNodeBase.h"
#include "Animation/BoneReference.h"
#include "CoreMinimal.h"
#include "Koekata/Binding/FaceDriver.h"
#include "KoekataTypes.h"

#include "AnimNode_Koekata.generated.h"

class UKoekataFaceComponent;
class UKoekataMappingAsset;

/** Where the node Koekata takes its motion from. */
UENUM(BlueprintType)
enum class EKoekataNodeInput : uint8
{
	/** The curves of the pose before it: of a Live Link Pose, or of what Take Recorder recorded. Needs a table. */
	PoseCurves,
	/** The actor's component Koekata Face, with its table. */
	FaceComponent
};

/** Applies a mapping table to curves, morph targets and bones of a pose. */
USTRUCT(BlueprintInternalUseOnly)
struct KOEKATA_API FAnimNode_Koekata : public FAnimNode_Base
{
	GENERATED_BODY()

public:
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Links")
	FPoseLink SourcePose;

	UPROPERTY(EditAnywhere, Category = "Koekata")
	EKoekataNodeInput Input = EKoekataNodeInput::PoseCurves;

	/** The character's table, for the curves of the pose. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata", meta = (PinHiddenByDefault))
	TObjectPtr<UKoekataMappingAsset> Mapping;

	/** How much of the motion is applied. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata", meta = (PinShownByDefault, ClampMin = "0", ClampMax = "1"))
	float Alpha = 1.0f;

	/** How the model's importer turned the axes of bones. */
	UPROPERTY(EditAnywhere, Category = "Koekata")
	EKoekataBoneAxes BoneAxes = EKoekataBoneAxes::SwapYZ;

	FAnimNode_Koekata();
	// The driver is the node's own and is not copied with its settings.
	FAnimNode_Koekata(const FAnimNode_Koekata& Other);
	FAnimNode_Koekata& operator=(const FAnimNode_Koekata& Other);
	virtual ~FAnimNode_Koekata() override;

	virtual void Initialize_AnyThread(const FAnimationInitializeContext& Context) override;
	virtual void CacheBones_AnyThread(const FAnimationCacheBonesContext& Context) override;
	virtual void Update_AnyThread(const FAnimationUpdateContext& Context) override;
	virtual void Evaluate_AnyThread(FPoseContext& Output) override;
	virtual void GatherDebugData(FNodeDebugData& DebugData) override;
	virtual bool HasPreUpdate() const override { return true; }
	virtual void PreUpdate(const UAnimInstance* AnimInstance) override;

private:
	void TakeComponent(const UAnimInstance* AnimInstance);
	void TakeMapping();
	void TakePlan(const Koekata::FOutputPlan& NewPlan);
	void BindBones(const FBoneContainer& Required);
	void StepCurves(const FPoseContext& Output);
	void ApplyCurves(FPoseContext& Output) const;
	void ApplyBones(FPoseContext& Output) const;

	/** For the curves of the pose. */
	Koekata::FFaceDriver Driver;
	std::vector<float> CurveValues;
	std::vector<uint8_t> CurvesGiven;
	TArray<FName> CurveInputs;
	double Elapsed = 0.0;

	TWeakObjectPtr<const UKoekataFaceComponent> Component;
	/** The table whose plan is held. */
	std::shared_ptr<const Koekata::FMappingTable> PlannedFor;
	Koekata::FOutputPlan Plan;
	/** Of this frame, by target. */
	std::vector<double> Values;
	struct FCurveOutput
	{
		FName Name;
		int Target = -1;
		float Rest = 0.0f;
	};
	TArray<FCurveOutput> Curves;
	/** By the bones of the plan; not valid for those that the mesh does not have. */
	TArray<FBoneReference> Bones;
	bool bBonesDirty = true;
};
