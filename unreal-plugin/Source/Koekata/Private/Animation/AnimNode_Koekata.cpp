#include "AnimNode_Koekata.h"

#include "Animation/AnimCurveElementFlags.h"
#include "Animation/AnimCurveTypes.h"
#include "Animation/AnimInstance.h"
#include "Animation/AnimInstanceProxy.h"
#include "BoneContainer.h"
#include "BonePose.h"
#include "GameFramework/Actor.h"
#include "Koekata/Binding/PropertyPlan.h"
#include "KoekataConvert.h"
#include "KoekataFaceComponent.h"
#include "KoekataMappingAsset.h"
#include "KoekataText.h"

FAnimNode_Koekata::FAnimNode_Koekata() = default;
FAnimNode_Koekata::~FAnimNode_Koekata() = default;

FAnimNode_Koekata::FAnimNode_Koekata(const FAnimNode_Koekata& Other) : FAnimNode_Base(Other)
{
	*this = Other;
}

FAnimNode_Koekata& FAnimNode_Koekata::operator=(const FAnimNode_Koekata& Other)
{
	FAnimNode_Base::operator=(Other);
	SourcePose = Other.SourcePose;
	Input = Other.Input;
	Mapping = Other.Mapping;
	Alpha = Other.Alpha;
	BoneAxes = Other.BoneAxes;
	return *this;
}

void FAnimNode_Koekata::Initialize_AnyThread(const FAnimationInitializeContext& Context)
{
	FAnimNode_Base::Initialize_AnyThread(Context);
	SourcePose.Initialize(Context);
}

void FAnimNode_Koekata::CacheBones_AnyThread(const FAnimationCacheBonesContext& Context)
{
	SourcePose.CacheBones(Context);
	bBonesDirty = true;
}

void FAnimNode_Koekata::Update_AnyThread(const FAnimationUpdateContext& Context)
{
	GetEvaluateGraphExposedInputs().Execute(Context);
	SourcePose.Update(Context);
	Elapsed += static_cast<double>(Context.GetDeltaTime());
}

void FAnimNode_Koekata::PreUpdate(const UAnimInstance* AnimInstance)
{
	if (Input == EKoekataNodeInput::FaceComponent)
	{
		TakeComponent(AnimInstance);
	}
	else
	{
		TakeMapping();
	}
}

void FAnimNode_Koekata::TakeMapping()
{
	if (Mapping == nullptr || !Driver.SetTable(Mapping->GetTable()))
	{
		return;
	}
	PlannedFor = Mapping->GetTable();
	TakePlan(Driver.Plan());
	CurveInputs.Reset();
	for (const Koekata::FCurveInput& Entry : Driver.Curves())
	{
		CurveInputs.Add(KoekataText::NameFromCore(Entry.Curve));
	}
	CurveValues.assign(Driver.Curves().size(), 0.0f);
	CurvesGiven.assign(Driver.Curves().size(), 0);
}

void FAnimNode_Koekata::TakeComponent(const UAnimInstance* AnimInstance)
{
	const AActor* const Actor = AnimInstance != nullptr ? AnimInstance->GetOwningActor() : nullptr;
	if (!Component.IsValid() && Actor != nullptr)
	{
		Component = Actor->FindComponentByClass<UKoekataFaceComponent>();
	}
	const UKoekataFaceComponent* const Face = Component.Get();
	Values.clear();
	if (Face == nullptr || !Face->GetDriver().IsReady() || Face->Mapping == nullptr)
	{
		return;
	}
	const std::shared_ptr<const Koekata::FMappingTable> Table = Face->Mapping->GetTable();
	if (Table != PlannedFor)
	{
		PlannedFor = Table;
		TakePlan(Face->GetDriver().Plan());
	}
	Values = Face->GetDriver().Values();
}

