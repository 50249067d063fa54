#include "Koekata/Binding/OutputPlan.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace Koekata
{
namespace
{
constexpr double Radians = 3.14159265358979323846 / 180.0;
constexpr double CentimetresPerMetre = 100.0;
constexpr std::string_view SpatialAxes = "xyz";

/** Where a vector's x, y and z go, with their signs; all of them mirror once. */
struct FTurn
{
	std::array<size_t, 3> From;
	std::array<double, 3> Sign;
};

FTurn TurnOf(EBoneAxes Axes)
{
	switch (Axes)
	{
		case EBoneAxes::MirrorX: return {{0, 1, 2}, {-1.0, 1.0, 1.0}};
		case EBoneAxes::MirrorY: return {{0, 1, 2}, {1.0, -1.0, 1.0}};
		case EBoneAxes::MirrorZ: return {{0, 1, 2}, {1.0, 1.0, -1.0}};
		default: return {{0, 2, 1}, {1.0, 1.0, 1.0}};
	}
}

FBoneOutput& BoneOf(std::vector<FBoneOutput>& Bones, const std::string& Name)
{
	const auto IsIt = [&Name](const FBoneOutput& Bone) { return Bone.Bone == Name; };
	const auto Found = std::find_if(Bones.begin(), Bones.end(), IsIt);
	if (Found != Bones.end())
	{
		return *Found;
	}
	Bones.emplace_back();
	Bones.back().Bone = Name;
	return Bones.back();
}

FMaterialOutput& MaterialOf(std::vector<FMaterialOutput>& Materials, const std::string& Material, const std::string& Property)
{
	const auto IsIt = [&](const FMaterialOutput& Entry) { return Entry.Material == Material && Entry.Property == Property; };
	const auto Found = std::find_if(Materials.begin(), Materials.end(), IsIt);
	if (Found != Materials.end())
	{
		return *Found;
	}
	Materials.emplace_back();
	Materials.back().Material = Material;
	Materials.back().Property = Property;
	return Materials.back();
}

void AddBone(FOutputPlan& Plan, const FAddress& Address, int Index)
{
	FBoneOutput& Bone = BoneOf(Plan.Bones, Address.Bone);
	std::array<int, 3>& Part = Address.Property == "translation" ? Bone.Translation : Address.Property == "scale" ? Bone.Scale : Bone.Rotation;
	const size_t Axis = SpatialAxes.find(Address.Axis);
	Part[Axis < Part.size() ? Axis : 0] = Index;
}

void AddMaterial(FOutputPlan& Plan, const FAddress& Address, int Index)
{
	FMaterialOutput& Output = MaterialOf(Plan.Materials, Address.Material, Address.Property);
	const size_t Component = std::string_view("rgba").find(Address.Component);
	if (Address.Component.size() == 1 && Component < Output.Components.size())
	{
		Output.Components[Component] = Index;
		return;
	}
	Output.Value = Index;
}

void AddOffset(FOutputPlan& Plan, const FAddress& Address, int Index)
{
	const std::string Property = Address.Property.empty() ? DefaultOffset : Address.Property;
	MaterialOf(Plan.Materials, Address.Material, Property).Components[Address.Axis == "v" ? 1 : 0] = Index;
}

double ValueOf(int Target, const std::vector<double>& Values, double Rest)
{
	const double Value = Target < 0 ? Rest : Values[static_cast<size_t>(Target)];
	return std::isnan(Value) ? Rest : Value;
}

bool HasAny(const std::array<int, 3>& Targets, const std::vector<double>& Values)
{
	return std::any_of(Targets.begin(), Targets.end(), [&](int Target) { return Target >= 0 && !std::isnan(Values[static_cast<size_t>(Target)]); });
}

/** q = qy qx qz, in the right-handed axes of glTF. */
FQuaternion RotationFrom(const std::array<double, 3>& Degrees)
{
	const double Sx = std::sin(Degrees[0] * Radians / 2.0), Cx = std::cos(Degrees[0] * Radians / 2.0);
	const double Sy = std::sin(Degrees[1] * Radians / 2.0), Cy = std::cos(Degrees[1] * Radians / 2.0);
	const double Sz = std::sin(Degrees[2] * Radians / 2.0), Cz = std::cos(Degrees[2] * Radians / 2.0);
	return {Cy * Sx * Cz + Sy * Cx * Sz, Sy * Cx * Cz - Cy * Sx * Sz, Cy * Cx * Sz - Sy * Sx * Cz, Cy * Cx * Cz + Sy * Sx * Sz};
}
} // namespace

FOutputPlan PlanOutputs(const FMappingTable& Table)
{
	FOutputPlan Plan;
	for (size_t Place = 0; Place < Table.Targets.size(); ++Place)
	{
		const FTarget& Target = Table.Targets[Place];
		const int Index = static_cast<int>(Place);
		const std::string& Name = Target.Address.Name.empty() ? Target.Id : Target.Address.Name;
		switch (Target.Kind)
		{
			case EKind::Morph: Plan.Morphs.push_back({Name, Target.Address.Mesh, Index, Target.Rest}); break;
			case EKind::Expression: Plan.Expressions.push_back({Name, "", Index, Target.Rest}); break;
			case EKind::Bone: AddBone(Plan, Target.Address, Index); break;
			case EKind::Material: AddMaterial(Plan, Target.Address, Index); break;
			case EKind::Uv: AddOffset(Plan, Target.Address, Index); break;
			case EKind::Sprite: Plan.Sprites.push_back({Name, "", Index, Target.Rest}); break;
			case EKind::Event: Plan.Events.push_back({Name, "", Index, Target.Rest}); break;
		}
	}
	return Plan;
}

bool MotionOf(const FBoneOutput& Bone, const std::vector<double>& Values, EBoneAxes Axes, FBoneMotion& Motion)
{
	if (!HasAny(Bone.Rotation, Values) && !HasAny(Bone.Translation, Values) && !HasAny(Bone.Scale, Values))
	{
		return false;
	}
	std::array<double, 3> Degrees{}, Metres{}, Factors{};
	for (size_t Axis = 0; Axis < 3; ++Axis)
	{
		Degrees[Axis] = ValueOf(Bone.Rotation[Axis], Values, 0.0);
		Metres[Axis] = ValueOf(Bone.Translation[Axis], Values, 0.0);
		Factors[Axis] = ValueOf(Bone.Scale[Axis], Values, 1.0);
	}
	const FQuaternion Q = RotationFrom(Degrees);
	const FTurn Turn = TurnOf(Axes);
	// An axis of rotation is a pseudovector: what mirrors also turns it around.
	const auto Spun = [&](size_t To) { return -Turn.Sign[To] * Q[Turn.From[To]]; };
	const auto Moved = [&](size_t To) { return CentimetresPerMetre * Turn.Sign[To] * Metres[Turn.From[To]]; };
	Motion.Rotation = {Spun(0), Spun(1), Spun(2), Q[3]};
	Motion.Translation = {Moved(0), Moved(1), Moved(2)};
	Motion.Scale = {Factors[Turn.From[0]], Factors[Turn.From[1]], Factors[Turn.From[2]]};
	return true;
}
} // namespace Koekata
