#include "Koekata/Subjects/SenderClock.h"

#include "Saturate.h"

#include <algorithm>
#include <cmath>

namespace Koekata
{
namespace
{
constexpr double SettlingHz = 1.0;
constexpr double SettledHz = 0.05;
constexpr double SettlingS = 2.0;
constexpr double WorstDrift = 1e-3;
/** Later than this is a stall on the way and no jitter, unless it lasts. */
constexpr double StallS = 0.25;
constexpr double PatienceS = 1.0;
/** One late frame pulls the loop no further than one that is so late. */
constexpr double MostError = 0.05;
constexpr double TwoPi = 6.28318530717958647692;
constexpr double Root2 = 1.41421356237309504880;
constexpr double Nano = 1e-9;
} // namespace

void FSenderClock::Begin(int64_t SenderNs, double LocalS)
{
	const int Before = Begun;
	*this = FSenderClock();
	Begun = Before + 1;
	bSet = true;
	AtSenderNs = SenderNs;
	AtLocalS = LocalS;
}

double FSenderClock::ToLocal(int64_t SenderNs) const
{
	return AtLocalS + static_cast<double>(SenderNs - AtSenderNs) * Nano * Rate;
}

int64_t FSenderClock::ToSender(double LocalS) const
{
	return AddNs(AtSenderNs, (LocalS - AtLocalS) / Rate / Nano);
}

double FSenderClock::Observe(int64_t SenderNs, double LocalS)
{
	const double Step = static_cast<double>(SenderNs - AtSenderNs) * Nano;
	const double Predicted = ToLocal(SenderNs);
	const double Error = LocalS - Predicted;
	if (!bSet || Step <= 0.0 || Error < -StallS)
	{
		Begin(SenderNs, LocalS);
		return 0.0;
	}
	StrangeS = Error > StallS ? StrangeS + Step : 0.0;
	if (StrangeS > PatienceS)
	{
		Begin(SenderNs, LocalS);
		return 0.0;
	}
	Follow(Step, Predicted, Error);
	AtSenderNs = SenderNs;
	return Error;
}

void FSenderClock::Follow(double Step, double Predicted, double Error)
{
	const bool bEarlier = Error < 0.0 && AgeS < SettlingS;
	const double Bounded = bEarlier || StrangeS > 0.0 ? 0.0 : std::clamp(Error, -MostError, MostError);
	const double Bandwidth = std::max(SettledHz, SettlingHz / (1.0 + AgeS));
	const double Omega = std::min(TwoPi * Bandwidth * Step, 0.5);
	AtLocalS = bEarlier ? Predicted + Error : Predicted + Root2 * Omega * Bounded;
	Rate = std::clamp(Rate + Omega * Omega * Bounded / Step, 1.0 - WorstDrift, 1.0 + WorstDrift);
	AgeS += Step;
}
} // namespace Koekata
