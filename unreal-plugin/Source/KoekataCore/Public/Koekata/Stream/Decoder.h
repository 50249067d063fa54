#pragma once

#include "Koekata/Api.h"
#include "Koekata/Stream/Fault.h"
#include "Koekata/Stream/Message.h"

#include <memory>
#include <string_view>

namespace Koekata
{
class FPackMap;

/**
 * Topic and payload to a checked message, as mappings/STREAM.md says, safe against whatever arrives. Keeps its buffers:
 * a message like the last one allocates nothing. Not for two threads at once.
 */
class KOEKATACORE_API FStreamDecoder
{
public:
	FStreamDecoder();
	~FStreamDecoder();
	FStreamDecoder(const FStreamDecoder&) = delete;
	FStreamDecoder& operator=(const FStreamDecoder&) = delete;

	/** After Refused, `Fault` says why and the members below mean nothing; after Unknown, only `Session` counts. */
	EMessage Decode(std::string_view Topic, std::string_view Payload);

	EStreamFault Fault() const { return Wrong; }
	/** The key to blame; empty where there is no single one. */
	const char* FaultKey() const { return WrongKey; }

	/** The 16 hexadecimal digits as a number. */
	uint64_t Session = 0;
	FLayoutMessage Layout;
	FFrameMessage Frame;
	FStatusMessage Status;

private:
	EMessage Refuse(EStreamFault Fault, const char* Key);
	EMessage Read();

	std::unique_ptr<FPackMap> Map;
	std::vector<std::string_view> Sorted;
	EStreamFault Wrong = EStreamFault::None;
	const char* WrongKey = "";
};

/** The topic of a performer's layouts and frames: `koekata/1/N/`. */
KOEKATACORE_API bool IsPerformerTopic(std::string_view Topic, int Performer);
KOEKATACORE_API bool IsStatusTopic(std::string_view Topic);
} // namespace Koekata
