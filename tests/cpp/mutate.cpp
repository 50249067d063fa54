#include "mutate.h"

#include "support.h"

#include <algorithm>

namespace KoekataTests
{
namespace
{
const char* const Pieces[] = {
	"{", "}", "[", "]", ",", ":", "\"", "\\", "\\u12", "\\ud83d", "\\ude00", "\\ud83d\\ude00", "\n", "\r", "\t", " ", "-", "+", ".", "e9",
	"0", "1e999", "-1e999", "1e-999", "0.5", "1000001", "true", "false", "null", "NaN", "[]", "{}", "\"id\": \"\",", "\"remove\": true,",
	"\"extends\": \"table.json\",", "\"trigger\": true,", "\"version\": 2,", "\"kind\": \"bone\",", "\xF0\x9F\x98\x80", "\xE3\x81\xBE", "\xFF",
	"\xC0\x80", "\xED\xA0\x80", "\x7F", "\xC2\x85", "//", "/*", "[[[[[[[[[[[[[[[[[", "\"note\": 1,", "\"priority\": 3,", "1.5", "\xEF\xBB\xBF",
};
} // namespace

std::string FMutator::Spoil(std::string Text)
{
	for (size_t Round = 1 + Below(1 + Below(4)); Round > 0; --Round)
	{
		Once(Text);
	}
	return Text;
}

void FMutator::Once(std::string& Text)
{
	const size_t Place = Below(Text.size() + 1);
	const size_t Length = std::min(Below(Below(2) == 0 ? 4 : 60), Text.size() - Place);
	switch (Below(7))
	{
		case 0: Text.erase(Place, Length); break;
		case 1:
		case 2: Text.insert(Place, Pieces[Below(std::size(Pieces))]); break;
		case 3: Text.insert(Below(Text.size() + 1), Text.substr(Place, Length)); break;
		case 4: Text.replace(Place, Length, Text.substr(Below(Text.size() + 1), Length)); break;
		case 5: Text.resize(Place); break;
		default: Text.replace(Place, std::min<size_t>(1, Text.size() - Place), 1, static_cast<char>(Below(256))); break;
	}
}

std::vector<std::string> Seeds()
{
	const std::string Mappings = KOEKATA_MAPPINGS;
	std::vector<std::string> Found;
	for (const std::string& Path : JsonFiles(Mappings + "/presets"))
	{
		Found.push_back(ReadText(Path));
	}
	for (const char* Folder : {"/conformance/apply", "/conformance/invalid"})
	{
		for (const std::string& Path : JsonFiles(Mappings + Folder))
		{
			const FJson Vectors = ReadJson(Path);
			for (const FJson& Test : Vectors.at("tests"))
			{
				Found.push_back(Test.contains("text") ? Test.at("text").get<std::string>() : Test.at("table").dump(1));
			}
		}
	}
	return Found;
}
} // namespace KoekataTests
