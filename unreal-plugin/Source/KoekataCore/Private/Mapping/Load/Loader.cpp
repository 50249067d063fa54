#include "Koekata/Mapping/Loader.h"

#include "Build.h"
#include "Chain.h"
#include "Mapping/Json/Reader.h"
#include "Meaning.h"

#include <algorithm>
#include <tuple>

namespace Koekata
{
namespace
{
FFaults FaultsOf(const FChain& Chain)
{
	FFaults Found;
	for (const std::unique_ptr<FDocument>& Document : Chain)
	{
		Found.insert(Found.end(), Document->Faults.begin(), Document->Faults.end());
	}
	return Found;
}

/** Beside these faults the meaning can still be checked. */
bool AreHarmless(const FFaults& Faults)
{
	const auto IsHarmless = [](const FFault& Fault) {
		return Fault.Code == "unknown-property" || Fault.Code == "duplicate-key" || Fault.Code == "out-of-range";
	};
	return std::all_of(Faults.begin(), Faults.end(), IsHarmless);
}

FLoadResult Refuse(FFaults Faults, const std::string& File)
{
	const auto Place = [&File](const FFault& Fault) {
		return std::tuple<bool, const std::string&, int, int, const std::string&, const std::string&, const std::string&>(
			Fault.File != File, Fault.File, Fault.Line, Fault.Column, Fault.Pointer, Fault.Code, Fault.Message);
	};
	std::sort(Faults.begin(), Faults.end(), [&Place](const FFault& A, const FFault& B) { return Place(A) < Place(B); });
	const auto AreSame = [&Place](const FFault& A, const FFault& B) { return Place(A) == Place(B); };
	Faults.erase(std::unique(Faults.begin(), Faults.end(), AreSame), Faults.end());
	FLoadResult Result;
	Result.Faults = std::move(Faults);
	return Result;
}

FLoadResult Load(FChain Chain, const std::string& Path, ITableFiles* Files)
{
	if (Chain.front()->Root == nullptr)
	{
		return Refuse(FaultsOf(Chain), Path);
	}
	ReadChain(Chain, Path, Files);
	if (!AreHarmless(FaultsOf(Chain)))
	{
		return Refuse(FaultsOf(Chain), Path);
	}
	std::vector<const FNode*> Roots;
	for (auto Document = Chain.rbegin(); Document != Chain.rend(); ++Document)
	{
		Roots.push_back((*Document)->Root);
	}
	FMerged Merged;
	Merge(Roots, Merged);
	if (AreHarmless(FaultsOf(Chain)))
	{
		CheckMeaning(Merged);
	}
	FFaults Faults = FaultsOf(Chain);
	if (!Faults.empty())
	{
		return Refuse(std::move(Faults), Path);
	}
	auto Table = std::make_shared<FMappingTable>(BuildTable(Merged));
	for (const FNode* Root : Roots)
	{
		Table->Files.push_back(Root->Document->File);
	}
	FLoadResult Result;
	Result.Table = std::move(Table);
	return Result;
}
} // namespace

FLoadResult LoadTable(const std::string& Path, ITableFiles& Files)
{
	std::string Bytes;
	if (Files.Read(Path, Bytes))
	{
		return LoadTableText(Bytes, Path, &Files);
	}
	FChain Chain;
	Chain.push_back(std::make_unique<FDocument>(Path, ""));
	Chain.back()->Fault("unreadable", 0, "", "the file cannot be read", "Check the path and its permissions.");
	return Load(std::move(Chain), Path, &Files);
}

FLoadResult LoadTableText(std::string_view Bytes, const std::string& Path, ITableFiles* Files)
{
	FChain Chain;
	Chain.push_back(ReadDocument(Bytes, Path));
	return Load(std::move(Chain), Path, Files);
}
} // namespace Koekata
