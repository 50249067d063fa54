#pragma once

// Page: "Epic C++ Coding Standard for Unreal Engine", portable C++ code; API/Runtime/Core/HAL, FGenericPlatformTypes.
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

typedef uint8_t uint8;
typedef uint16_t uint16;
typedef uint32_t uint32;
typedef uint64_t uint64;
typedef int8_t int8;
typedef int16_t int16;
typedef int32_t int32;
typedef int64_t int64;
typedef char ANSICHAR;
typedef char UTF8CHAR_SURFACE;
/** As on Linux: another type than char and than wchar_t, so that texts are not mixed by mistake. */
typedef char16_t TCHAR;
typedef std::size_t SIZE_T;
typedef std::nullptr_t TYPE_OF_NULLPTR;

#define TEXT(Literal) u##Literal
#define FORCEINLINE inline
#define UE_DEPRECATED(Version, Message) [[deprecated(Message)]]
#define UE_NODISCARD [[nodiscard]]
#define PRAGMA_DISABLE_DEPRECATION_WARNINGS
#define PRAGMA_ENABLE_DEPRECATION_WARNINGS
#define PLATFORM_WINDOWS 0
#define PLATFORM_MAC 0
#define PLATFORM_LINUX 1
#define WITH_ENGINE 1
/** The target that is compiled says which: a game, or the editor. */
#ifndef WITH_EDITOR
#error "Compile with -DWITH_EDITOR=0 or 1"
#endif
#define WITH_EDITORONLY_DATA WITH_EDITOR
#define WITH_DEV_AUTOMATION_TESTS 1
#define INDEX_NONE_VALUE -1
enum { INDEX_NONE = -1 };
enum EForceInit { ForceInit, ForceInitToZero };

// Page: API/Runtime/Core/Misc, "Asserts in Unreal Engine".
#define check(Expression) ((Expression) ? (void)0 : SurfaceFail())
#define checkf(Expression, Format, ...) ((Expression) ? (void)0 : SurfaceFail())
#define verify(Expression) ((Expression) ? (void)0 : SurfaceFail())
#define ensure(Expression) (!!(Expression))
#define ensureMsgf(Expression, Format, ...) (!!(Expression))
[[noreturn]] void SurfaceFail();
