#pragma once

#include "Koekata/Osc/OscInput.h"
#include "OscReader.h"

namespace Koekata
{
/** What has come of one performer's next frame. */
struct FOscInput::FPerformer
{
	explicit FPerformer(int Number);

	/** A message that is no `frame`. */
	EStreamFault Value(std::string_view Rest, std::string_view Tags, std::string_view Arguments);
	/** Called with the end of a frame: whole values become visible, and what was not sent for long is not observed. */
	void Finish();

	FLayoutMessage Layout;
	FFrameMessage Motion;
	/** Frames since a channel came. */
	std::vector<int> Absent;
	std::vector<FOscTarget> Targets;
	std::vector<FOscTarget> Coming;
	std::vector<std::string> Events;
	uint64_t Session = 0;
	double ArrivedS = 0.0;

private:
	EStreamFault Channel(std::string_view Name, std::string_view Tags, std::string_view Arguments);
	EStreamFault Head(std::string_view Name, std::string_view Tags, std::string_view Arguments);
	EStreamFault Target(std::string_view Name, std::string_view Tags, std::string_view Arguments, bool bEvent);
	int ChannelOf(std::string_view Name);

	/** Where the last channel and the last target stood: the next one is likely behind it. */
	size_t NextChannel = 0;
	size_t NextTarget = 0;
	std::string Id;
};

struct FOscInput::FMoment
{
	double ArrivedS;
	FSubjectTable& Table;
	/** Unix time of the bundle; 0 where it has none. */
	int64_t WallNs = 0;
	int Frames = 0;
};
} // namespace Koekata
