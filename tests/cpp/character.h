#pragma once

#include "Koekata/Mapping/Loader.h"
#include "Koekata/Subjects/StreamInput.h"
#include "stream_support.h"

#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>

namespace KoekataTests
{
/** A character that the frames drive, a 60th of a second each. */
class FCharacter
{
public:
	explicit FCharacter(const std::string& Path) : Evaluator(Load(Path)), Input(Evaluator), Frame(Evaluator.MakeFrame()) {}

	void Evaluate(const Koekata::FStreamFrame& Stream)
	{
		Input.Fill(Evaluator, Stream, 1.0 / 60.0, Frame);
		Evaluator.Step(Frame);
	}

	FJson Step(const Koekata::FStreamFrame& Stream)
	{
		Evaluate(Stream);
		return Answer(Evaluator).at("values");
	}

private:
	class FFolder : public Koekata::ITableFiles
	{
	public:
		bool Read(const std::string& Path, std::string& Bytes) override
		{
			Bytes = ReadText(Path);
			return !Bytes.empty();
		}
	};

	static std::shared_ptr<const Koekata::FMappingTable> Load(const std::string& Path)
	{
		FFolder Files;
		Koekata::FLoadResult Loaded = Koekata::LoadTable(Path, Files);
		if (Loaded.Table == nullptr)
		{
			std::cerr << Answer(Loaded.Faults).dump() << "\n";
			std::exit(1);
		}
		return Loaded.Table;
	}

	Koekata::FMappingEvaluator Evaluator;
	Koekata::FStreamInput Input;
	Koekata::FMappingFrame Frame;
};
} // namespace KoekataTests
