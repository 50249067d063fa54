/**
 * Listens to a sidecar with the plugin's own transport, and prints what it receives: one JSON object for each frame,
 * and a last one with the figures. Reads the options of Usage.
 */
#include "Koekata/Axes/Curves.h"
#include "Koekata/Transport/ZmqReceiver.h"
#include "character.h"
#include "options.h"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>
#include <numeric>
#include <thread>

using namespace Koekata;
using namespace KoekataTests;

namespace
{
constexpr const char* Usage = "koekata-listen --library FILE [--endpoint ADDRESS] [--seconds N] [--frames N] [--stall SECONDS]\n"
							  "    [--table FILE] [--keys SERVER,PUBLIC,SECRET]\n"
							  "koekata-listen --decode    lines of topic and payload in hex from the standard input\n"
							  "koekata-listen --bench FRAMES --table FILE    time and allocations of a frame\n";

class FListening
{
public:
	explicit FListening(const FOptions& Options) : Most(Options.Number("frames", 1e18))
	{
		if (!Options.Text("table").empty())
		{
			Character = std::make_unique<FCharacter>(Options.Text("table"));
		}
	}

	void Take(const FReceivedMessage& Message)
	{
		const bool bFrame = Table.Take(Message.TopicText(), Message.PayloadText(), Message.ArrivedS, Message.Parts);
		for (const std::string& Text : Table.TakeMessages())
		{
			std::cerr << Text << "\n";
		}
		if (bFrame)
		{
			Print(Message);
		}
	}

	bool IsDone() const { return static_cast<double>(Table.Counters().Frames) >= Most; }
	const FSubjectTable& Subjects() const { return Table; }

private:
	void Print(const FReceivedMessage& Message)
	{
		const std::string Topic(Message.TopicText());
		const FSubject* Subject = Table.Find(std::stoi(Topic.substr(Topic.find('/', 8) + 1)));
		FJson Line = Answer(Subject->Newest, Table.Session());
		Line["arrived_ns"] = static_cast<int64_t>(Message.ArrivedS * 1e9);
		if (Character != nullptr)
		{
			Line["targets"] = Character->Step(Subject->Newest);
		}
		std::cout << Line.dump() << std::endl;
	}

