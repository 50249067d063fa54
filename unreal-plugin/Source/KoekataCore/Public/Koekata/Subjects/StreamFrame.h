#pragma once

#include "Koekata/Api.h"
#include "Koekata/Stream/Message.h"

#include <memory>

namespace Koekata
{
/** The names of a performer's weights. Never changes: another pointer is another list, so compare pointers and bind anew. */
using FChannelLayout = FLayoutMessage;

/** A frame with the names of its weights. Kept and filled again, it allocates nothing. */
struct FStreamFrame
{
	/** Null before the first frame. */
	std::shared_ptr<const FChannelLayout> Layout;
	FFrameMessage Motion;
};
} // namespace Koekata
