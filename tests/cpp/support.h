#pragma once

#include "Koekata/Mapping/Evaluator.h"
#include "Koekata/Mapping/Loader.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

/** What the tests and the runner share: vectors and cases are JSON, read by a library that the core does not use. */
namespace KoekataTests
{
using FJson = nlohmann::ordered_json;

/** Files in memory. */
class FMemoryFiles : public Koekata::ITableFiles
{
public:
	std::map<std::string, std::string> Texts;

	bool Read(const std::string& Path, std::string& Bytes) override;
};

/** A number, or one of the texts that stand for what JSON does not have. */
double Number(const FJson& Value);

/** A frame of a case, by the names of the evaluator's table. */
void FillFrame(const FJson& Json, const Koekata::FMappingEvaluator& Evaluator, Koekata::FMappingFrame& Frame);

/** What came out of the last frame: values by target, events, and counters that are not 0. */
FJson Answer(const Koekata::FMappingEvaluator& Evaluator);

FJson Answer(const Koekata::FFaults& Faults);

std::string ReadText(const std::string& Path);
FJson ReadJson(const std::string& Path);
/** The paths of the JSON files in a folder, sorted. */
std::vector<std::string> JsonFiles(const std::string& Folder);

/** Calls of operator new since the start, where the program counts them. */
size_t Allocations();
} // namespace KoekataTests
