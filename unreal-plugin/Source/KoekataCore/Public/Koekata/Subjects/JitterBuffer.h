#pragma once

#include "Koekata/Api.h"
#include "Koekata/Subjects/SenderClock.h"
#include "Koekata/Subjects/StreamFrame.h"

#include <cstddef>
#include <vector>

namespace Koekata
{
enum class EPlayout : uint8_t
{
	/** The newest frame, at once: the least delay, with the jitter of the network. */
	Latest,
	/** A little later, evenly: between frames, and a bounded way beyond the last one. */
	Smooth
};

/** Where the limits of FJitterBuffer stand. Seconds, unless a name says something else. */
struct FPlayoutSettings
{
	EPlayout Mode = EPlayout::Smooth;
	/** After the arrival of a frame without jitter; where it is adaptive, only the start. */
	double DelayS = 0.05;
	/** Follows the worst lateness of the last seconds. */
	bool bAdaptive = false;
	double MinDelayS = 0.005;
	double MaxDelayS = 0.5;
	/** How far beyond the last frame, after which the pose is held; 0 does not extrapolate. */
	double MaxAheadS = 0.05;
	/** How far extrapolation takes single values from the last frame. */
	double MaxAheadWeight = 0.1;
	double MaxAheadDegrees = 5.0;
	double MaxAheadMetres = 0.02;
	/** Frames that are further apart are not interpolated: the first is held. */
	double MaxGapS = 0.5;
};

enum class EMoment : uint8_t { None, Latest, Held, Interpolated, Extrapolated };

/**
 * The frames of one performer, played evenly although they arrive unevenly. Time never goes backwards within a
 * session. Discrete values are those of the frame before; a channel that either frame does not observe keeps what that
 * frame says. Holds 64 frames; where nobody samples, the oldest go.
 */
class KOEKATACORE_API FJitterBuffer
{
public:
	explicit FJitterBuffer(const FPlayoutSettings& InSettings = FPlayoutSettings());

	/** A frame that is newer than the last, at the local time of its arrival. */
	void Push(const FStreamFrame& Frame, double ArrivedS);
	/** The pose at a local time. After None, `Out` is as it was. */
	EMoment Sample(double NowS, FStreamFrame& Out);
	/** Forgets frames and clocks, as for a new session. */
	void Clear();
	void Configure(const FPlayoutSettings& InSettings) { Settings = InSettings; }

	/** The delay in force. */
	double DelayS() const { return Delay; }
	/** What the last seconds asked for. */
	double WantedDelayS() const;
	/** The worst lateness of the last seconds, forgotten gradually. */
	double LatenessS() const { return Peak; }
	const FSenderClock& Clock() const { return Sender; }
	size_t Frames() const { return Count; }

private:
	static constexpr size_t Capacity = 64;

	void DropOldest(size_t Number);
	void Adapt(double NowS);
	int64_t PlayTime(double NowS);
	EMoment Play(int64_t AtNs, FStreamFrame& Out);
	EMoment PlayBeyond(int64_t AtNs, FStreamFrame& Out) const;
	const FFrameMessage& Motion(size_t Index) const { return Ring[Index].Motion; }

	FPlayoutSettings Settings;
	FSenderClock Sender;
	/** Oldest first; those beyond Count are kept for their memory. */
	std::vector<FStreamFrame> Ring;
	size_t Count = 0;
	double Peak = 0.0;
	double Interval = 0.0;
	double Delay = 0.0;
	bool bStarted = false;
	double LastNowS = 0.0;
	int64_t LastPlayNs = 0;
};
} // namespace Koekata
