#include "Kinds.h"

namespace Koekata
{
namespace
{
/** A word with another that it stands for. */
struct FPair
{
	std::string_view Word;
	std::string_view Meaning;
};

/** The presets of VRM 1.0 (VRMC_vrm-1.0, expressions) that overrides dampen. */
constexpr FPair Presets[] = {
	{"blink", "blink"}, {"blinkLeft", "blink"}, {"blinkRight", "blink"}, {"lookUp", "look_at"},
	{"lookDown", "look_at"}, {"lookLeft", "look_at"}, {"lookRight", "look_at"}, {"aa", "mouth"},
	{"ih", "mouth"}, {"ou", "mouth"}, {"ee", "mouth"}, {"oh", "mouth"},
};

constexpr FPair Overrides[] = {
	{"blink", "override_blink"},
	{"look_at", "override_look_at"},
	{"mouth", "override_mouth"},
};

template <size_t Count>
std::string_view MeaningOf(std::string_view Word, const FPair (&Pairs)[Count], std::string_view Fallback)
{
	for (const FPair& Pair : Pairs)
	{
		if (Pair.Word == Word)
		{
			return Pair.Meaning;
		}
	}
	return Fallback;
}
} // namespace

std::string CategoryOf(const FFields& Fields, std::string_view Id, std::string_view Kind)
{
	if (Fields.Has("category") || Kind != "expression")
	{
		return Fields.TextOr("category", "none");
	}
	return std::string(MeaningOf(Fields.TextOr("name", std::string(Id)), Presets, "none"));
}

std::string_view OverrideOf(std::string_view Category)
{
	return MeaningOf(Category, Overrides, "");
}
} // namespace Koekata
