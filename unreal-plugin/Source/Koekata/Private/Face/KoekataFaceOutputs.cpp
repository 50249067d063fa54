#include "KoekataFaceOutputs.h"

#include "Animation/MorphTarget.h"
#include "Components/PoseableMeshComponent.h"
#include "Components/SkeletalMeshComponent.h"
#include "Engine/SkeletalMesh.h"
#include "GameFramework/Actor.h"
#include "KoekataConvert.h"
#include "KoekataText.h"
#include "Materials/MaterialInstanceDynamic.h"

namespace
{
/** A dynamic material has a name that the engine made up; a table knows the one that it was made of. */
bool IsNamed(const UMaterialInterface& Material, const FString& Wanted)
{
	const UMaterialInstanceDynamic* const Dynamic = Cast<UMaterialInstanceDynamic>(&Material);
	const bool bParent = Dynamic != nullptr && Dynamic->Parent != nullptr && Dynamic->Parent->GetName() == Wanted;
	return bParent || Material.GetName() == Wanted;
}

bool IsSlot(const UMeshComponent& Mesh, int32 Slot, const FName& SlotName, const FString& Wanted)
{
	const UMaterialInterface* const Material = Mesh.GetMaterial(Slot);
	return SlotName.ToString() == Wanted || (Material != nullptr && IsNamed(*Material, Wanted));
}

bool HasParameter(const UMaterialInterface& Material, const FName& Name, bool bVector)
{
	float Number = 0.0f;
	FLinearColor Colour;
	return bVector ? Material.GetVectorParameterValue(Name, Colour) : Material.GetScalarParameterValue(Name, Number);
}
} // namespace

void FKoekataFaceOutputs::Bind(const AActor& Actor, const TArray<FName>& Wanted, const Koekata::FOutputPlan& Plan)
{
	Release();
	*this = FKoekataFaceOutputs();
	for (const Koekata::FNamedOutput& Output : Plan.Sprites)
	{
		FSprite& Sprite = Sprites.AddDefaulted_GetRef();
		Sprite.Name = KoekataText::NameFromCore(Output.Name);
		Sprite.Target = Output.Target;
	}
	TInlineComponentArray<UMeshComponent*> Meshes;
	Actor.GetComponents(Meshes);
	TSet<FString> Found;
	for (UMeshComponent* Mesh : Meshes)
	{
		if (Wanted.IsEmpty() || Wanted.Contains(Mesh->GetFName()))
		{
			BindMesh(*Mesh, Plan, Found);
		}
	}
	NoteMissing(Plan, Found);
}

void FKoekataFaceOutputs::BindMesh(UMeshComponent& Mesh, const Koekata::FOutputPlan& Plan, TSet<FString>& Found)
{
	if (USkeletalMeshComponent* const Skeletal = Cast<USkeletalMeshComponent>(&Mesh))
	{
		BindMorphs(*Skeletal, Plan.Morphs, Found);
		BindMorphs(*Skeletal, Plan.Expressions, Found);
	}
	if (UPoseableMeshComponent* const Poseable = Cast<UPoseableMeshComponent>(&Mesh))
	{
		BindBones(*Poseable, Plan, Found);
	}
	BindMaterials(Mesh, Plan, Found);
}

void FKoekataFaceOutputs::BindMorphs(USkeletalMeshComponent& Mesh, const std::vector<Koekata::FNamedOutput>& Outputs, TSet<FString>& Found)
{
	const USkeletalMesh* const Asset = Mesh.GetSkeletalMeshAsset();
	for (const Koekata::FNamedOutput& Output : Outputs)
	{
		const FString Wanted = KoekataText::FromCore(Output.Mesh);
		const FName Name = KoekataText::NameFromCore(Output.Name);
		const bool bMesh = Wanted.IsEmpty() || Mesh.GetName() == Wanted || (Asset != nullptr && Asset->GetName() == Wanted);
		if (Asset == nullptr || !bMesh || Asset->FindMorphTarget(Name) == nullptr)
		{
			continue;
		}
		FMorph& Morph = Morphs.AddDefaulted_GetRef();
		Morph.Mesh = &Mesh;
		Morph.Name = Name;
		Morph.Target = Output.Target;
		Morph.Rest = Output.Rest;
		Found.Add(Name.ToString());
	}
}

