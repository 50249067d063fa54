#pragma once

#include "Koekata/Mapping/Fault.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace Koekata
{
class FDocument;

enum class EJson : uint8_t { Null, Boolean, Number, Text, Array, Object };

/** One value of a document, with the place where it stands. Owned by its document. */
struct FNode
{
	EJson Kind = EJson::Null;
	bool bTrue = false;
	/** A number that a double cannot hold, which was told and has no value to look at. */
	bool bUnknown = false;
	double Number = 0.0;
	/** Of a text; of a number as it is written, cut short. */
	std::string Text;
	/** Of a property. */
	std::string Name;
	/** Of an entry of a list. */
	size_t Index = 0;
	/** In bytes; that of its name for a property of an object. */
	size_t Offset = 0;
	const FNode* Parent = nullptr;
	FDocument* Document = nullptr;
	/** Entries or properties, in the order of the file; of properties of one name the first. */
	std::vector<FNode*> Children;

	bool IsInteger() const;
	/** A property of an object, null where it does not have it. */
	const FNode* Find(std::string_view Property) const;
	std::string Pointer() const;
	/** Notes a fault of this value. */
	void Fault(const char* Code, std::string Message, std::string Remedy) const;
};

/** One file: its text, its values, and what is wrong with it. */
class FDocument
{
public:
	FDocument(std::string InFile, std::string InText);
	FDocument(const FDocument&) = delete;
	FDocument& operator=(const FDocument&) = delete;

	const std::string File;
	const std::string Text;
	FFaults Faults;
	/** Null where the text cannot be read; the last fault says why. Faults beside a root concern single values. */
	const FNode* Root = nullptr;

	FNode& MakeNode();
	void Fault(const char* Code, size_t Offset, std::string Pointer, std::string Message, std::string Remedy);

private:
	/** Line from 1, and column from 1 in code points. */
	void Place(size_t Offset, int& Line, int& Column);

	/** A deque keeps its entries where they are. */
	std::deque<FNode> Nodes;
	/** Offset of the start of each line. */
	std::vector<size_t> Lines;
	/** The place that was asked for last, and its column. */
	size_t Counted = 0;
	size_t CountedColumn = 1;
};
} // namespace Koekata
