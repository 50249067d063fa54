#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace Koekata
{
/** Names with their places; the names must outlive it. */
class FNames
{
public:
	void Add(std::string_view Name) { Places.emplace(Name, static_cast<int>(Places.size())); }

	/** -1 where there is none. */
	int Find(std::string_view Name) const
	{
		const auto Found = Places.find(Name);
		return Found == Places.end() ? -1 : Found->second;
	}

	size_t At(std::string_view Name) const { return static_cast<size_t>(Places.find(Name)->second); }

	template <typename Type> static FNames Of(const std::vector<Type>& Entries)
	{
		FNames Names;
		for (const Type& Entry : Entries)
		{
			Names.Add(Entry.Id);
		}
		return Names;
	}

private:
	std::unordered_map<std::string_view, int> Places;
};

/** Calls with the places that entries of the same id have in both lists: mine, then theirs. */
template <typename Type, typename Function>
void ForShared(const std::vector<Type>& Mine, const std::vector<Type>& Theirs, Function Take)
{
	const FNames Names = FNames::Of(Theirs);
	for (size_t Place = 0; Place < Mine.size(); ++Place)
	{
		const int Found = Names.Find(Mine[Place].Id);
		if (Found >= 0)
		{
			Take(Place, static_cast<size_t>(Found));
		}
	}
}
} // namespace Koekata
