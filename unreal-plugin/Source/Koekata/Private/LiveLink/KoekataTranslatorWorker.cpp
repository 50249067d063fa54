#include "KoekataTranslatorWorker.h"

#include "Engine/SkeletalMesh.h"
#include "Koekata/Binding/PropertyPlan.h"
#include "KoekataConvert.h"
#include "KoekataText.h"
#include "Misc/ScopeLock.h"
#include "ReferenceSkeleton.h"
#include "Roles/LiveLinkAnimationRole.h"
#include "Roles/LiveLinkAnimationTypes.h"
#include "Roles/LiveLinkBasicRole.h"

TSubclassOf<ULiveLinkRole> FKoekataTranslatorWorker::GetFromRole() const
{
	return ULiveLinkBasicRole::StaticClass();
}

TSubclassOf<ULiveLinkRole> FKoekataTranslatorWorker::GetToRole() const
{
	return ULiveLinkAnimationRole::StaticClass();
}

void FKoekataTranslatorWorker::Configure(const std::shared_ptr<const Koekata::FMappingTable>& Table, const USkeletalMesh* Mesh, Koekata::EBoneAxes NewAxes)
{
	const FScopeLock Lock(&Section);
	State.Axes = NewAxes;
	const bool bPlan = State.Driver.SetTable(Table);
	if (bPlan)
	{
		BindCurves();
	}
	if (bPlan || State.Mesh.Get() != Mesh)
	{
		BindBones(Mesh);
	}
}

void FKoekataTranslatorWorker::BindCurves()
{
	State.Properties.Reset();
	State.Sources.Reset();
	State.Curves.Reset();
	for (const std::vector<Koekata::FNamedOutput>* Outputs : {&State.Driver.Plan().Morphs, &State.Driver.Plan().Expressions})
	{
		for (const Koekata::FNamedOutput& Output : *Outputs)
		{
			FCurve& Curve = State.Curves.AddDefaulted_GetRef();
			Curve.Name = KoekataText::NameFromCore(Output.Name);
			Curve.Target = Output.Target;
			Curve.Rest = Output.Rest;
		}
	}
}

void FKoekataTranslatorWorker::BindBones(const USkeletalMesh* Mesh)
{
	State.Mesh = Mesh;
	State.Bones.clear();
	State.BoneNames.Reset();
	State.BonesAtRest.Reset();
	if (Mesh == nullptr)
	{
		return;
	}
	const FReferenceSkeleton& Skeleton = Mesh->GetRefSkeleton();
	for (const Koekata::FBoneOutput& Output : State.Driver.Plan().Bones)
	{
		const FName Name = KoekataText::NameFromCore(Output.Bone);
		const int32 Index = Skeleton.FindBoneIndex(Name);
		if (Index != INDEX_NONE)
		{
			State.Bones.push_back(Output);
			State.BoneNames.Add(Name);
			State.BonesAtRest.Add(Skeleton.GetRefBonePose()[Index]);
		}
	}
}

void FKoekataTranslatorWorker::BindProperties(const TArray<FName>& Names) const
{
	if (State.Sources.Num() > 0 && State.Properties == Names)
	{
		return;
	}
	State.Properties = Names;
	State.Sources.Reset();
	for (const Koekata::FCurveInput& Input : State.Driver.Curves())
	{
		State.Sources.Add(Names.Find(KoekataText::NameFromCore(Input.Curve)));
	}
	State.Tracked = Names.Find(FName(Koekata::TrackedCurve));
	State.Values.assign(State.Driver.Curves().size(), 0.0f);
	State.Given.assign(State.Driver.Curves().size(), 0);
}

void FKoekataTranslatorWorker::Step(const TArray<float>& Properties, double Time) const
{
	if (State.bStepped && Time == State.LastTime)
	{
		return; // Asked again for the same frame.
	}
	for (int32 Index = 0; Index < State.Sources.Num(); ++Index)
	{
		const int32 Source = State.Sources[Index];
		const bool bGiven = Properties.IsValidIndex(Source);
		State.Given[static_cast<size_t>(Index)] = bGiven ? 1 : 0;
		State.Values[static_cast<size_t>(Index)] = bGiven ? Properties[Source] : 0.0f;
	}
	const bool bTracked = !Properties.IsValidIndex(State.Tracked) || Properties[State.Tracked] >= 0.5f;
	const double Dt = State.bStepped ? FMath::Max(Time - State.LastTime, 0.0) : 0.0;
	State.Driver.StepCurves(State.Values, State.Given, bTracked, Dt);
	State.bStepped = true;
	State.LastTime = Time;
}

bool FKoekataTranslatorWorker::Translate(const FLiveLinkStaticDataStruct& InStaticData, const FLiveLinkFrameDataStruct& InFrameData, FLiveLinkSubjectFrameData& OutTranslatedFrame) const
{
	const FLiveLinkBaseStaticData* const Names = InStaticData.GetBaseData();
	const FLiveLinkBaseFrameData* const Frame = InFrameData.GetBaseData();
	const FScopeLock Lock(&Section);
	if (!InStaticData.IsValid() || !InFrameData.IsValid() || Names == nullptr || Frame == nullptr || !State.Driver.IsReady())
	{
		return false;
	}
	BindProperties(Names->PropertyNames);
	Step(Frame->PropertyValues, Frame->WorldTime.GetSourceTime());
	WriteStatic(OutTranslatedFrame);
	WriteFrame(*Frame, OutTranslatedFrame);
	return true;
}

void FKoekataTranslatorWorker::WriteStatic(FLiveLinkSubjectFrameData& Out) const
{
	Out.StaticData.InitializeWith(FLiveLinkSkeletonStaticData::StaticStruct(), nullptr);
	FLiveLinkSkeletonStaticData& Data = *Out.StaticData.Cast<FLiveLinkSkeletonStaticData>();
	for (const FCurve& Curve : State.Curves)
	{
		Data.PropertyNames.Add(Curve.Name);
	}
	TArray<int32> Parents;
	Parents.Init(INDEX_NONE, State.BoneNames.Num());
	Data.SetBoneNames(State.BoneNames);
	Data.SetBoneParents(Parents);
}

void FKoekataTranslatorWorker::WriteFrame(const FLiveLinkBaseFrameData& From, FLiveLinkSubjectFrameData& Out) const
{
	Out.FrameData.InitializeWith(FLiveLinkAnimationFrameData::StaticStruct(), nullptr);
	FLiveLinkAnimationFrameData& Data = *Out.FrameData.Cast<FLiveLinkAnimationFrameData>();
	Data.WorldTime = From.WorldTime;
	Data.MetaData = From.MetaData;
	for (const FCurve& Curve : State.Curves)
	{
		Data.PropertyValues.Add(KoekataConvert::Weighed(State.Driver.Values(), Curve.Target, Curve.Rest, 1.0f));
	}
	for (int32 Place = 0; Place < State.BonesAtRest.Num(); ++Place)
	{
		Koekata::FBoneMotion Motion;
		const bool bMoves = MotionOf(State.Bones[static_cast<size_t>(Place)], State.Driver.Values(), State.Axes, Motion);
		Data.Transforms.Add(bMoves ? KoekataConvert::Motion(Motion, 1.0f) * State.BonesAtRest[Place] : State.BonesAtRest[Place]);
	}
}