void FKoekataFaceOutputs::BindBones(UPoseableMeshComponent& Mesh, const Koekata::FOutputPlan& Plan, TSet<FString>& Found)
{
	for (const Koekata::FBoneOutput& Output : Plan.Bones)
	{
		const FName Name = KoekataText::NameFromCore(Output.Bone);
		const int32 Index = Mesh.GetBoneIndex(Name);
		if (!Mesh.BoneSpaceTransforms.IsValidIndex(Index))
		{
			continue;
		}
		FBone& Bone = Bones.emplace_back();
		Bone.Mesh = &Mesh;
		Bone.Output = Output;
		Bone.Index = Index;
		Bone.Rest = Mesh.BoneSpaceTransforms[Index];
		Found.Add(Name.ToString());
	}
}

void FKoekataFaceOutputs::BindMaterials(UMeshComponent& Mesh, const Koekata::FOutputPlan& Plan, TSet<FString>& Found)
{
	const TArray<FName> Slots = Mesh.GetMaterialSlotNames();
	for (int32 Slot = 0; Slot < Mesh.GetNumMaterials(); ++Slot)
	{
		const FName SlotName = Slots.IsValidIndex(Slot) ? Slots[Slot] : FName();
		for (const Koekata::FMaterialOutput& Output : Plan.Materials)
		{
			const UMaterialInterface* const Material = Mesh.GetMaterial(Slot);
			const FName Name = KoekataText::NameFromCore(Output.Property);
			if (Material != nullptr && IsSlot(Mesh, Slot, SlotName, KoekataText::FromCore(Output.Material)) && HasParameter(*Material, Name, Output.IsVector()))
			{
				AddParameter(Mesh, Slot, Output);
				Found.Add(Name.ToString());
			}
		}
		for (const FSprite& Sprite : Sprites)
		{
			const UMaterialInterface* const Material = Mesh.GetMaterial(Slot);
			if (Material != nullptr && HasParameter(*Material, Sprite.Name, false))
			{
				Koekata::FMaterialOutput Output;
				Output.Property = KoekataText::ToCore(Sprite.Name.ToString());
				Output.Value = Sprite.Target;
				if (FParameter* const Parameter = AddParameter(Mesh, Slot, Output))
				{
					Parameter->bWhole = true;
				}
			}
		}
	}
}

FKoekataFaceOutputs::FParameter* FKoekataFaceOutputs::AddParameter(UMeshComponent& Mesh, int32 Slot, const Koekata::FMaterialOutput& Output)
{
	// One that is dynamic already goes on, so that two outputs of a slot, and a game's own changes, share it.
	UMaterialInstanceDynamic* Material = Cast<UMaterialInstanceDynamic>(Mesh.GetMaterial(Slot));
	Material = Material != nullptr ? Material : Mesh.CreateDynamicMaterialInstance(Slot);
	if (Material == nullptr)
	{
		return nullptr;
	}
	FParameter& Parameter = Parameters.AddDefaulted_GetRef();
	Parameter.Material = Material;
	Parameter.Name = KoekataText::NameFromCore(Output.Property);
	Parameter.bVector = Output.IsVector();
	Parameter.Value = Output.Value;
	Parameter.Components = Output.Components;
	if (Parameter.bVector)
	{
		Material->GetVectorParameterValue(Parameter.Name, Parameter.Base);
	}
	else
	{
		Material->GetScalarParameterValue(Parameter.Name, Parameter.Base.R);
	}
	Parameter.Last = Parameter.Base;
	return &Parameter;
}

void FKoekataFaceOutputs::NoteMissing(const Koekata::FOutputPlan& Plan, const TSet<FString>& Found)
{
	const auto Note = [&](std::string_view Name)
	{
		const FString Text = KoekataText::FromCore(Name);
		if (!Found.Contains(Text))
		{
			Missing.AddUnique(Text);
		}
	};
	for (const Koekata::FNamedOutput& Output : Plan.Morphs)
	{
		Note(Output.Name);
	}
	for (const Koekata::FNamedOutput& Output : Plan.Expressions)
	{
		Note(Output.Name);
	}
	for (const Koekata::FMaterialOutput& Output : Plan.Materials)
	{
		Note(Output.Property);
	}
}

