#pragma once

#include "Koekata/Api.h"

#include <cstdint>

namespace Koekata
{
/**
 * The sender's monotonic clock against the local one: when a frame that was captured at a moment arrives, with the
 * jitter of single frames filtered out. A delay-locked loop follows offset and drift (Fons Adriaensen, "Using a DLL to
 * filter time", 2005), its bandwidth narrowing from 1 to 0.05 Hz. Nothing arrives before it is sent, so that for the first two
 * seconds the earliest arrival counts. A burst of late frames does not move it; a clock that has jumped does.
 */
class KOEKATACORE_API FSenderClock
{
public:
	/** Takes an arrival, in seconds of the local clock. How late the frame came against the filtered time, in seconds. */
	double Observe(int64_t SenderNs, double LocalS);
	double ToLocal(int64_t SenderNs) const;
	/** Back, in nanoseconds of the sender. */
	int64_t ToSender(double LocalS) const;
	void Reset() { *this = FSenderClock(); }
	bool IsSet() const { return bSet; }
	/** How much slower the sender's clock runs than the local one, in millionths; trustworthy after about a minute. */
	double DriftPpm() const { return (Rate - 1.0) * 1e6; }
	/** Counts how often it began anew. */
	int Starts() const { return Begun; }

private:
	void Begin(int64_t SenderNs, double LocalS);
	void Follow(double Step, double Predicted, double Error);

	bool bSet = false;
	int Begun = 0;
	int64_t AtSenderNs = 0;
	double AtLocalS = 0.0;
	/** Local seconds in a second of the sender. */
	double Rate = 1.0;
	double AgeS = 0.0;
	double StrangeS = 0.0;
};
} // namespace Koekata
