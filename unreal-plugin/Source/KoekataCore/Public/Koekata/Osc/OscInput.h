#pragma once

#include "Koekata/Api.h"
#include "Koekata/Subjects/SubjectTable.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace Koekata
{
/** A target that the sidecar's own mapping table drives. */
struct FOscTarget
{
	std::string Id;
	double Value = 0.0;
};

/**
 * Datagrams of Koekata's own OSC addresses to the frames of a FSubjectTable, as the end of mappings/STREAM.md lists
 * them. A message that is spoilt costs itself; one whose length is wrong, the rest of its datagram. Addresses that are
 * unknown or of others are ignored.
 *
 * OSC has no session, so a sequence that goes back far, or after a silence, counts as a new start. Datagrams get lost,
 * so a channel counts as not observed only after 30 frames without it. The time line stands for the sender's clock.
 */
class KOEKATACORE_API FOscInput
{
public:
	explicit FOscInput(std::string InPrefix = "/koekata");
	~FOscInput();
	FOscInput(const FOscInput&) = delete;
	FOscInput& operator=(const FOscInput&) = delete;

	/** The number of frames that the table took. */
	int Take(std::string_view Datagram, double ArrivedS, FSubjectTable& Table);

	/** Null where a performer has none. Values are those of the last whole frame, names in the order of their coming. */
	const std::vector<FOscTarget>* Targets(int Performer) const;
	/** Ids of events that have fired since the last call. */
	std::vector<std::string> TakeEvents(int Performer);

private:
	struct FPerformer;
	struct FMoment;

	EStreamFault Packet(std::string_view Bytes, FMoment& Moment, int Depth);
	EStreamFault Bundle(std::string_view Bytes, FMoment& Moment, int Depth);
	EStreamFault Message(std::string_view Bytes, FMoment& Moment);
	EStreamFault OfPerformer(FPerformer& Performer, std::string_view Rest, std::string_view Tags, std::string_view Arguments, FMoment& Moment);
	EStreamFault Frame(FPerformer& Performer, std::string_view Tags, std::string_view Arguments, FMoment& Moment);
	EStreamFault Status(std::string_view Tags, std::string_view Arguments, FMoment& Moment);
	void Deliver(FPerformer& Performer, FMoment& Moment);
	FPerformer& PerformerOf(int Number);
	FPerformer* Seek(int Number) const;

	std::string Prefix;
	std::vector<std::unique_ptr<FPerformer>> All;
	uint64_t Session = 0;
};
} // namespace Koekata
