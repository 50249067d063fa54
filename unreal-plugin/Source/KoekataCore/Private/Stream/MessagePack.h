#pragma once

#include "Koekata/Stream/Message.h"

#include <array>
#include <cstdint>
#include <string_view>

/** The part of MessagePack (github.com/msgpack/msgpack/blob/master/spec.md) that the stream needs; nothing is copied. */
namespace Koekata
{
enum class EPack : uint8_t { Nil, Boolean, Integer, Float, Text, Binary, Array, Map, Extension };

/** The head of a value, and the whole value where it holds no others. */
struct FPackValue
{
	EPack Kind = EPack::Nil;
	bool bTrue = false;
	/** An integer above 2^63 - 1. */
	bool bHuge = false;
	int64_t Integer = 0;
	double Float = 0.0;
	/** Entries of an array, pairs of a map. */
	uint32_t Count = 0;
	/** Of texts, binaries and extensions. */
	std::string_view Bytes;

	bool IsContainer() const { return Kind == EPack::Array || Kind == EPack::Map; }
};

/** Reads one head after another; never beyond the end, and nothing larger than the limits. */
class FPackReader
{
public:
	FPackReader() = default;
	explicit FPackReader(std::string_view InBytes) : Bytes(InBytes) {}

	/** False at the end, and for what is malformed. */
	bool Next(FPackValue& Value);
	bool IsAtEnd() const { return Place == Bytes.size(); }

private:
	bool Fixed(uint8_t Head, FPackValue& Value);
	bool Numbers(uint8_t Head, FPackValue& Value);
	bool Sized(uint8_t Head, FPackValue& Value);
	bool Raw(EPack Kind, size_t Length, FPackValue& Value);
	bool Extension(size_t Length, FPackValue& Value);
	bool Container(EPack Kind, uint32_t Count, FPackValue& Value);
	bool Unsigned(size_t Size, uint64_t& Value);

	std::string_view Bytes;
	size_t Place = 0;
};

/** A payload that is one map: its keys that are texts, with their values. */
class FPackMap
{
public:
	struct FEntry
	{
		std::string_view Key;
		FPackValue Value;
		/** Stands behind the head of the value. */
		FPackReader Inside;
	};

	/** False for anything but one whole map within the limits. The bytes must outlive its use. */
	bool Read(std::string_view Payload);
	/** Null where the key is missing; the last one where it is there twice. */
	const FEntry* Find(std::string_view Key) const;

private:
	struct FOpen
	{
		uint32_t Left = 0;
		bool bMap = false;
	};

	bool Entry(FPackReader& Reader);
	bool Skip(FPackReader& Reader, const FPackValue& Head);
	void Open(const FPackValue& Head);

	std::array<FEntry, MaxKeys> Entries;
	size_t Count = 0;
	std::array<FOpen, 1024> Stack;
	size_t Depth = 0;
};
} // namespace Koekata
