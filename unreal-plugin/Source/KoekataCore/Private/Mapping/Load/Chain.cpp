#include "Chain.h"

#include "Form.h"
#include "Mapping/Json/Reader.h"

#include <algorithm>

namespace Koekata
{
namespace
{
constexpr size_t MaxFiles = 8;

bool IsAbsolute(const std::string& Path)
{
	return (!Path.empty() && Path[0] == '/') || (Path.size() > 1 && Path[1] == ':');
}

const FNode* LinkOf(const FNode* Root)
{
	const FNode* Found = Root != nullptr ? Root->Find("extends") : nullptr;
	return Found != nullptr && Found->Kind == EJson::Text && !Found->Text.empty() ? Found : nullptr;
}

bool MayFollow(const FNode& Link, const std::string& Path, const std::vector<std::string>& Seen)
{
	const std::string Quoted = "\"" + Link.Text + "\"";
	if (std::find(Seen.begin(), Seen.end(), Path) != Seen.end())
	{
		Link.Fault("extends-cycle", Quoted + " leads back to a table of this chain", "Extend another table.");
		return false;
	}
	if (Seen.size() >= MaxFiles)
	{
		Link.Fault("extends-depth", "more than " + std::to_string(MaxFiles) + " tables extend one another", "Shorten the chain.");
		return false;
	}
	return true;
}
} // namespace

std::string PathBeside(const std::string& File, const std::string& Link)
{
	const size_t Folder = File.find_last_of('/');
	const bool bBeside = !IsAbsolute(Link) && Folder != std::string::npos;
	const std::string Whole = bBeside ? File.substr(0, Folder + 1) + Link : Link;
	const bool bRooted = !Whole.empty() && Whole[0] == '/';
	std::vector<std::string> Parts;
	for (size_t Start = 0; Start <= Whole.size();)
	{
		const size_t End = std::min(Whole.find('/', Start), Whole.size());
		const std::string Part = Whole.substr(Start, End - Start);
		Start = End + 1;
		const bool bCanRise = !Parts.empty() && Parts.back() != "..";
		if (Part == ".." && bCanRise)
		{
			Parts.pop_back();
		}
		else if (!Part.empty() && Part != "." && (Part != ".." || !bRooted))
		{
			Parts.push_back(Part);
		}
	}
	std::string Found = bRooted ? "/" : "";
	for (size_t Index = 0; Index < Parts.size(); ++Index)
	{
		Found += (Index == 0 ? "" : "/") + Parts[Index];
	}
	return Found;
}

void ReadChain(FChain& Chain, const std::string& Path, ITableFiles* Files)
{
	std::string Here = PathBeside("", Path);
	std::vector<std::string> Seen = {Here};
	CheckForm(*Chain.back()->Root);
	for (const FNode* Link = LinkOf(Chain.back()->Root); Files != nullptr && Link != nullptr; Link = LinkOf(Chain.back()->Root))
	{
		Here = PathBeside(Here, Link->Text);
		if (!MayFollow(*Link, Here, Seen))
		{
			return;
		}
		Seen.push_back(Here);
		std::string Bytes;
		if (!Files->Read(Here, Bytes))
		{
			Link->Fault("extends-missing", "\"" + Link->Text + "\" cannot be read", "The path is relative to this file and uses /.");
			return;
		}
		Chain.push_back(ReadDocument(Bytes, Here));
		if (Chain.back()->Root == nullptr)
		{
			return;
		}
		CheckForm(*Chain.back()->Root);
	}
}
} // namespace Koekata
