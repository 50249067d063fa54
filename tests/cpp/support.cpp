#include "support.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>

namespace KoekataTests
{
using namespace Koekata;

namespace
{
EFire ActionOf(const std::string& Word)
{
	return Word == "on" ? EFire::On : Word == "off" ? EFire::Off : Word == "toggle" ? EFire::Toggle : EFire::Unknown;
}
} // namespace

bool FMemoryFiles::Read(const std::string& Path, std::string& Bytes)
{
	const auto Found = Texts.find(Path);
	if (Found == Texts.end())
	{
		return false;
	}
	Bytes = Found->second;
	return true;
}

double Number(const FJson& Value)
{
	if (!Value.is_string())
	{
		return Value.get<double>();
	}
	const std::string Word = Value.get<std::string>();
	const double Infinity = std::numeric_limits<double>::infinity();
	return Word == "Infinity" ? Infinity : Word == "-Infinity" ? -Infinity : std::numeric_limits<double>::quiet_NaN();
}

void FillFrame(const FJson& Json, const FMappingEvaluator& Evaluator, FMappingFrame& Frame)
{
	Frame.Clear();
	Frame.Dt = Number(Json.at("dt"));
	Frame.bTracked = Json.value("tracked", true);
	Frame.bHasTime = Json.contains("time") && !Json.at("time").is_null();
	Frame.Time = Frame.bHasTime ? Number(Json.at("time")) : 0.0;
	const FJson Values = Json.value("values", FJson::object());
	const FJson Confidence = Json.value("confidence", FJson::object());
	for (const auto& [Name, Value] : Values.items())
	{
		if (!Value.is_null())
		{
			Frame.Set(Evaluator.Slot(Name), Number(Value));
		}
	}
	for (const auto& [Name, Value] : Confidence.items())
	{
		Frame.SetConfidence(Evaluator.Slot(Name), Number(Value));
	}
	for (const FJson& Entry : Json.value("fire", FJson::array()))
	{
		Frame.Fire.push_back({Evaluator.TriggerIndex(Entry.at(0).get<std::string>()), ActionOf(Entry.at(1).get<std::string>())});
	}
}

FJson Answer(const FMappingEvaluator& Evaluator)
{
	FJson Found = {{"values", FJson::object()}, {"events", FJson::array()}, {"counters", FJson::object()}};
	const std::vector<FTarget>& Targets = Evaluator.Table().Targets;
	for (size_t Place = 0; Place < Targets.size(); ++Place)
	{
		if (Evaluator.HasValue(static_cast<int>(Place)))
		{
			Found["values"][Targets[Place].Id] = Evaluator.Values()[Place];
		}
	}
	for (const int Event : Evaluator.Events())
	{
		Found["events"].push_back(Targets[static_cast<size_t>(Event)].Id);
	}
	const FCounters& Counters = Evaluator.Counters();
	const std::pair<const char*, int64_t> All[] = {{"bad_dt", Counters.BadDt},
												   {"bad_time", Counters.BadTime},
												   {"bad_inputs", Counters.BadInputs},
												   {"bad_fire", Counters.BadFire}};
	for (const auto& [Name, Count] : All)
	{
		if (Count != 0)
		{
			Found["counters"][Name] = Count;
		}
	}
	return Found;
}

FJson Answer(const FFaults& Faults)
{
	FJson Found = FJson::array();
	for (const FFault& Fault : Faults)
	{
		Found.push_back({{"code", Fault.Code},
						 {"file", Fault.File},
						 {"pointer", Fault.Pointer},
						 {"line", Fault.Line},
						 {"column", Fault.Column},
						 {"message", Fault.Message},
						 {"remedy", Fault.Remedy}});
	}
	return Found;
}

std::string ReadText(const std::string& Path)
{
	std::ifstream File(Path, std::ios::binary);
	std::ostringstream Text;
	Text << File.rdbuf();
	return Text.str();
}

FJson ReadJson(const std::string& Path)
{
	return FJson::parse(ReadText(Path));
}

std::vector<std::string> JsonFiles(const std::string& Folder)
{
	std::vector<std::string> Found;
	for (const auto& Entry : std::filesystem::directory_iterator(Folder))
	{
		if (Entry.path().extension() == ".json")
		{
			Found.push_back(Entry.path().string());
		}
	}
	std::sort(Found.begin(), Found.end());
	return Found;
}
} // namespace KoekataTests
