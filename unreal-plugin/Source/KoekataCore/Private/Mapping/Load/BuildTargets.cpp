#include "BuildTargets.h"

#include "BuildFormula.h"
#include "Kinds.h"
#include "References.h"

#include <unordered_map>

namespace Koekata
{
namespace
{
template <typename Type> struct TWord
{
	std::string_view Word;
	Type Meaning;
};

template <typename Type, size_t Count> Type MeaningOf(std::string_view Word, const TWord<Type> (&Words)[Count])
{
	for (const TWord<Type>& Known : Words)
	{
		if (Known.Word == Word)
		{
			return Known.Meaning;
		}
	}
	return Words[0].Meaning;
}

constexpr TWord<EKind> Kinds[] = {
	{"morph", EKind::Morph}, {"expression", EKind::Expression}, {"bone", EKind::Bone}, {"material", EKind::Material},
	{"uv", EKind::Uv}, {"sprite", EKind::Sprite}, {"event", EKind::Event},
};
constexpr TWord<ECombine> Combines[] = {
	{"sum", ECombine::Sum}, {"max", ECombine::Max}, {"min", ECombine::Min}, {"average", ECombine::Average},
	{"override", ECombine::Override},
};
constexpr TWord<ECategory> Categories[] = {
	{"none", ECategory::None}, {"blink", ECategory::Blink}, {"look_at", ECategory::LookAt}, {"mouth", ECategory::Mouth},
};
constexpr TWord<EOverride> Modes[] = {
	{"none", EOverride::None}, {"block", EOverride::Block}, {"blend", EOverride::Blend},
};

using FRegions = std::unordered_map<std::string_view, std::string_view>;

/** The region that rows give to their targets. */
FRegions RegionsOfRows(const FMerged& Merged)
{
	FRegions Found;
	for (const FEntry& Row : Merged.Entries(ESection::Rows))
	{
		const FNode* Region = Row.Stated.Find("region");
		if (Region != nullptr)
		{
			Found[Row.Stated.Find("to")->Text] = Region->Text;
		}
	}
	return Found;
}

FRange RangeOf(const FFields& Fields, EKind Kind)
{
	if (Fields.Has("range"))
	{
		return BuildRange(Fields.Numbers("range"));
	}
	if (Kind == EKind::Sprite)
	{
		return {0.0, Fields.Number("count") - 1.0};
	}
	return Kind == EKind::Morph || Kind == EKind::Expression ? FRange{0.0, 1.0} : FRange();
}

FAddress AddressOf(const FFields& Fields, const std::string& Id, EKind Kind)
{
	const bool bNamed = Kind != EKind::Bone && Kind != EKind::Material && Kind != EKind::Uv;
	FAddress Address;
	Address.Name = Fields.TextOr("name", bNamed ? Id : "");
	Address.Mesh = Fields.Text("mesh");
	Address.Bone = Fields.Text("bone");
	Address.Property = Fields.Text("property");
	Address.Axis = Fields.Text("axis");
	Address.Material = Fields.Text("material");
	Address.Component = Kind == EKind::Material ? Fields.Text("component") : "";
	Address.Count = Fields.Integer("count");
	return Address;
}

FTarget BuildTarget(std::string_view Id, const FFields& Fields, const std::string& Kind, const FRegions& Regions)
{
	const auto Region = Regions.find(Id);
	FTarget Target;
	Target.Id = std::string(Id);
	Target.Kind = MeaningOf(Kind, Kinds);
	Target.Combine = MeaningOf(Fields.Text("combine"), Combines);
	const bool bScale = Target.Kind == EKind::Bone && Fields.Text("property") == "scale";
	Target.Rest = Fields.NumberOr("rest", bScale ? 1.0 : 0.0);
	Target.Range = RangeOf(Fields, Target.Kind);
	Target.Region = Fields.TextOr("region", Region == Regions.end() ? "" : std::string(Region->second));
	Target.Category = MeaningOf(CategoryOf(Fields, Id, Kind), Categories);
	Target.bBinary = Fields.Flag("binary");
	Target.OverrideBlink = MeaningOf(Fields.Text("override_blink"), Modes);
	Target.OverrideLookAt = MeaningOf(Fields.Text("override_look_at"), Modes);
	Target.OverrideMouth = MeaningOf(Fields.Text("override_mouth"), Modes);
	Target.On = Fields.Number("on");
	Target.Off = Fields.NumberOr("off", Target.On);
	Target.Address = AddressOf(Fields, Target.Id, Target.Kind);
	return Target;
}
} // namespace

std::vector<FTarget> BuildTargets(const FMerged& Merged)
{
	const FRegions Regions = RegionsOfRows(Merged);
	const std::string Implicit = FFields(TableSchema(), Merged.Top).Text("implicit_target");
	const FStated Nothing;
	std::vector<FTarget> Targets;
	for (const std::string_view Id : TargetIds(Merged))
	{
		const FEntry* Entry = Merged[ESection::Targets].Find(Id);
		const FFields Fields(SectionSchema(ESection::Targets), Entry != nullptr ? Entry->Stated : Nothing);
		Targets.push_back(BuildTarget(Id, Fields, Entry != nullptr ? Fields.Text("kind") : Implicit, Regions));
	}
	return Targets;
}
} // namespace Koekata
