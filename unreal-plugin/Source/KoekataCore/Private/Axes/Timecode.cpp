#include "Koekata/Axes/Timecode.h"

#include <cstddef>

namespace Koekata
{
namespace
{
constexpr int64_t MinutesOfDay = 24 * 60;
constexpr int MostFrames = 120;

/** Two digits at a place. */
int Pair(std::string_view Text, size_t Place)
{
	const char High = Text[Place], Low = Text[Place + 1];
	const bool bDigits = High >= '0' && High <= '9' && Low >= '0' && Low <= '9';
	return bDigits ? 10 * (High - '0') + (Low - '0') : -1;
}

void AddPair(std::string& Text, int Value)
{
	Text.push_back(static_cast<char>('0' + Value / 10 % 10));
	Text.push_back(static_cast<char>('0' + Value % 10));
}

/** Numbers left out at the start of each minute that is not a multiple of ten. */
int Dropped(const FTimecodeRate& Rate)
{
	return Rate.bDrop ? Rate.Nominal() / 15 : 0;
}
} // namespace

bool FTimecodeRate::IsValid() const
{
	const bool bRate = Numerator > 0 && Denominator > 0 && Numerator >= Denominator && Nominal() <= MostFrames;
	const bool bDropRate = Denominator == 1001 && (Numerator == 30000 || Numerator == 60000);
	return bRate && (!bDrop || bDropRate);
}

bool ReadTimecode(std::string_view Text, FTimecode& Timecode, bool* bSemicolon)
{
	if (Text.size() != 11 || Text[2] != ':' || Text[5] != ':' || (Text[8] != ':' && Text[8] != ';'))
	{
		return false;
	}
	const FTimecode Found = {Pair(Text, 0), Pair(Text, 3), Pair(Text, 6), Pair(Text, 9)};
	const bool bHere = Found.Hours >= 0 && Found.Minutes >= 0 && Found.Seconds >= 0 && Found.Frames >= 0;
	if (!bHere || Found.Hours > 23 || Found.Minutes > 59 || Found.Seconds > 59)
	{
		return false;
	}
	Timecode = Found;
	if (bSemicolon != nullptr)
	{
		*bSemicolon = Text[8] == ';';
	}
	return true;
}

std::string TimecodeText(const FTimecode& Timecode, bool bDrop)
{
	std::string Text;
	AddPair(Text, Timecode.Hours);
	Text.push_back(':');
	AddPair(Text, Timecode.Minutes);
	Text.push_back(':');
	AddPair(Text, Timecode.Seconds);
	Text.push_back(bDrop ? ';' : ':');
	AddPair(Text, Timecode.Frames);
	return Text;
}

bool FramesOf(const FTimecode& Timecode, const FTimecodeRate& Rate, int64_t& Frames)
{
	const int Left = Rate.IsValid() ? Dropped(Rate) : 0;
	const bool bLeftOut = Timecode.Minutes % 10 != 0 && Timecode.Seconds == 0 && Timecode.Frames < Left;
	if (!Rate.IsValid() || Timecode.Frames < 0 || Timecode.Frames >= Rate.Nominal() || bLeftOut)
	{
		return false;
	}
	const int64_t Minutes = int64_t{60} * Timecode.Hours + Timecode.Minutes;
	Frames = (60 * Minutes + Timecode.Seconds) * Rate.Nominal() + Timecode.Frames - Left * (Minutes - Minutes / 10);
	return true;
}

int64_t FramesOfDay(const FTimecodeRate& Rate)
{
	return MinutesOfDay * 60 * Rate.Nominal() - Dropped(Rate) * (MinutesOfDay - MinutesOfDay / 10);
}

FTimecode TimecodeOf(int64_t Frames, const FTimecodeRate& Rate)
{
	if (!Rate.IsValid())
	{
		return {};
	}
	const int64_t Day = FramesOfDay(Rate);
	int64_t Number = (Frames % Day + Day) % Day;
	const int64_t Left = Dropped(Rate), Nominal = Rate.Nominal();
	if (Left > 0)
	{
		// Of ten minutes, the first is whole and the other nine are shorter.
		const int64_t Short = 60 * Nominal - Left, Ten = 10 * 60 * Nominal - 9 * Left;
		const int64_t Rest = Number % Ten;
		const int64_t ShortMinutes = Rest < 60 * Nominal ? 0 : 1 + (Rest - 60 * Nominal) / Short;
		Number += Left * (9 * (Number / Ten) + ShortMinutes);
	}
	const int64_t Seconds = Number / Nominal;
	return {static_cast<int>(Seconds / 3600), static_cast<int>(Seconds / 60 % 60), static_cast<int>(Seconds % 60), static_cast<int>(Number % Nominal)};
}
} // namespace Koekata
