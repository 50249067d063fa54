#include "support.h"

#include <doctest/doctest.h>

using namespace Koekata;
using namespace KoekataTests;

TEST_SUITE_BEGIN("allocations");

TEST_CASE("a frame allocates nothing once everything has been seen")
{
	const std::string Mappings = KOEKATA_MAPPINGS;
	int Walked = 0;
	for (const std::string& Path : JsonFiles(Mappings + "/conformance/apply"))
	{
		const FJson Vectors = ReadJson(Path);
		for (const FJson& Test : Vectors.at("tests"))
		{
			CAPTURE(Test.at("id").get<std::string>());
			const FLoadResult Loaded = LoadTableText(Test.at("table").dump(), "table.json");
			if (Loaded.Table == nullptr)
			{
				continue; // It extends others.
			}
			FMappingEvaluator Evaluator(Loaded.Table);
			std::vector<FMappingFrame> Frames;
			for (const FJson& Json : Test.at("frames"))
			{
				Frames.push_back(Evaluator.MakeFrame());
				FillFrame(Json, Evaluator, Frames.back());
				Evaluator.Step(Frames.back());
			}
			FMappingFrame Frame = Evaluator.MakeFrame();
			Frame.Fire.reserve(8);
			const size_t Before = Allocations();
			for (int Round = 0; Round < 3; ++Round)
			{
				for (const FMappingFrame& Made : Frames)
				{
					Frame.Clear();
					for (int Slot = 0; Slot < Made.Slots(); ++Slot)
					{
						if (Made.IsGiven(Slot))
						{
							Frame.Set(Slot, Made.Value(Slot));
						}
					}
					Frame.Dt = Made.Dt;
					Frame.bTracked = Made.bTracked;
					Frame.Fire.insert(Frame.Fire.end(), Made.Fire.begin(), Made.Fire.end());
					Evaluator.Step(Frame);
				}
			}
			CHECK(Allocations() == Before);
			++Walked;
		}
	}
	CHECK(Walked > 100);
}

TEST_CASE("the count of allocations counts")
{
	const size_t Before = Allocations();
	const auto Made = std::make_unique<std::vector<int>>(3, 1);
	CHECK(Allocations() >= Before + 2);
	CHECK(Made->size() == 3);
}

TEST_SUITE_END();
