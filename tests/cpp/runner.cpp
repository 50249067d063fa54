// Reads cases as JSON lines from the standard input and answers each with a line: what a table gives for frames, or
// what is wrong with it. `--bench N` reads one case and measures N frames.
#include "support.h"

#include <algorithm>
#include <chrono>
#include <iostream>

using namespace Koekata;
using namespace KoekataTests;

namespace
{
constexpr int Batches = 7;
constexpr int WarmUps = 20;

FMemoryFiles FilesOf(const FJson& Case)
{
	FMemoryFiles Files;
	const FJson Others = Case.value("files", FJson::object());
	for (const auto& [Path, Text] : Others.items())
	{
		Files.Texts[Path] = Text.get<std::string>();
	}
	Files.Texts["table.json"] = Case.at("table").get<std::string>();
	return Files;
}

FJson Step(const FJson& Json, FMappingEvaluator& Evaluator, FMemoryFiles& Files)
{
	FJson Faults;
	if (Json.contains("reload"))
	{
		const FLoadResult Loaded = LoadTableText(Json.at("reload").get<std::string>(), "table.json", &Files);
		Evaluator.Adopt(Loaded.Table);
		Faults = Answer(Loaded.Faults);
	}
	FMappingFrame Frame = Evaluator.MakeFrame();
	FillFrame(Json, Evaluator, Frame);
	Evaluator.Step(Frame);
	FJson Found = Answer(Evaluator);
	if (!Faults.empty())
	{
		Found["faults"] = Faults;
	}
	return Found;
}

FJson Run(const FJson& Case)
{
	FMemoryFiles Files = FilesOf(Case);
	const FLoadResult Loaded = LoadTable("table.json", Files);
	if (Loaded.Table == nullptr)
	{
		return {{"faults", Answer(Loaded.Faults)}};
	}
	FMappingEvaluator Evaluator(Loaded.Table);
	FJson Frames = FJson::array();
	for (const FJson& Frame : Case.at("frames"))
	{
		Frames.push_back(Step(Frame, Evaluator, Files));
	}
	return {{"frames", Frames}};
}

double Microseconds(std::chrono::steady_clock::time_point Start)
{
	return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - Start).count();
}

/** A value that a frame sets, as a game has it: by slot. */
struct FGiven
{
	int Slot;
	double Value;
};

class FBench
{
public:
	FBench(const FJson& Case, FMappingEvaluator& InEvaluator) : Evaluator(InEvaluator), Frame(InEvaluator.MakeFrame())
	{
		for (const FJson& Json : Case.at("frames"))
		{
			FMappingFrame Made = Evaluator.MakeFrame();
			FillFrame(Json, Evaluator, Made);
			Values.emplace_back();
			for (int Slot = 0; Slot < Made.Slots(); ++Slot)
			{
				if (Made.IsGiven(Slot))
				{
					Values.back().push_back({Slot, Made.Value(Slot)});
				}
			}
			Frames.push_back(std::move(Made));
		}
		Frame.Fire.reserve(64);
	}

	void Evaluate(size_t Index)
	{
		const FMappingFrame& Made = Frames[Index % Frames.size()];
		Frame.Clear();
		Frame.Dt = Made.Dt;
		Frame.bTracked = Made.bTracked;
		Frame.bHasTime = Made.bHasTime;
		Frame.Time = Made.Time;
		Frame.Fire.insert(Frame.Fire.end(), Made.Fire.begin(), Made.Fire.end());
		for (const FGiven& Given : Values[Index % Frames.size()])
		{
			Frame.Set(Given.Slot, Given.Value);
		}
		Evaluator.Step(Frame);
	}

	/** Mean microseconds of one frame. */
	double Batch(size_t Count)
	{
		const auto Start = std::chrono::steady_clock::now();
		for (size_t Index = 0; Index < Count; ++Index)
		{
			Evaluate(Index);
		}
		return Microseconds(Start) / static_cast<double>(Count);
	}

	size_t FrameCount() const { return Frames.size(); }

private:
	FMappingEvaluator& Evaluator;
	FMappingFrame Frame;
	std::vector<FMappingFrame> Frames;
	std::vector<std::vector<FGiven>> Values;
};

FJson Measure(const FJson& Case, size_t Count)
{
	FMemoryFiles Files = FilesOf(Case);
	const auto Start = std::chrono::steady_clock::now();
	const FLoadResult Loaded = LoadTable("table.json", Files);
	const double Load = Microseconds(Start);
	if (Loaded.Table == nullptr)
	{
		return {{"faults", Answer(Loaded.Faults)}};
	}
	FMappingEvaluator Evaluator(Loaded.Table);
	FBench Bench(Case, Evaluator);
	Bench.Batch(WarmUps * Bench.FrameCount());
	const size_t Before = Allocations();
	double Means[Batches];
	for (double& Mean : Means)
	{
		Mean = Bench.Batch(std::max<size_t>(Count / Batches, 1));
	}
	const size_t Allocated = Allocations() - Before;
	std::sort(std::begin(Means), std::end(Means));
	return {{"us_per_frame", Means[Batches / 2]}, {"bytes_per_frame", Allocated}, {"load_us", Load}};
}
} // namespace

int main(int Count, char** Arguments)
{
	const bool bBench = Count == 3 && std::string(Arguments[1]) == "--bench";
	for (std::string Line; std::getline(std::cin, Line);)
	{
		const FJson Case = FJson::parse(Line);
		std::cout << (bBench ? Measure(Case, std::stoul(Arguments[2])) : Run(Case)).dump() << std::endl;
	}
	return 0;
}
