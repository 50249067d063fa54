#include "Fields.h"
#include "Meaning.h"
#include "References.h"
#include "Suggest.h"

#include <string>

namespace Koekata
{
namespace
{
void CheckRising(const FNode* List, bool bStrict)
{
	if (List == nullptr || List->Kind != EJson::Array)
	{
		return;
	}
	for (size_t Index = 1; Index < List->Children.size(); ++Index)
	{
		const double Low = List->Children[Index - 1]->Number;
		const double High = List->Children[Index]->Number;
		if (Low > High || (bStrict && Low == High))
		{
			List->Children[Index]->Fault("order", FormatNumber(High) + " does not come after " + FormatNumber(Low),
										 "Write the numbers in rising order.");
			return;
		}
	}
}

void CheckCurve(const FNode* Curve)
{
	for (size_t Index = 1; Curve != nullptr && Index < Curve->Children.size(); ++Index)
	{
		const double Low = Curve->Children[Index - 1]->Children[0]->Number;
		const double High = Curve->Children[Index]->Children[0]->Number;
		if (Low >= High)
		{
			Curve->Children[Index]->Fault(
				"order", "the key at x = " + FormatNumber(High) + " does not come after that at " + FormatNumber(Low),
				"Sort the keys by x; for a step, put two keys close together.");
			return;
		}
	}
}

void CheckPair(const FStated& Stated, const char* Name, double Low, double High, const char* Other)
{
	const FNode* Node = Stated.Find(Name);
	Node = Node != nullptr ? Node : Stated.Find(Other);
	if (Low > High && Node != nullptr)
	{
		const std::string Quoted = std::string("\"") + Name + "\"";
		Node->Fault("order", Quoted + " (" + FormatNumber(Low) + ") is above \"" + Other + "\" (" + FormatNumber(High) + ")",
					"Make " + Quoted + " the lower one.");
	}
}

void CheckZone(const FNode* Zone)
{
	CheckRising(Zone, true);
	if (Zone != nullptr && Zone->Kind == EJson::Number && Zone->Number >= 1.0)
	{
		Zone->Fault("order", "the dead zone reaches 1, where the value must be whole", "Write [d, full] with full above d.");
	}
}

void CheckEntry(const FStated& Stated)
{
	CheckRising(Stated.Find("clamp"), false);
	CheckRising(Stated.Find("range"), false);
	CheckRising(Stated.Find("snap"), true);
	CheckZone(Stated.Find("dead_zone"));
	CheckCurve(Stated.Find("curve"));
}

void CheckThresholds(const FMerged& Merged, ESection Section)
{
	for (const FEntry& Entry : Merged.Entries(Section))
	{
		const FFields Fields(SectionSchema(Section), Entry.Stated);
		const double On = Fields.Number("on");
		CheckPair(Entry.Stated, "off", Fields.NumberOr("off", On), On, "on");
	}
}

void CheckSnaps(const FMerged& Merged)
{
	for (const FEntry& Entry : Merged.Entries(ESection::Regions))
	{
		const FFields Fields(SectionSchema(ESection::Regions), Entry.Stated);
		const double Within = Fields.Number("snap_within");
		CheckPair(Entry.Stated, "snap_within", Within, Fields.NumberOr("snap_leave", Within), "snap_leave");
	}
}

/** A rule of `eyes` with two limits; equal ones would divide by zero in some. */
struct FEyeLimits
{
	const char* Rule;
	const char* Low;
	const char* High;
	bool bStrict;
};

constexpr FEyeLimits EyeLimits[] = {
	{"glasses", "open", "closed", true},
	{"far_eye", "from", "to", true},
	{"wink", "off", "on", false},
	{"gaze_hold", "off", "on", false},
};

void CheckRule(const FNode* Rule, const FEyeLimits& Limits)
{
	if (Rule == nullptr || Rule->Kind != EJson::Object)
	{
		return;
	}
	const FSchema& Schema = TableSchema()["eyes"][Limits.Rule].ObjectBranch();
	const FStated Stated = StatedBy(*Rule, Schema);
	const FFields Fields(Schema, Stated);
	const double Low = Fields.Number(Limits.Low);
	const double High = Fields.Number(Limits.High);
	if (Low > High || (Limits.bStrict && Low == High))
	{
		const FNode* Place = Fields.Has(Limits.Low) ? Fields.Find(Limits.Low) : Fields.Find(Limits.High);
		const std::string Quoted = std::string("\"") + Limits.Low + "\"";
		Place->Fault("order", Quoted + " (" + FormatNumber(Low) + ") is not below \"" + Limits.High + "\" (" + FormatNumber(High) + ")",
					 "Make " + Quoted + " the lower one.");
	}
}
} // namespace

void CheckOrders(const FMerged& Merged)
{
	for (const FSection& Section : Merged.Sections)
	{
		for (const FEntry& Entry : Section.Entries)
		{
			CheckEntry(Entry.Stated);
		}
	}
	for (const FEntry& Switch : Merged.Entries(ESection::Switches))
	{
		for (const FStated& Choice : ChoicesOf(Switch))
		{
			CheckEntry(Choice);
		}
	}
	CheckThresholds(Merged, ESection::Conditions);
	CheckThresholds(Merged, ESection::Targets);
	CheckSnaps(Merged);
	for (const FEyeLimits& Limits : EyeLimits)
	{
		CheckRule(Merged.Eyes.Find(Limits.Rule), Limits);
	}
	const FNode* Idle = Merged.Lost.Find("idle");
	CheckRising(Idle != nullptr ? Idle->Find("interval") : nullptr, false);
}
} // namespace Koekata
