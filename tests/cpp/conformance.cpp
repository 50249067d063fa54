#include "support.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace Koekata;
using namespace KoekataTests;

namespace
{
const std::string Mappings = KOEKATA_MAPPINGS;

FMemoryFiles FilesOf(const FJson& Test)
{
	FMemoryFiles Files;
	const FJson Others = Test.value("files", FJson::object());
	for (const auto& [Path, Content] : Others.items())
	{
		Files.Texts[Path] = Content.dump();
	}
	Files.Texts["table.json"] = Test.contains("text") ? Test.at("text").get<std::string>() : Test.at("table").dump();
	return Files;
}

void CheckValues(const FJson& Found, const FJson& Expected)
{
	CHECK(Found.size() == Expected.size());
	for (const auto& [Target, Value] : Expected.items())
	{
		REQUIRE_MESSAGE(Found.contains(Target), Target << " is missing");
		const double Difference = std::abs(Found.at(Target).get<double>() - Value.get<double>());
		CHECK_MESSAGE(Difference <= 1e-6, Target << " is " << Found.at(Target).dump() << " instead of " << Value.dump());
	}
}

void CheckFrames(const FJson& Test)
{
	FMemoryFiles Files = FilesOf(Test);
	const FLoadResult Loaded = LoadTable("table.json", Files);
	REQUIRE_MESSAGE(Loaded.Table != nullptr, Answer(Loaded.Faults).dump());
	FMappingEvaluator Evaluator(Loaded.Table);
	for (const FJson& Json : Test.at("frames"))
	{
		CAPTURE(Json.dump());
		if (Json.contains("reload"))
		{
			Evaluator.Adopt(LoadTableText(Json.at("reload").dump(), "table.json").Table);
		}
		FMappingFrame Frame = Evaluator.MakeFrame();
		FillFrame(Json, Evaluator, Frame);
		Evaluator.Step(Frame);
		const FJson Found = Answer(Evaluator);
		CheckValues(Found.at("values"), Json.at("expected"));
		CHECK(Found.at("events") == Json.value("events", FJson::array()));
		if (Json.contains("counters"))
		{
			CHECK(nlohmann::json(Found.at("counters")) == nlohmann::json(Json.at("counters")));
		}
	}
}

/** What a vector states of a fault, in the same words. */
FJson Stated(const FFault& Fault, const FJson& Test, bool bColumns)
{
	FJson Found = {{"code", Fault.Code}, {"pointer", Fault.Pointer}};
	if (Test.contains("text"))
	{
		Found["line"] = Fault.Line;
	}
	if (bColumns)
	{
		Found["column"] = Fault.Column;
	}
	if (Fault.File != "table.json")
	{
		Found["file"] = Fault.File.substr(Fault.File.find_last_of('/') + 1);
	}
	return Found;
}

std::vector<std::string> Sorted(const FJson& List)
{
	std::vector<std::string> Found;
	for (const FJson& Entry : List)
	{
		Found.push_back(nlohmann::json(Entry).dump()); // Sorts the properties.
	}
	std::sort(Found.begin(), Found.end());
	return Found;
}

void CheckFaults(const FJson& Test)
{
	bool bColumns = false;
	FJson Wanted = FJson::array();
	for (FJson Fault : Test.at("faults"))
	{
		bColumns = bColumns || Fault.contains("column");
		if (Fault.contains("file"))
		{
			const std::string File = Fault.at("file").get<std::string>();
			Fault["file"] = File.substr(File.find_last_of('/') + 1);
		}
		Wanted.push_back(Fault);
	}
	FMemoryFiles Files = FilesOf(Test);
	const FLoadResult Loaded = LoadTable("table.json", Files);
	CHECK(Loaded.Table == nullptr);
	FJson Found = FJson::array();
	for (const FFault& Fault : Loaded.Faults)
	{
		CHECK(!Fault.Message.empty());
		CHECK(!Fault.Remedy.empty());
		Found.push_back(Stated(Fault, Test, bColumns));
	}
	CHECK(Sorted(Found) == Sorted(Wanted));
}

void Walk(const std::string& Folder, void (*Check)(const FJson&))
{
	int Count = 0;
	for (const std::string& Path : JsonFiles(Mappings + "/conformance/" + Folder))
	{
		const FJson Vectors = ReadJson(Path);
		for (const FJson& Test : Vectors.at("tests"))
		{
			const std::string Name = Path.substr(Path.find_last_of('/') + 1) + " " + Test.at("id").get<std::string>();
			CAPTURE(Name);
			Check(Test);
			++Count;
		}
	}
	CHECK(Count > 50);
}
} // namespace

TEST_SUITE_BEGIN("conformance");

TEST_CASE("frames come out as the vectors say")
{
	Walk("apply", &CheckFrames);
}

TEST_CASE("every fault is told where it is")
{
	Walk("invalid", &CheckFaults);
}

TEST_CASE("presets load")
{
	FMemoryFiles Files;
	for (const std::string& Path : JsonFiles(Mappings + "/presets"))
	{
		CAPTURE(Path);
		Files.Texts[Path] = ReadText(Path);
		const FLoadResult Loaded = LoadTable(Path, Files);
		CHECK_MESSAGE(Loaded.Table != nullptr, Answer(Loaded.Faults).dump());
	}
}

TEST_CASE("a table that is refused leaves the last good one in force")
{
	const std::string Good = R"({"version": 1, "rows": [{"id": "r", "from": "jawOpen", "to": "open"}]})";
	FMappingEvaluator Evaluator(LoadTableText(Good, "table.json").Table);
	FMappingFrame Frame = Evaluator.MakeFrame();
	Frame.Set(Evaluator.Slot("jawOpen"), 0.25);
	const FLoadResult Bad = LoadTableText("{", "table.json");
	Evaluator.Adopt(Bad.Table);
	Evaluator.Step(Frame);
	CHECK(Bad.Faults.size() == 1);
	CHECK(Evaluator.Values()[static_cast<size_t>(Evaluator.TargetIndex("open"))] == 0.25);
}

TEST_CASE("a file that cannot be read is told")
{
	FMemoryFiles Files;
	const FLoadResult Loaded = LoadTable("none.json", Files);
	REQUIRE(Loaded.Faults.size() == 1);
	CHECK(Loaded.Faults[0].Code == "unreadable");
}

TEST_CASE("a misspelt channel gets the right one suggested")
{
	const FLoadResult Loaded = LoadTableText(R"({"version": 1, "rows": [{"id": "r", "from": "jawopn", "to": "x"}]})", "t");
	REQUIRE(Loaded.Faults.size() == 1);
	CHECK(Loaded.Faults[0].Remedy.find("Did you mean \"jawOpen\"") == 0);
}

TEST_SUITE_END();
