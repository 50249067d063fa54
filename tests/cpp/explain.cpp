#include "Koekata/Mapping/Explain.h"

#include "support.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace Koekata;
using namespace KoekataTests;

namespace
{
const char* const Table = R"({
	"version": 1,
	"signals": [{"id": "anger", "from": ["browDownLeft", "browDownRight"], "op": "average"}],
	"conditions": [{"id": "angry", "when": "anger", "on": 0.5}, {"id": "calm", "trigger": true}],
	"regions": [{"id": "eyes", "attack": 1}],
	"rows": [
		{"id": "brows", "from": "anger", "to": "frown", "gain": 2, "while": "angry", "region": "eyes"},
		{"id": "jaw", "from": "jawOpen", "to": "open"}
	],
	"groups": [{"id": "g", "members": ["frown", "open"]}]
})";
} // namespace

TEST_SUITE_BEGIN("explain");

TEST_CASE("an explanation leads from the raw values to the final one")
{
	FMappingEvaluator Evaluator(LoadTableText(Table, "t").Table);
	Evaluator.SetTracing(true);
	FMappingFrame Frame = Evaluator.MakeFrame();
	Frame.Set(Evaluator.Slot("browDownLeft"), 0.5);
	Frame.Set(Evaluator.Slot("browDownRight"), 0.9);
	Frame.Set(Evaluator.Slot("jawOpen"), 1.0);
	Evaluator.Step(Frame);
	FExplanation Found;
	REQUIRE(Explain(Evaluator, "frown", Found));
	REQUIRE(Found.Rows.size() == 1);
	const FRowShare& Row = Found.Rows[0];
	CHECK(Row.Id == "brows");
	CHECK(Row.Value == doctest::Approx(1.4));
	CHECK(Row.Weight == 1.0);
	REQUIRE(Row.Conditions.size() == 1);
	CHECK(Row.Conditions[0].first == "angry");
	CHECK(Row.Conditions[0].second == 1.0);
	REQUIRE(Row.Sources.size() == 1);
	CHECK(Row.Sources[0].Name == "anger");
	CHECK(std::isnan(Row.Sources[0].Raw));
	CHECK(Row.Sources[0].Value == doctest::Approx(0.7));
	REQUIRE(Row.Sources[0].Sources.size() == 2);
	CHECK(Row.Sources[0].Sources[1].Name == "browDownRight");
	CHECK(Row.Sources[0].Sources[1].Raw == 0.9);
	CHECK(Found.Combined == doctest::Approx(1.4));
	CHECK(Found.Posed == 1.0);
	CHECK(Found.Excluded == 0.5);
	CHECK(Found.Final == 0.5);
}

TEST_CASE("nothing is explained without tracing, before the first frame, and of targets that are not there")
{
	FMappingEvaluator Evaluator(LoadTableText(Table, "t").Table);
	FExplanation Found;
	Evaluator.Step(Evaluator.MakeFrame());
	CHECK_FALSE(Explain(Evaluator, "frown", Found));
	Evaluator.SetTracing(true);
	CHECK_FALSE(Explain(Evaluator, "frown", Found));
	Evaluator.Step(Evaluator.MakeFrame());
	CHECK(Explain(Evaluator, "frown", Found));
	CHECK(std::isnan(Found.Final));
	CHECK_FALSE(Explain(Evaluator, "none", Found));
}

TEST_SUITE_END();
