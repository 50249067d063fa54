#include "BuildRules.h"

#include "Fields.h"

namespace Koekata
{
namespace
{
/** A rule of `eyes` with its defaults. */
class FRule
{
public:
	FRule(const FStated& Eyes, const char* Name)
		: Node(Eyes.Find(Name)), Schema(TableSchema()["eyes"][Name].ObjectBranch())
	{
		bOn = Node != nullptr && Node->Kind == EJson::Object;
		if (bOn)
		{
			Stated = StatedBy(*Node, Schema);
		}
	}

	double operator[](const char* Name) const { return FFields(Schema, Stated).Number(Name); }

	FDirection Direction(const char* Name) const
	{
		const FNode* Found = Stated.Find(Name);
		const FStated Own = Found != nullptr ? StatedBy(*Found, Schema[Name]) : FStated();
		const FFields Fields(Schema[Name], Own);
		return {Fields.Number("gain"), Fields.Number("limit")};
	}

	bool bOn = false;

private:
	const FNode* Node;
	const FSchema& Schema;
	FStated Stated;
};

FIdle BuildIdle(const FStated& Lost)
{
	const FSchema& Schema = TableSchema()["lost"]["idle"];
	const FNode* Node = Lost.Find("idle");
	const FStated Stated = Node != nullptr ? StatedBy(*Node, Schema) : FStated();
	const FFields Fields(Schema, Stated);
	const std::vector<double> Interval = Fields.Numbers("interval");
	FIdle Idle;
	Idle.Shortest = Interval[0];
	Idle.Longest = Interval[1];
	Idle.Close = Fields.Number("close");
	Idle.Shut = Fields.Number("shut");
	Idle.Open = Fields.Number("open");
	Idle.Seed = static_cast<uint32_t>(Fields.Number("seed"));
	return Idle;
}
} // namespace

FEyes BuildEyes(const FStated& Stated)
{
	const FRule Glasses(Stated, "glasses");
	const FRule Far(Stated, "far_eye");
	const FRule Wink(Stated, "wink");
	const FRule Gaze(Stated, "gaze");
	const FRule Hold(Stated, "gaze_hold");
	FEyes Eyes;
	Eyes.Glasses = {Glasses.bOn, Glasses["open"], Glasses["closed"], Glasses["trust"]};
	Eyes.FarEye = {Far.bOn, Far["from"], Far["to"]};
	Eyes.Wink = {Wink.bOn, Wink["on"], Wink["off"], Wink["fade"], Wink["open"], Wink["close"]};
	Eyes.Link = FFields(TableSchema()["eyes"], Stated).Number("link");
	Eyes.Gaze = {Gaze.bOn, Gaze.Direction("left"), Gaze.Direction("right"), Gaze.Direction("up"), Gaze.Direction("down")};
	Eyes.GazeHold = {Hold.bOn, Hold["on"], Hold["off"], Hold["return"]};
	return Eyes;
}

FLost BuildLost(const FStated& Stated)
{
	const FFields Fields(TableSchema()["lost"], Stated);
	const std::string To = Fields.Text("to");
	FLost Lost;
	Lost.Hold = Fields.Number("hold");
	Lost.To = To == "hold" ? ELostTo::Hold : To == "idle" ? ELostTo::Idle : ELostTo::Neutral;
	Lost.Ease = Fields.Number("ease");
	Lost.Return = Fields.Number("return");
	Lost.Idle = BuildIdle(Stated);
	return Lost;
}
} // namespace Koekata
