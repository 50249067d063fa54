#include "Build.h"

#include "BuildFormula.h"
#include "BuildRules.h"
#include "BuildTargets.h"
#include "References.h"

namespace Koekata
{
namespace
{
std::vector<FInput> BuildInputs(const FMerged& Merged)
{
	size_t Count = 0;
	const FChannel* All = Channels(Count);
	std::vector<FInput> Inputs;
	for (size_t Index = 0; Index < Count; ++Index)
	{
		Inputs.push_back({std::string(All[Index].Name), 0.0, {All[Index].Low, All[Index].High}, All[Index].bFace});
	}
	for (const FEntry& Entry : Merged.Entries(ESection::Inputs))
	{
		const FFields Fields(SectionSchema(ESection::Inputs), Entry.Stated);
		Inputs.push_back({std::string(Entry.Id), Fields.Number("rest"), BuildRange(Fields.Numbers("range")), Fields.Flag("face")});
	}
	return Inputs;
}

FCondition BuildCondition(const FEntry& Entry, const FFields& Fields)
{
	const FNode* When = Fields.Find("when");
	const std::string Blend = Fields.Text("blend");
	FCondition Condition;
	Condition.Id = std::string(Entry.Id);
	Condition.bTrigger = When == nullptr;
	Condition.When = When != nullptr ? BuildTerm(*When) : FTerm();
	Condition.On = Fields.Number("on");
	Condition.Off = Fields.NumberOr("off", Condition.On);
	Condition.Duration = Fields.Number("duration");
	Condition.FadeIn = Fields.Number("fade");
	Condition.FadeOut = Fields.NumberOr("fade_out", Condition.FadeIn);
	Condition.Suppress = Fields.Ids("suppress");
	Condition.Pose = BuildPose(Fields);
	Condition.Blend = Blend == "add" ? EBlend::Add : Blend == "max" ? EBlend::Max : EBlend::Override;
	Condition.Priority = Fields.Integer("priority");
	return Condition;
}

FRow BuildRow(const FEntry& Entry, const FFields& Fields)
{
	return {std::string(Entry.Id), BuildFormula(Fields), Fields.Text("to"), BuildWeighed(Fields), Fields.Integer("priority")};
}

FSwitch BuildSwitch(const FEntry& Entry, const FFields& Fields)
{
	FSwitch Switch;
	Switch.Id = std::string(Entry.Id);
	Switch.Hysteresis = Fields.Number("hysteresis");
	for (const FStated& Stated : ChoicesOf(Entry))
	{
		const FFields Choice(SectionSchema(ESection::Switches).Entry("choices"), Stated);
		Switch.Choices.push_back({Choice.Text("id"), BuildFormula(Choice), BuildWeighed(Choice),
								  Choice.NumberOr("hold", Fields.Number("hold")), BuildPose(Choice)});
	}
	return Switch;
}

FGroup BuildGroup(const FEntry& Entry, const FFields& Fields)
{
	FGroup Group;
	Group.Id = std::string(Entry.Id);
	for (const FNode* Node : Fields.List("members"))
	{
		const FNode* Priority = Node->Find("priority");
		const std::string& Target = Node->Kind == EJson::Text ? Node->Text : Node->Find("target")->Text;
		Group.Members.push_back({Target, Priority != nullptr ? static_cast<int>(Priority->Number) : 0});
	}
	Group.Limit = Fields.Number("limit");
	Group.bScale = Fields.Text("remainder") == "scale";
	Group.Weighed = BuildWeighed(Fields);
	return Group;
}

FRegion BuildRegion(const FEntry& Entry, const FFields& Fields)
{
	FRegion Region;
	Region.Id = std::string(Entry.Id);
	Region.Attack = Fields.Number("attack");
	Region.Release = Fields.Number("release");
	Region.Snap = Fields.Numbers("snap");
	Region.SnapWithin = Fields.Number("snap_within");
	Region.SnapLeave = Fields.NumberOr("snap_leave", Region.SnapWithin);
	Region.HoldFrames = Fields.Integer("hold_frames");
	Region.Rate = Fields.Number("rate");
	Region.Phase = Fields.Number("phase");
	return Region;
}

template <typename Type>
std::vector<Type> BuildAll(const FMerged& Merged, ESection Section, Type (*Build)(const FEntry&, const FFields&))
{
	std::vector<Type> Found;
	for (const FEntry& Entry : Merged.Entries(Section))
	{
		Found.push_back(Build(Entry, FFields(SectionSchema(Section), Entry.Stated)));
	}
	return Found;
}
} // namespace

FMappingTable BuildTable(const FMerged& Merged)
{
	FMappingTable Table;
	Table.Name = FFields(TableSchema(), Merged.Top).Text("name");
	Table.Inputs = BuildInputs(Merged);
	Table.Eyes = BuildEyes(Merged.Eyes);
	Table.Lost = BuildLost(Merged.Lost);
	for (const size_t Place : SignalOrder(Merged))
	{
		const FEntry& Entry = Merged.Entries(ESection::Signals)[Place];
		Table.Signals.push_back({std::string(Entry.Id), BuildFormula(FFields(SectionSchema(ESection::Signals), Entry.Stated))});
	}
	Table.Conditions = BuildAll(Merged, ESection::Conditions, &BuildCondition);
	Table.Targets = BuildTargets(Merged);
	Table.Rows = BuildAll(Merged, ESection::Rows, &BuildRow);
	Table.Switches = BuildAll(Merged, ESection::Switches, &BuildSwitch);
	Table.Groups = BuildAll(Merged, ESection::Groups, &BuildGroup);
	Table.Regions = BuildAll(Merged, ESection::Regions, &BuildRegion);
	return Table;
}
} // namespace Koekata