void FAnimNode_Koekata::TakePlan(const Koekata::FOutputPlan& NewPlan)
{
	Plan = NewPlan;
	bBonesDirty = true;
	Curves.Reset();
	for (const std::vector<Koekata::FNamedOutput>* Outputs : {&Plan.Morphs, &Plan.Expressions})
	{
		for (const Koekata::FNamedOutput& Output : *Outputs)
		{
			FCurveOutput& Curve = Curves.AddDefaulted_GetRef();
			Curve.Name = KoekataText::NameFromCore(Output.Name);
			Curve.Target = Output.Target;
			Curve.Rest = static_cast<float>(Output.Rest);
		}
	}
}

void FAnimNode_Koekata::BindBones(const FBoneContainer& Required)
{
	Bones.Reset();
	for (const Koekata::FBoneOutput& Output : Plan.Bones)
	{
		FBoneReference& Bone = Bones.Add_GetRef(FBoneReference(KoekataText::NameFromCore(Output.Bone)));
		Bone.Initialize(Required);
	}
	bBonesDirty = false;
}

void FAnimNode_Koekata::Evaluate_AnyThread(FPoseContext& Output)
{
	SourcePose.Evaluate(Output);
	if (Input == EKoekataNodeInput::PoseCurves && Driver.IsReady())
	{
		StepCurves(Output);
		Values = Driver.Values();
	}
	if (bBonesDirty)
	{
		BindBones(Output.Pose.GetBoneContainer());
	}
	if (Alpha > 0.0f && !Values.empty())
	{
		ApplyCurves(Output);
		ApplyBones(Output);
	}
}

void FAnimNode_Koekata::StepCurves(const FPoseContext& Output)
{
	for (int32 Index = 0; Index < CurveInputs.Num(); ++Index)
	{
		bool bGiven = false;
		CurveValues[static_cast<size_t>(Index)] = Output.Curve.Get(CurveInputs[Index], bGiven);
		CurvesGiven[static_cast<size_t>(Index)] = bGiven ? 1 : 0;
	}
	bool bKnown = false;
	const float Tracked = Output.Curve.Get(FName(Koekata::TrackedCurve), bKnown);
	Driver.StepCurves(CurveValues, CurvesGiven, !bKnown || Tracked >= 0.5f, Elapsed);
	Elapsed = 0.0;
}

void FAnimNode_Koekata::ApplyCurves(FPoseContext& Output) const
{
	for (const FCurveOutput& Curve : Curves)
	{
		const double Value = Values[static_cast<size_t>(Curve.Target)];
		if (!FMath::IsFinite(Value))
		{
			continue;
		}
		Output.Curve.Set(Curve.Name, FMath::Lerp(Output.Curve.Get(Curve.Name), static_cast<float>(Value), Alpha));
		// What nodes before this one said of the curve, such as that it drives a material, stays.
		Output.Curve.SetFlags(Curve.Name, Output.Curve.GetFlags(Curve.Name) | UE::Anim::ECurveElementFlags::MorphTarget);
	}
}

void FAnimNode_Koekata::ApplyBones(FPoseContext& Output) const
{
	const FBoneContainer& Required = Output.Pose.GetBoneContainer();
	const Koekata::EBoneAxes Axes = KoekataConvert::Axes(BoneAxes);
	for (int32 Place = 0; Place < Bones.Num(); ++Place)
	{
		Koekata::FBoneMotion Motion;
		if (!Bones[Place].IsValidToEvaluate(Required) || !MotionOf(Plan.Bones[static_cast<size_t>(Place)], Values, Axes, Motion))
		{
			continue;
		}
		// In the bone's own axes, on top of whatever the body does.
		FTransform& Bone = Output.Pose[Bones[Place].GetCompactPoseIndex(Required)];
		Bone = KoekataConvert::Motion(Motion, Alpha) * Bone;
	}
}

void FAnimNode_Koekata::GatherDebugData(FNodeDebugData& DebugData)
{
	const FString Line = DebugData.GetNodeName(this) + FString::Printf(TEXT("(Table: %s, curves: %d, bones: %d)"),
		Mapping != nullptr ? *Mapping->GetName() : TEXT("of the face component"), Curves.Num(), Bones.Num());
	DebugData.AddDebugItem(Line);
	SourcePose.GatherDebugData(DebugData);
}
