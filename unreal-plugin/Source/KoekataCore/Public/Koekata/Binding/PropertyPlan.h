#pragma once

#include "Koekata/Api.h"
#include "Koekata/Subjects/StreamFrame.h"

#include <memory>
#include <string>
#include <vector>

namespace Koekata
{
/** The curve that says whether the face is found: 1 or 0. */
constexpr const char* TrackedCurve = "KoekataTracked";

/**
 * The frames of a performer as a list of named numbers, as Live Link's Basic role has them: the channels that the source
 * has observed so far, in Epic's spelling where Unreal has one; nine angles of head and eyes as the app Live Link Face
 * sends them; the head's place in Unreal's axes (HeadX, HeadY, HeadZ, centimetres); TrackedCurve. A channel that was
 * never observed is no property, so that nobody takes it for a zero; the list grows when it is.
 */
class KOEKATACORE_API FPropertyPlan
{
public:
	/** True where the names are others than before. */
	bool Follow(const FStreamFrame& Frame);
	const std::vector<std::string>& Names() const { return All; }
	/** By name; for a channel that this frame does not observe, the last value. */
	const std::vector<float>& Values(const FStreamFrame& Frame);

private:
	void Name(const FStreamFrame& Frame);

	std::shared_ptr<const FChannelLayout> Bound;
	/** Of the layout: whether a channel was ever observed. */
	std::vector<bool> Observed;
	/** Of the layout, the channels that are properties. */
	std::vector<size_t> Channels;
	std::vector<std::string> All;
	std::vector<float> Last;
};
} // namespace Koekata
