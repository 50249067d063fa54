#include "Fields.h"
#include "Kinds.h"
#include "Meaning.h"
#include "References.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace Koekata
{
namespace
{
/** A property that only targets of these kinds have; each kind with a space on both sides. */
struct FOfKinds
{
	std::string_view Property;
	std::string_view Kinds;
};

constexpr FOfKinds KindProperties[] = {
	{"name", " morph expression sprite event "},
	{"mesh", " morph "},
	{"bone", " bone "},
	{"property", " bone material uv "},
	{"axis", " bone uv "},
	{"material", " material uv "},
	{"component", " material "},
	{"count", " sprite "},
	{"binary", " expression "},
	{"override_blink", " expression "},
	{"override_look_at", " expression "},
	{"override_mouth", " expression "},
	{"on", " event "},
	{"off", " event "},
};

bool Holds(std::string_view Words, std::string_view Word)
{
	return Words.find(" " + std::string(Word) + " ") != std::string_view::npos;
}

void Impossible(const FNode& Node, std::string Message, std::string Remedy)
{
	Node.Fault("impossible", std::move(Message), std::move(Remedy));
}

std::string Quoted(std::string_view Text)
{
	return "\"" + std::string(Text) + "\"";
}

void CheckCondition(const FEntry& Entry)
{
	const FFields Fields(SectionSchema(ESection::Conditions), Entry.Stated);
	const bool bTrigger = Fields.Flag("trigger");
	for (const char* Name : {"when", "on", "off", "duration"})
	{
		const bool bDuration = std::string_view(Name) == "duration";
		const bool bWrong = bDuration ? !bTrigger && Fields.Number(Name) != 0.0 : bTrigger && Fields.Has(Name);
		if (bWrong)
		{
			const char* Other = bTrigger ? "a trigger, which is fired by name" : "a condition with a threshold";
			Impossible(*Fields.Find(Name), Quoted(Name) + " says nothing for " + Other, "Remove " + Quoted(Name) + ", or \"trigger\".");
		}
	}
}

void CheckKindProperties(const FFields& Fields, const std::string& Kind)
{
	for (const FOfKinds& Rule : KindProperties)
	{
		const FNode* Node = Fields.Find(Rule.Property);
		if (Node != nullptr && !Holds(Rule.Kinds, Kind))
		{
			Impossible(*Node, Quoted(Rule.Property) + " says nothing for the kind " + Kind,
					   "It belongs to:" + std::string(Rule.Kinds.substr(0, Rule.Kinds.size() - 1)) + ".");
		}
	}
}

void CheckAddress(const FFields& Fields, const std::string& Kind)
{
	const std::string_view Axes = Kind == "bone" ? " x y z " : Kind == "uv" ? " u v " : "";
	if (Fields.Has("axis") && !Axes.empty() && !Holds(Axes, Fields.Text("axis")))
	{
		Impossible(*Fields.Find("axis"), "a " + Kind + " has no axis " + Fields.Text("axis"), "Write one of:" + std::string(Axes));
	}
	if (Kind == "bone" && Fields.Has("property") && !Holds(" rotation translation scale ", Fields.Text("property")))
	{
		Impossible(*Fields.Find("property"), "a bone has no property " + Quoted(Fields.Text("property")),
				   "Write rotation, translation or scale.");
	}
}

void CheckTarget(const FEntry& Entry)
{
	const FFields Fields(SectionSchema(ESection::Targets), Entry.Stated);
	const std::string Kind = Fields.Text("kind");
	CheckKindProperties(Fields, Kind);
	CheckAddress(Fields, Kind);
	if ((Kind == "sprite" || Kind == "event") && Fields.TextOr("category", "none") != "none")
	{
		Impossible(*Fields.Find("category"), "VRM dampens no " + Kind, "Remove \"category\".");
	}
	const std::string_view Own = OverrideOf(CategoryOf(Fields, Entry.Id, Kind));
	if (!Own.empty() && Fields.Has(Own) && Fields.Text(Own) != "none")
	{
		Impossible(*Fields.Find(Own), "an expression of this category cannot have " + Quoted(Own),
				   "VRM 1.0 takes no notice of it; remove it.");
	}
}

std::string KindOf(const FMerged& Merged, std::string_view Target)
{
	const FEntry* Entry = Merged[ESection::Targets].Find(Target);
	return Entry != nullptr ? FFields(SectionSchema(ESection::Targets), Entry->Stated).Text("kind")
							: FFields(TableSchema(), Merged.Top).Text("implicit_target");
}

void CheckPriority(const FMerged& Merged, const FEntry& Row)
{
	const FFields Fields(SectionSchema(ESection::Rows), Row.Stated);
	if (Fields.Number("priority") == 0.0 || !Fields.Has("to"))
	{
		return;
	}
	const FEntry* Target = Merged[ESection::Targets].Find(Fields.Find("to")->Text);
	if (Target == nullptr || FFields(SectionSchema(ESection::Targets), Target->Stated).Text("combine") != "override")
	{
		Impossible(*Fields.Find("priority"),
				   Quoted(Fields.Text("to")) + " does not combine by override, so that a priority says nothing",
				   "Declare it in `targets` with \"combine\": \"override\", or remove the priority.");
	}
}

using FOwners = std::unordered_map<std::string_view, std::string_view>;

void CheckSwitch(const FEntry& Switch, FOwners& Owners)
{
	for (const FStated& Choice : ChoicesOf(Switch))
	{
		for (const FMention& Target : PoseOf(Choice))
		{
			const std::string_view Owner = Owners.try_emplace(Target.Name, Switch.Id).first->second;
			if (Owner != Switch.Id)
			{
				Impossible(*Target.Node, Quoted(Target.Name) + " already belongs to the switch " + Quoted(Owner),
						   "Give the target to one switch.");
			}
		}
	}
}

void CheckSwitches(const FMerged& Merged)
{
	FOwners Owners;
	for (const FEntry& Switch : Merged.Entries(ESection::Switches))
	{
		CheckSwitch(Switch, Owners);
	}
	for (const FEntry& Row : Merged.Entries(ESection::Rows))
	{
		const FNode* To = Row.Stated.Find("to");
		const auto Owner = To != nullptr ? Owners.find(To->Text) : Owners.end();
		if (Owner != Owners.end())
		{
			Impossible(*To, Quoted(To->Text) + " belongs to the switch " + Quoted(Owner->second),
					   "Drive another target, or remove it from the switch.");
		}
	}
}

void CheckMembers(const FMerged& Merged, const FEntry& Group)
{
	std::unordered_set<std::string_view> Seen;
	for (const FMention& Member : MembersOf(Group))
	{
		const std::string Kind = KindOf(Merged, Member.Name);
		if (!Holds(" morph expression material none ", Kind))
		{
			Impossible(*Member.Node, Quoted(Member.Name) + " is a " + Kind + ", which shares no limit", "Take it out of the group.");
		}
		if (!Seen.insert(Member.Name).second)
		{
			Member.Node->Fault("duplicate-id", Quoted(Member.Name) + " stands twice in this group", "Keep one of them.");
		}
	}
}
} // namespace

void CheckTogether(const FMerged& Merged)
{
	for (const FEntry& Condition : Merged.Entries(ESection::Conditions))
	{
		CheckCondition(Condition);
	}
	for (const FEntry& Target : Merged.Entries(ESection::Targets))
	{
		CheckTarget(Target);
	}
	for (const FEntry& Row : Merged.Entries(ESection::Rows))
	{
		CheckPriority(Merged, Row);
	}
	CheckSwitches(Merged);
	for (const FEntry& Group : Merged.Entries(ESection::Groups))
	{
		CheckMembers(Merged, Group);
	}
}
} // namespace Koekata
