#pragma once

#include "Koekata/Api.h"
#include "Koekata/Osc/OscInput.h"
#include "Koekata/Subjects/SubjectTable.h"
#include "Koekata/Transport/ZmqReceiver.h"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace Koekata
{
/** A frame that has just come. */
struct FHeardFrame
{
	int Performer = 0;
	FStreamFrame Frame;
	/** Local seconds: of the arrival, and of the arrival without the jitter of single frames. */
	double ArrivedS = 0.0;
	double SmoothS = 0.0;
};

/** Is told every frame as it comes, on the thread that receives. */
class IFrameListener
{
public:
	virtual ~IFrameListener() = default;

	virtual void OnFrame(const FHeardFrame& Heard) = 0;
};

/** Of one performer, at the moment that was asked for. */
struct FPerformerState
{
	/** What `Sample` gave: None before the first frame. */
	EMoment Moment = EMoment::None;
	/** Nothing came for half a second. */
	bool bStale = true;
	ESourceState Source = ESourceState::Unknown;
	/** Of the newest frame: since its arrival. */
	double AgeS = 0.0;
};

/** What is known of the sender. */
struct FHubState
{
	FStreamCounters Counters;
	ESourceState Source = ESourceState::Unknown;
	std::vector<int> Performers;
	bool bStale = true;
	/** Of performer 0 or whoever came first: the playout's delay in seconds. */
	double DelayS = 0.0;
};

/**
 * One sender's subjects between the thread that receives and those who use them. `Take`, `TakeDatagram` and `Tell`
 * belong to the receiving thread. All else may be called on any thread and never waits for it: where the table is being changed just
 * now, the answer is false, and what was asked last goes on.
 */
class KOEKATACORE_API FStreamHub final : public IMessageSink
{
public:
	explicit FStreamHub(const FPlayoutSettings& Settings = FPlayoutSettings(), std::string OscPrefix = "/koekata");
	~FStreamHub() override;
	FStreamHub(const FStreamHub&) = delete;
	FStreamHub& operator=(const FStreamHub&) = delete;

	void Take(const FReceivedMessage& Message) override;
	void TakeDatagram(std::string_view Datagram, double ArrivedS);
	/** A message for people, of what carries the frames. */
	void Tell(std::string Message);

	/** Latest gives the newest frame; Smooth what the playout of FJitterBuffer gives. `Out` keeps its memory. */
	bool Sample(int Performer, EPlayout Mode, double NowS, FStreamFrame& Out, FPerformerState& State);
	bool Read(double NowS, FHubState& State);
	/** Adds the messages for people that have come up since the last call. */
	bool TakeMessages(std::vector<std::string>& Messages);

	/** A listener is told of frames until it leaves; one last call may be on its way while it does. */
	void Join(std::shared_ptr<IFrameListener> Listener);
	void Leave(const IFrameListener& Listener);

private:
	void Announce();
	bool Next(FHeardFrame& Heard);

	std::mutex Mutex;
	FSubjectTable Table;
	FOscInput Osc;
	std::vector<std::string> Notes;
	/** By subject: how many of its frames were announced. */
	std::vector<int64_t> Announced;

	std::mutex ListenersMutex;
	std::vector<std::shared_ptr<IFrameListener>> Listeners;
	/** The receiving thread's own. */
	std::vector<std::shared_ptr<IFrameListener>> Told;
	FHeardFrame Heard;
};
} // namespace Koekata
