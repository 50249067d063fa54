#pragma once

#include "CoreMinimal.h"
#include "Koekata/Binding/FaceDriver.h"
#include "KoekataTypes.h"
#include "UObject/WeakObjectPtr.h"
#include "UObject/WeakObjectPtrTemplates.h"

class AActor;
class UMaterialInstanceDynamic;
class UMeshComponent;
class UPoseableMeshComponent;
class USkeletalMeshComponent;

/** Where the targets of a table go on one actor. Names are looked up once; a frame writes what has changed. */
class FKoekataFaceOutputs
{
public:
	/** `Wanted` are names of components; empty for all. */
	void Bind(const AActor& Actor, const TArray<FName>& Wanted, const Koekata::FOutputPlan& Plan);
	/** `Share` is how much of the motion is applied. */
	void Apply(const std::vector<double>& Values, float Share, EKoekataBoneAxes Axes);
	/** Back to rest, as when the component goes. */
	void Release();
	/** Drawn faces that show another picture since the last Apply: name and index. */
	const TArray<TPair<FName, int32>>& ChangedSprites() const { return Changed; }
	/** Names that nothing here has. */
	const TArray<FString>& GetMissing() const { return Missing; }

private:
	struct FMorph
	{
		TWeakObjectPtr<USkeletalMeshComponent> Mesh;
		FName Name;
		int Target = -1;
		double Rest = 0.0;
		float Last = -1.0f;
	};
	struct FParameter
	{
		TWeakObjectPtr<UMaterialInstanceDynamic> Material;
		FName Name;
		bool bVector = false;
		/** A number of a picture: between two there is none. */
		bool bWhole = false;
		int Value = -1;
		std::array<int, 4> Components{-1, -1, -1, -1};
		/** As the material had it before. */
		FLinearColor Base = FLinearColor(0.0f, 0.0f, 0.0f, 0.0f);
		FLinearColor Last = FLinearColor(0.0f, 0.0f, 0.0f, 0.0f);
	};
	struct FBone
	{
		TWeakObjectPtr<UPoseableMeshComponent> Mesh;
		Koekata::FBoneOutput Output;
		int32 Index = INDEX_NONE;
		FTransform Rest;
	};
	struct FSprite
	{
		FName Name;
		int Target = -1;
		int32 Last = INDEX_NONE;
	};

	void BindMesh(UMeshComponent& Mesh, const Koekata::FOutputPlan& Plan, TSet<FString>& Found);
	void BindMorphs(USkeletalMeshComponent& Mesh, const std::vector<Koekata::FNamedOutput>& Outputs, TSet<FString>& Found);
	void BindMaterials(UMeshComponent& Mesh, const Koekata::FOutputPlan& Plan, TSet<FString>& Found);
	void BindBones(UPoseableMeshComponent& Mesh, const Koekata::FOutputPlan& Plan, TSet<FString>& Found);
	FParameter* AddParameter(UMeshComponent& Mesh, int32 Slot, const Koekata::FMaterialOutput& Output);
	void NoteMissing(const Koekata::FOutputPlan& Plan, const TSet<FString>& Found);
	void ApplyParameter(FParameter& Parameter, const std::vector<double>& Values, float Share);
	void ApplyBone(const FBone& Bone, const std::vector<double>& Values, float Share, EKoekataBoneAxes Axes);

	TArray<FMorph> Morphs;
	TArray<FParameter> Parameters;
	/** No TArray: that moves its items as bytes, which a std::string need not bear. */
	std::vector<FBone> Bones;
	TArray<FSprite> Sprites;
	TArray<TPair<FName, int32>> Changed;
	TArray<FString> Missing;
};
