#include "fuzz_inputs.h"
#include "mutate.h"
#include "support.h"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace Koekata;
using namespace KoekataTests;

TEST_SUITE_BEGIN("fuzz");

TEST_CASE("whatever the loader gets, it tells what is wrong or gives a table that plays")
{
	FMutator Mutator(11);
	const std::vector<std::string> Texts = Seeds();
	FMemoryFiles Files;
	const int Inputs = FuzzInputs();
	int Taken = 0;
	for (int Round = 0; Round < Inputs; ++Round)
	{
		const std::string& Seed = Texts[Mutator.Below(Texts.size())];
		Files.Texts["table.json"] = Mutator.Spoil(Seed);
		Files.Texts["base.json"] = Mutator.Below(2) == 0 ? Seed : Mutator.Spoil(Texts[Mutator.Below(Texts.size())]);
		const FLoadResult Loaded = LoadTable("table.json", Files);
		CHECK((Loaded.Table == nullptr) == !Loaded.Faults.empty());
		for (const FFault& Fault : Loaded.Faults)
		{
			CHECK((Fault.Line >= 1 && Fault.Column >= 1));
		}
		if (Loaded.Table != nullptr)
		{
			++Taken;
			FMappingEvaluator Evaluator(Loaded.Table);
			FMappingFrame Frame = Evaluator.MakeFrame();
			Frame.Dt = 0.1;
			for (int Slot = 0; Slot < Frame.Slots(); ++Slot)
			{
				Frame.Set(Slot, 0.7);
			}
			Evaluator.Step(Frame);
			Frame.bTracked = false;
			Evaluator.Step(Frame);
		}
	}
	TellFuzz("tables", Inputs, Taken);
	CHECK(Taken > Inputs / 100);
}

TEST_CASE("a hostile megabyte is refused and does not stop the loader")
{
	const auto Filled = [](const std::string& Start, const std::string& Piece, const std::string& End) {
		std::string Text = Start;
		while (Text.size() + Piece.size() + End.size() < (1 << 20))
		{
			Text += Piece;
		}
		return Text + End;
	};
	for (const std::string& Text : {
			 Filled("{\"version\": 1, \"rows\": [", "{},", "{}]}"),
			 Filled("{\"version\": 1, \"rows\": [{\"id\": \"r\", \"to\": \"x\"", ", \"a\": 1", "}]}"),
			 Filled("{\"version\": 1", ", \"\": 1e999", "}"),
			 Filled("{\"version\": 1, \"metadata\": [", "1e-300,", "1]}"),
			 Filled("[", "[],", "[]]"),
			 Filled("[", "[", ""),
			 Filled("\"", "\\ud83d\\ude00", ""),
			 Filled("{\"version\": 1, \"gain\": 0.", "1", "}"),
		 })
	{
		const FLoadResult Loaded = LoadTableText(Text, "table.json");
		CHECK(Loaded.Table == nullptr);
		CHECK(!Loaded.Faults.empty());
	}
}

TEST_SUITE_END();