	double Most;
	FSubjectTable Table;
	std::unique_ptr<FCharacter> Character;
};

void Sleep(double Seconds)
{
	std::this_thread::sleep_for(std::chrono::duration<double>(Seconds));
}

int Listen(const FOptions& Options)
{
	FSystemLibraries Libraries;
	FZmqReceiver Receiver(Libraries);
	FZmqSettings Settings;
	Settings.Library = Options.Text("library");
	Settings.Endpoint = Options.Given.count("endpoint") != 0 ? Options.Text("endpoint") : Settings.Endpoint;
	const std::string Keys = Options.Text("keys");
	if (Keys.size() == 122)
	{
		Settings.ServerKey = Keys.substr(0, 40);
		Settings.PublicKey = Keys.substr(41, 40);
		Settings.SecretKey = Keys.substr(82, 40);
	}
	std::string Error;
	if (!Receiver.Start(Settings, Error))
	{
		std::cerr << Error << "\n";
		return 1;
	}
	Sleep(Options.Number("stall", 0.0));
	FListening Listening(Options);
	FInbox Inbox;
	double SlowestFetchS = 0.0;
	const double EndS = LocalSeconds() + Options.Number("seconds", 10.0);
	while (!Listening.IsDone() && LocalSeconds() < EndS)
	{
		const double BeforeS = LocalSeconds();
		Receiver.Fetch(Inbox);
		SlowestFetchS = std::max(SlowestFetchS, LocalSeconds() - BeforeS);
		for (size_t Index = 0; Index < Inbox.Count() && !Listening.IsDone(); ++Index)
		{
			Listening.Take(Inbox[Index]);
		}
		Sleep(0.004);
	}
	const double StopS = LocalSeconds();
	Receiver.Stop();
	FJson Figures = Answer(Listening.Subjects().Counters());
	Figures["state"] = StateName(Listening.Subjects().Status().State);
	Figures["dropped"] = Inbox.Dropped();
	Figures["slowest_fetch_ms"] = SlowestFetchS * 1e3;
	Figures["stop_ms"] = (LocalSeconds() - StopS) * 1e3;
	std::cout << FJson{{"figures", Figures}}.dump() << std::endl;
	return 0;
}

int DecodeLines()
{
	FStreamDecoder Decoder;
	std::string Topic, Payload;
	for (std::string Line; std::getline(std::cin, Line);)
	{
		const size_t Space = Line.find(' ');
		std::cout << Answer(Decoder, FromHex(Line.substr(0, Space)), FromHex(Line.substr(Space + 1))).dump() << "\n";
	}
	return 0;
}
/** A second of frames that differ in every channel, with the names of Unreal's curves for a layout. */
std::vector<std::string> BenchPayloads()
{
	size_t Count = 0;
	const FCurveName* Curves = CurveNames(Count);
	std::vector<std::string> Names;
	for (size_t Index = 0; Index < Count; ++Index)
	{
		Names.emplace_back(Curves[Index].Channel);
	}
	std::vector<std::string> Found = {Packed(LayoutJson(Names))};
	for (int Sequence = 0; Sequence < 60; ++Sequence)
	{
		std::vector<double> Weights;
		for (size_t Index = 0; Index < Count; ++Index)
		{
			Weights.push_back(static_cast<double>(static_cast<float>((static_cast<int>(Index) * 7 + Sequence) % 61) / 61.0F));
		}
		Found.push_back(Packed(FrameJson(Sequence, Weights)));
	}
	return Found;
}

/** Microseconds: the mean, and the median, which other programs on a busy machine do not move. */
FJson Times(std::vector<double>& Seconds, const std::string& Name)
{
	const auto Middle = Seconds.begin() + static_cast<std::ptrdiff_t>(Seconds.size() / 2);
	std::nth_element(Seconds.begin(), Middle, Seconds.end());
	const double Sum = std::accumulate(Seconds.begin(), Seconds.end(), 0.0);
	return {{Name + "_us", 1e6 * Sum / static_cast<double>(Seconds.size())}, {Name + "_median_us", 1e6 * *Middle}};
}

/** From a payload to the targets: decoding alone, then everything. The sequence starts anew in each round's table. */
int Bench(const FOptions& Options)
{
	const std::vector<std::string> Payloads = BenchPayloads();
	FCharacter Character(Options.Text("table"));
	FStreamDecoder Decoder;
	FStreamFrame Out;
	size_t Allocated = 0;
	const auto Wanted = static_cast<size_t>(Options.Number("bench", 6000.0));
	std::vector<double> DecodeS, WholeS;
	DecodeS.reserve(Wanted + Payloads.size());
	WholeS.reserve(Wanted + Payloads.size());
	for (int Round = 0; WholeS.size() < Wanted; ++Round)
	{
		FSubjectTable Table;
		for (size_t Index = 0; Index < Payloads.size(); ++Index)
		{
			const size_t AllocatedBefore = Allocations();
			const double Start = LocalSeconds();
			Decoder.Decode("koekata/1/0/", Payloads[Index]);
			const double Decoded = LocalSeconds();
			Table.Take("koekata/1/0/", Payloads[Index], static_cast<double>(Index) / 30.0);
			if (Table.Sample(0, static_cast<double>(Index) / 30.0, Out) != EMoment::None)
			{
				Character.Evaluate(Out);
			}
			const double End = LocalSeconds();
			// The first frames of a table fill its buffers.
			if (Index > 30)
			{
				DecodeS.push_back(Decoded - Start);
				WholeS.push_back(End - Decoded);
				Allocated += Round > 0 ? Allocations() - AllocatedBefore : 0;
			}
		}
	}
	FJson Found = {{"frames", WholeS.size()}, {"allocations", Allocated}};
	Found.update(Times(DecodeS, "decode"));
	Found.update(Times(WholeS, "whole"));
	std::cout << Found.dump() << "\n";
	return 0;
}
} // namespace

int main(int Count, char** Arguments)
{
	const std::string First = Count > 1 ? Arguments[1] : "";
	if (First == "--decode")
	{
		return DecodeLines();
	}
	const FOptions Options(Count, Arguments);
	if (!Options.Text("bench").empty() && !Options.Text("table").empty())
	{
		return Bench(Options);
	}
	if (Options.Text("library").empty())
	{
		std::cerr << Usage;
		return 2;
	}
	return Listen(Options);
}
