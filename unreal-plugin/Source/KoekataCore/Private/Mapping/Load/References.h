#pragma once

#include "Merge.h"

#include <string_view>
#include <vector>

/** What names what in a table: sources of a formula, targets, and the order of signals. */
namespace Koekata
{
/** A name, and the place where it stands. */
struct FMention
{
	std::string_view Name;
	const FNode* Node = nullptr;
};

using FMentions = std::vector<FMention>;

extern const std::string_view OwnInputs[3];

FMentions Sources(const FStated& Stated, std::string_view Property = "from");
/** The choices of a switch. */
std::vector<FStated> ChoicesOf(const FEntry& Switch);
/** Targets of a `set`. */
FMentions PoseOf(const FStated& Stated);
FMentions MembersOf(const FEntry& Group);
/** Every mention of a target, in the order of step 12 of the specification. */
FMentions NamedTargets(const FMerged& Merged);
/** Every target, declared ones first. */
std::vector<std::string_view> TargetIds(const FMerged& Merged);
/** Places of the signals, each after those that it names. Those of a cycle are left out. */
std::vector<size_t> SignalOrder(const FMerged& Merged);
/** Each cycle once, as places of the signals on it, beginning with the first in table order. */
std::vector<std::vector<size_t>> CyclicSignals(const FMerged& Merged);
} // namespace Koekata
