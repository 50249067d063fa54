#include "Mapping/Json/Reader.h"

#include "mutate.h"
#include "support.h"

#include <doctest/doctest.h>

using namespace Koekata;
using namespace KoekataTests;

namespace
{
constexpr int Compared = 4000;

FFault Only(const std::string& Text)
{
	const auto Document = ReadDocument(Text, "t");
	REQUIRE(Document->Faults.size() == 1);
	return Document->Faults[0];
}

bool HasCode(const FDocument& Document, const char* Code)
{
	for (const FFault& Fault : Document.Faults)
	{
		if (Fault.Code == Code)
		{
			return true;
		}
	}
	return false;
}

/** Whether two readers found the same, without properties that stand twice. */
bool AreSame(const FNode& Node, const nlohmann::json& Json)
{
	switch (Node.Kind)
	{
		case EJson::Null: return Json.is_null();
		case EJson::Boolean: return Json.is_boolean() && Json.get<bool>() == Node.bTrue;
		case EJson::Number: return Json.is_number() && Json.get<double>() == Node.Number;
		case EJson::Text: return Json.is_string() && Json.get<std::string>() == Node.Text;
		case EJson::Array:
		case EJson::Object: break;
	}
	if (Json.is_array() != (Node.Kind == EJson::Array) || Json.size() != Node.Children.size())
	{
		return false;
	}
	for (size_t Index = 0; Index < Node.Children.size(); ++Index)
	{
		const FNode& Child = *Node.Children[Index];
		const auto Found = Json.is_array() ? Json.begin() + static_cast<std::ptrdiff_t>(Index) : Json.find(Child.Name);
		if (Found == Json.end() || !AreSame(Child, *Found))
		{
			return false;
		}
	}
	return true;
}
} // namespace

TEST_SUITE_BEGIN("reader");

TEST_CASE("mutated texts are taken or refused, and understood, as by another reader")
{
	FMutator Mutator(7);
	const std::vector<std::string> Texts = Seeds();
	int Taken = 0;
	int Refused = 0;
	for (int Round = 0; Round < Compared; ++Round)
	{
		const std::string Text = Mutator.Spoil(Texts[Mutator.Below(Texts.size())]);
		CAPTURE(Text);
		const auto Document = ReadDocument(Text, "t");
		// What is ours alone: how deep a table may be, and that properties stand once.
		if (HasCode(*Document, "too-deep") || HasCode(*Document, "duplicate-key"))
		{
			continue;
		}
		const nlohmann::json Json = nlohmann::json::parse(Text, nullptr, false);
		const bool bGood = Document->Root != nullptr && !HasCode(*Document, "not-finite");
		CHECK(bGood == !Json.is_discarded());
		CHECK((!bGood || AreSame(*Document->Root, Json)));
		(bGood ? Taken : Refused) += 1;
	}
	CHECK(Taken > Compared / 20);
	CHECK(Refused > Compared / 4);
}

TEST_CASE("lines and columns count code points, from 1")
{
	const FFault Fault = Only("{\"a\": \"\xE3\x81\xBE\xF0\x9F\x98\x80\",\n \"\xE3\x81\xBE\": x}");
	CHECK(Fault.Code == "syntax");
	CHECK(Fault.Line == 2);
	CHECK(Fault.Column == 7);
}

TEST_CASE("many faults on one line have their own columns")
{
	const auto Document = ReadDocument("[1e999, {\"\xE3\x81\xBE\": 1e999, \"\xE3\x81\xBE\": 2},\n1e999, 1e999]", "t");
	REQUIRE(Document->Faults.size() == 5);
	const int Places[5][2] = {{1, 2}, {1, 10}, {1, 22}, {2, 1}, {2, 8}};
	for (size_t Index = 0; Index < 5; ++Index)
	{
		CHECK(Document->Faults[Index].Line == Places[Index][0]);
		CHECK(Document->Faults[Index].Column == Places[Index][1]);
	}
}

TEST_CASE("pointers escape what has a meaning in them")
{
	CHECK(Only("{\"a/b~\": [0, 1e999]}").Pointer == "/a~1b~0/1");
}

TEST_CASE("a byte order mark is skipped and has no column")
{
	CHECK(ReadDocument("\xEF\xBB\xBF{}", "t")->Faults.empty());
	CHECK(Only("\xEF\xBB\xBF?").Column == 1);
}

TEST_CASE("what is no UTF-8 is refused")
{
	for (const char* Bytes : {"\"\xFF\"", "\"\xC0\x80\"", "\"\xED\xA0\x80\"", "\"\xF4\x90\x80\x80\"", "\"\xE3\x81\"", "\"\xE3"})
	{
		CHECK(Only(Bytes).Code == "encoding");
	}
}

TEST_CASE("a file is read up to 1 MiB")
{
	const std::string Text = "[]";
	CHECK(ReadDocument(Text + std::string(MaxBytes - Text.size(), ' '), "t")->Faults.empty());
	CHECK(Only(Text + std::string(MaxBytes - Text.size() + 1, ' ')).Code == "too-large");
}

TEST_CASE("a NUL in a text is a character like others")
{
	const auto Document = ReadDocument("\"a\\u0000b\"", "t");
	REQUIRE(Document->Root != nullptr);
	CHECK(Document->Root->Text == std::string("a\0b", 3));
}

TEST_SUITE_END();
