#pragma once

#include "Koekata/Api.h"
#include "Koekata/Stream/Decoder.h"
#include "Koekata/Subjects/JitterBuffer.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace Koekata
{
/** Counted since the start. */
struct FStreamCounters
{
	/** Messages that broke the protocol, by fault. */
	std::array<int64_t, StreamFaults> Bad{};
	/** Frames that were taken. */
	int64_t Frames = 0;
	/** Sequence numbers that never came. */
	int64_t Lost = 0;
	/** Frames that were not newer than the one before. */
	int64_t Outdated = 0;
	/** Frames whose layout was not known. */
	int64_t Skipped = 0;
	/** Starts of the sender. */
	int64_t Sessions = 0;
	/** Messages of a type that this version does not know. */
	int64_t Unknown = 0;
};

/** One performer. */
struct FSubject
{
	explicit FSubject(int InPerformer, const FPlayoutSettings& Settings) : Performer(InPerformer), Buffer(Settings) {}

	int Performer;
	/** The newest frame; its layout is null where this session had none yet. */
	FStreamFrame Newest;
	/** Local seconds. */
	double ArrivedS = 0.0;
	FJitterBuffer Buffer;
	/** By their ids in this session, the newest last. */
	std::vector<std::shared_ptr<const FChannelLayout>> Layouts;
	int64_t LastSequence = -1;
	/** Frames that were taken, since the start. */
	int64_t Taken = 0;

	bool IsStale(double NowS) const { return Newest.Layout == nullptr || NowS - ArrivedS > StaleSeconds; }
};

/**
 * What a listener knows of one sender: its performers, its state and what was wrong. Never stops because of a message.
 * Not for two threads at once. Times are seconds of any local clock that never goes back.
 */
class KOEKATACORE_API FSubjectTable
{
public:
	explicit FSubjectTable(const FPlayoutSettings& InSettings = FPlayoutSettings());

	/** One message as it came from the socket; `Parts` counts what it had. True for a frame that was taken. */
	bool Take(std::string_view Topic, std::string_view Payload, double ArrivedS, int Parts = 2);
	/** The same in three steps, for other transports. */
	void Follow(uint64_t InSession);
	void Learn(const FLayoutMessage& Layout);
	bool TakeFrame(const FFrameMessage& Frame, double ArrivedS);
	void TakeStatus(const FStatusMessage& Status);
	/** Counts a fault, and keeps a message for people about the first one of its kind. */
	void Refuse(EStreamFault Fault, const char* Key);

	/** Null for one who has not been seen. Valid as long as this table. */
	const FSubject* Find(int Performer) const;
	/** In the order in which they came. */
	const std::vector<std::unique_ptr<FSubject>>& Subjects() const { return All; }
	EMoment Sample(int Performer, double NowS, FStreamFrame& Out);
	/** Whether nothing came for half a second. */
	bool IsStale(double NowS) const;

	void Configure(const FPlayoutSettings& InSettings);
	const FStreamCounters& Counters() const { return Counts; }
	uint64_t Session() const { return CurrentSession; }
	const FStatusMessage& Status() const { return LastStatus; }
	/** Hands out the messages for people that have come up since the last call. */
	std::vector<std::string> TakeMessages();

private:
	FSubject* Seek(int Performer) const;
	/** Made where it is not there. */
	FSubject& Subject(int Performer);
	bool IsNewer(FSubject& Subject, int64_t Sequence);

	FPlayoutSettings Settings;
	FStreamDecoder Decoder;
	FStreamCounters Counts;
	FStatusMessage LastStatus;
	bool bSession = false;
	uint64_t CurrentSession = 0;
	std::vector<std::unique_ptr<FSubject>> All;
	std::vector<std::string> Messages;
};
} // namespace Koekata
