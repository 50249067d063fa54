#pragma once

#include "Koekata/Api.h"
#include "Koekata/Axes/Axes.h"
#include "Koekata/Mapping/Table.h"

#include <array>
#include <string>
#include <vector>

/** A table's targets, sorted by what of a model they move. Numbers are indices into FMappingEvaluator::Values; -1 is none. */
namespace Koekata
{
/** A morph, or a curve of the name of a VRM expression. */
struct FNamedOutput
{
	std::string Name;
	/** Empty for every mesh that has it. */
	std::string Mesh;
	int Target = -1;
	double Rest = 0.0;
};

/** The axes of a bone that its motion is written in after import, from those of glTF (right-handed, y up). */
enum class EBoneAxes : uint8_t
{
	/** y and z change places, as Unreal's own importer of glTF and VRM does. */
	SwapYZ,
	/** As an importer of FBX does. */
	MirrorY,
	MirrorX,
	MirrorZ
};

struct FBoneOutput
{
	std::string Bone;
	/** About and along x, y, z: degrees, metres, factors. */
	std::array<int, 3> Rotation{-1, -1, -1};
	std::array<int, 3> Translation{-1, -1, -1};
	std::array<int, 3> Scale{-1, -1, -1};
};

/** A motion in a bone's own axes, which comes before its place at rest. */
struct FBoneMotion
{
	FUnrealQuaternion Rotation;
	/** Centimetres. */
	FUnrealVector Translation;
	FUnrealVector Scale{1.0, 1.0, 1.0};
};

/** A parameter of a material: one number, or those of r, g, b and a (u and v of a texture's offset are r and g). */
struct FMaterialOutput
{
	/** Name of the slot or of the material. */
	std::string Material;
	std::string Property;
	/** Of a number. */
	int Value = -1;
	/** Of a colour. */
	std::array<int, 4> Components{-1, -1, -1, -1};

	bool IsVector() const { return Value < 0; }
};

struct FOutputPlan
{
	std::vector<FNamedOutput> Morphs;
	std::vector<FNamedOutput> Expressions;
	std::vector<FBoneOutput> Bones;
	std::vector<FMaterialOutput> Materials;
	std::vector<FNamedOutput> Sprites;
	std::vector<FNamedOutput> Events;
};

/** The parameter that a texture's offset is written to where a table names no property. */
constexpr const char* DefaultOffset = "UVOffset";

KOEKATACORE_API FOutputPlan PlanOutputs(const FMappingTable& Table);
/** False where no target of the bone has a value yet. */
KOEKATACORE_API bool MotionOf(const FBoneOutput& Bone, const std::vector<double>& Values, EBoneAxes Axes, FBoneMotion& Motion);
} // namespace Koekata
