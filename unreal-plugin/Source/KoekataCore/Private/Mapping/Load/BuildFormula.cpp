#include "BuildFormula.h"

namespace Koekata
{
namespace
{
FKey BuildKey(const FNode& Node)
{
	FKey Key;
	Key.X = Node.Children[0]->Number;
	Key.Y = Node.Children[1]->Number;
	Key.bHasSlope = Node.Children.size() > 2;
	if (Key.bHasSlope)
	{
		Key.SlopeIn = Node.Children[2]->Number;
		Key.SlopeOut = Node.Children.back()->Number;
	}
	return Key;
}

EOperation OperationOf(const std::string& Word)
{
	return Word == "product" ? EOperation::Product
		   : Word == "min"	 ? EOperation::Min
		   : Word == "max"	 ? EOperation::Max
		   : Word == "average" ? EOperation::Average
							   : EOperation::Sum;
}
} // namespace

FTerm BuildTerm(const FNode& Node)
{
	FTerm Term;
	if (Node.Kind == EJson::Text)
	{
		Term.Of = Node.Text;
		return Term;
	}
	Term.Of = Node.Find("of")->Text;
	const FNode* Weight = Node.Find("weight");
	const FNode* Invert = Node.Find("invert");
	const FNode* Absent = Node.Find("absent");
	Term.Weight = Weight != nullptr ? Weight->Number : Term.Weight;
	Term.bInvert = Invert != nullptr && Invert->bTrue;
	Term.bHasAbsent = Absent != nullptr;
	Term.Absent = Absent != nullptr ? Absent->Number : 0.0;
	return Term;
}

FFormula BuildFormula(const FFields& Fields)
{
	FFormula Formula;
	for (const FNode* Node : Fields.List("from"))
	{
		Formula.Terms.push_back(BuildTerm(*Node));
	}
	for (const FNode* Node : Fields.List("curve"))
	{
		Formula.Curve.push_back(BuildKey(*Node));
	}
	const FNode* Zone = Fields.Find("dead_zone");
	const bool bPair = Zone != nullptr && Zone->Kind == EJson::Array;
	Formula.DeadZone = bPair ? Zone->Children[0]->Number : Fields.Number("dead_zone");
	Formula.Full = bPair ? Zone->Children[1]->Number : 1.0;
	Formula.Operation = OperationOf(Fields.Text("op"));
	Formula.bInvert = Fields.Flag("invert");
	Formula.Gain = Fields.Number("gain");
	Formula.Offset = Fields.Number("offset");
	Formula.Clamp = BuildRange(Fields.Numbers("clamp"));
	return Formula;
}

FRange BuildRange(const std::vector<double>& Limits)
{
	return Limits.empty() ? FRange() : FRange{Limits[0], Limits[1]};
}

FPose BuildPose(const FFields& Fields)
{
	FPose Pose;
	const FNode* Set = Fields.Find("set");
	if (Set != nullptr)
	{
		for (const FNode* Child : Set->Children)
		{
			Pose.push_back({Child->Name, Child->Number});
		}
	}
	return Pose;
}

FWeighed BuildWeighed(const FFields& Fields)
{
	return {Fields.Ids("while"), Fields.Ids("unless")};
}
} // namespace Koekata
