#pragma once

// Page: "Epic C++ Coding Standard for Unreal Engine", portable C++ code; API/Runtime/Core/HAL, FGenericPlatformTypes.
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

typedef uint8_t uint8;
typedef uint16_t uint16;
typedef uint32_t uint32;
/** As Unreal has them on every system: on Linux another type than int64_t, so that the two are not mixed by mistake. */
typedef unsigned long long uint64;
typedef int8_t int8;
typedef int16_t int16;
typedef int32_t int32;
typedef long long int64;
typedef char ANSICHAR;
/** As on Linux: another type than char and than wchar_t, so that texts are not mixed by mistake. */
typedef char16_t TCHAR;
typedef std::nullptr_t TYPE_OF_NULLPTR;

#define TEXT(Literal) u##Literal
#define PLATFORM_WINDOWS 0
#define PLATFORM_MAC 0
#define PLATFORM_LINUX 1
#define WITH_ENGINE 1
/** The target that is compiled says which: a game, or the editor. */
#ifndef WITH_EDITOR
#error "Compile with -DWITH_EDITOR=0 or 1"
#endif
#ifndef ENGINE_MINOR_VERSION
#error "Compile with -DENGINE_MINOR_VERSION=3 (or another)"
#endif
#define WITH_EDITORONLY_DATA WITH_EDITOR
#define WITH_DEV_AUTOMATION_TESTS 1
enum { INDEX_NONE = -1 };
