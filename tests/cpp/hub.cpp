#include "Koekata/Subjects/StreamHub.h"
#include "stream_support.h"

#include <atomic>
#include <doctest/doctest.h>
#include <thread>

using namespace Koekata;
using namespace KoekataTests;

namespace
{
FReceivedMessage Message(const FJson& Body, double ArrivedS = 1.0, const std::string& Topic = "koekata/1/0/")
{
	const std::string Payload = Packed(Body);
	FReceivedMessage Made;
	Made.Topic.assign(Topic.begin(), Topic.end());
	Made.Payload.assign(Payload.begin(), Payload.end());
	Made.Parts = 2;
	Made.ArrivedS = ArrivedS;
	return Made;
}

class FNotes final : public IFrameListener
{
public:
	void OnFrame(const FHeardFrame& Heard) override
	{
		Sequences.push_back(Heard.Frame.Motion.Sequence);
		Last = Heard;
	}

	std::vector<int64_t> Sequences;
	FHeardFrame Last;
};
} // namespace

TEST_SUITE_BEGIN("hub");

TEST_CASE("a listener is told every frame once, with its names and its time of arrival")
{
	FStreamHub Hub;
	const auto Notes = std::make_shared<FNotes>();
	Hub.Join(Notes);
	Hub.Take(Message(LayoutJson({"jawOpen"})));
	CHECK(Notes->Sequences.empty());
	Hub.Take(Message(FrameJson(4, {0.25}), 2.5));
	Hub.Take(Message(FrameJson(4, {0.5}), 2.6));
	Hub.Take(Message(FrameJson(5, {0.75}), 2.7));
	CHECK(Notes->Sequences == std::vector<int64_t>{4, 5});
	CHECK(Notes->Last.ArrivedS == 2.7);
	CHECK(Notes->Last.Performer == 0);
	REQUIRE(Notes->Last.Frame.Layout != nullptr);
	CHECK(Notes->Last.Frame.Layout->Channels[0] == "jawOpen");
	Hub.Leave(*Notes);
	Hub.Take(Message(FrameJson(6, {0.0}), 2.8));
	CHECK(Notes->Sequences.size() == 2);
}

TEST_CASE("frames of a restarted sender are told again although their numbers begin anew")
{
	FStreamHub Hub;
	const auto Notes = std::make_shared<FNotes>();
	Hub.Join(Notes);
	Hub.Take(Message(LayoutJson({"jawOpen"})));
	Hub.Take(Message(FrameJson(7, {0.25})));
	Hub.Take(Message(LayoutJson({"jawOpen"}, 1, SessionB)));
	Hub.Take(Message(FrameJson(7, {0.25}, 1, SessionB)));
	CHECK(Notes->Sequences == std::vector<int64_t>{7, 7});
}

TEST_CASE("the newest frame and the even playout are asked of the same hub")
{
	FStreamHub Hub;
	FStreamFrame Out;
	FPerformerState State;
	REQUIRE(Hub.Sample(0, EPlayout::Latest, 1.0, Out, State));
	CHECK(State.Moment == EMoment::None);
	CHECK(State.bStale);
	Hub.Take(Message(LayoutJson({"jawOpen"})));
	for (int Sequence = 0; Sequence < 4; ++Sequence)
	{
		Hub.Take(Message(FrameJson(Sequence, {0.1 * Sequence}), 1.0 + Sequence / 30.0));
	}
	REQUIRE(Hub.Sample(0, EPlayout::Latest, 1.1, Out, State));
	CHECK(State.Moment == EMoment::Latest);
	CHECK_FALSE(State.bStale);
	CHECK(Out.Motion.Weights[0] == doctest::Approx(0.3));
	REQUIRE(Hub.Sample(0, EPlayout::Smooth, 1.1, Out, State));
	CHECK(State.Moment == EMoment::Interpolated);
	CHECK(Out.Motion.Weights[0] < 0.2);
	REQUIRE(Hub.Sample(0, EPlayout::Latest, 2.0, Out, State));
	CHECK(State.bStale);
}

TEST_CASE("garbage is counted and told once, and ends nothing")
{
	FStreamHub Hub;
	FReceivedMessage Garbage = Message(LayoutJson({"jawOpen"}));
	Garbage.Payload.assign(100, '\xc1');
	Hub.Take(Garbage);
	Hub.Take(Garbage);
	Hub.TakeDatagram("no OSC at all", 1.0);
	std::vector<std::string> Messages;
	REQUIRE(Hub.TakeMessages(Messages));
	CHECK(Messages.size() == 1);
	FHubState State;
	REQUIRE(Hub.Read(1.0, State));
	CHECK(State.Counters.Bad[static_cast<size_t>(EStreamFault::Malformed)] >= 2);
	Hub.Take(Message(LayoutJson({"jawOpen"})));
	Hub.Take(Message(FrameJson(0, {0.25})));
	REQUIRE(Hub.Read(1.0, State));
	CHECK(State.Counters.Frames == 1);
	CHECK(State.Performers == std::vector<int>{0});
}

TEST_CASE("what the carrier of the frames has to say is handed out once, after what the frames had")
{
	FStreamHub Hub;
	Hub.Tell("the socket fails");
	Hub.TakeDatagram("no OSC at all", 1.0);
	std::vector<std::string> Messages;
	REQUIRE(Hub.TakeMessages(Messages));
	REQUIRE(Messages.size() == 2);
	CHECK(Messages.back() == "the socket fails");
	Messages.clear();
	REQUIRE(Hub.TakeMessages(Messages));
	CHECK(Messages.empty());
}

TEST_CASE("users on other threads always see whole frames, while frames come and listeners come and go")
{
	FStreamHub Hub;
	Hub.Take(Message(LayoutJson({"jawOpen", "mouthClose"})));
	std::atomic<bool> bDone{false};
	std::atomic<int> Torn{0}, Seen{0};
	const auto Use = [&](EPlayout Mode)
	{
		FStreamFrame Out;
		FPerformerState State;
		while (!bDone)
		{
			const auto Notes = std::make_shared<FNotes>();
			Hub.Join(Notes);
			if (Hub.Sample(0, Mode, LocalSeconds(), Out, State) && State.Moment != EMoment::None)
			{
				// Both channels always have the same weight.
				Torn += std::abs(Out.Motion.Weights[0] - Out.Motion.Weights[1]) > 1e-6 ? 1 : 0;
				++Seen;
			}
			Hub.Leave(*Notes);
		}
	};
	std::thread Latest(Use, EPlayout::Latest), Smooth(Use, EPlayout::Smooth);
	for (int Sequence = 0; Sequence < 1500 || (Seen == 0 && Sequence < 200000); ++Sequence)
	{
		const double Weight = static_cast<double>(static_cast<float>(Sequence % 100) / 100.0F);
		Hub.Take(Message(FrameJson(Sequence, {Weight, Weight}), LocalSeconds()));
	}
	bDone = true;
	Latest.join();
	Smooth.join();
	CHECK(Torn == 0);
	CHECK(Seen > 0);
}

TEST_SUITE_END();