void FKoekataFaceOutputs::Apply(const std::vector<double>& Values, float Share, EKoekataBoneAxes Axes)
{
	Changed.Reset();
	for (FMorph& Morph : Morphs)
	{
		const float Value = KoekataConvert::Weighed(Values, Morph.Target, Morph.Rest, Share);
		USkeletalMeshComponent* const Mesh = Morph.Mesh.Get();
		if (Mesh != nullptr && Value != Morph.Last)
		{
			Morph.Last = Value;
			Mesh->SetMorphTarget(Morph.Name, Value);
		}
	}
	for (FParameter& Parameter : Parameters)
	{
		ApplyParameter(Parameter, Values, Share);
	}
	for (const FBone& Bone : Bones)
	{
		ApplyBone(Bone, Values, Share, Axes);
	}
	for (FSprite& Sprite : Sprites)
	{
		const double Value = Values[static_cast<size_t>(Sprite.Target)];
		const int32 Index = FMath::IsFinite(Value) ? static_cast<int32>(Value) : INDEX_NONE;
		if (Index != Sprite.Last)
		{
			Sprite.Last = Index;
			Changed.Add(TPair<FName, int32>(Sprite.Name, Index));
		}
	}
}

void FKoekataFaceOutputs::ApplyParameter(FParameter& Parameter, const std::vector<double>& Values, float Share)
{
	UMaterialInstanceDynamic* const Material = Parameter.Material.Get();
	if (Material == nullptr)
	{
		return;
	}
	FLinearColor Now = Parameter.Base;
	const float Own = !Parameter.bWhole ? Share : Share >= 0.5f ? 1.0f : 0.0f;
	if (Parameter.Value >= 0)
	{
		Now.R = KoekataConvert::Weighed(Values, Parameter.Value, static_cast<double>(Now.R), Own);
	}
	float* const Parts[] = {&Now.R, &Now.G, &Now.B, &Now.A};
	for (size_t Part = 0; Part < Parameter.Components.size(); ++Part)
	{
		if (Parameter.Components[Part] >= 0)
		{
			*Parts[Part] = KoekataConvert::Weighed(Values, Parameter.Components[Part], static_cast<double>(*Parts[Part]), Share);
		}
	}
	if (Now == Parameter.Last)
	{
		return;
	}
	Parameter.Last = Now;
	if (Parameter.bVector)
	{
		Material->SetVectorParameterValue(Parameter.Name, Now);
	}
	else
	{
		Material->SetScalarParameterValue(Parameter.Name, Now.R);
	}
}

void FKoekataFaceOutputs::ApplyBone(const FBone& Bone, const std::vector<double>& Values, float Share, EKoekataBoneAxes Axes)
{
	UPoseableMeshComponent* const Mesh = Bone.Mesh.Get();
	Koekata::FBoneMotion Motion;
	if (Mesh == nullptr || !Mesh->BoneSpaceTransforms.IsValidIndex(Bone.Index) || !MotionOf(Bone.Output, Values, KoekataConvert::Axes(Axes), Motion))
	{
		return;
	}
	Mesh->BoneSpaceTransforms[Bone.Index] = KoekataConvert::Motion(Motion, Share) * Bone.Rest;
	Mesh->MarkRefreshTransformDirty();
}

void FKoekataFaceOutputs::Release()
{
	for (const FMorph& Morph : Morphs)
	{
		if (USkeletalMeshComponent* const Mesh = Morph.Mesh.Get())
		{
			Mesh->SetMorphTarget(Morph.Name, 0.0f);
		}
	}
	for (const FParameter& Parameter : Parameters)
	{
		UMaterialInstanceDynamic* const Material = Parameter.Material.Get();
		if (Material != nullptr && Parameter.bVector)
		{
			Material->SetVectorParameterValue(Parameter.Name, Parameter.Base);
		}
		else if (Material != nullptr)
		{
			Material->SetScalarParameterValue(Parameter.Name, Parameter.Base.R);
		}
	}
	for (const FBone& Bone : Bones)
	{
		UPoseableMeshComponent* const Mesh = Bone.Mesh.Get();
		if (Mesh != nullptr && Mesh->BoneSpaceTransforms.IsValidIndex(Bone.Index))
		{
			Mesh->BoneSpaceTransforms[Bone.Index] = Bone.Rest;
			Mesh->MarkRefreshTransformDirty();
		}
	}
}
