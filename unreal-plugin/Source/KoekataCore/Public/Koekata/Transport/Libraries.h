#pragma once

#include "Koekata/Api.h"

#include <string>

namespace Koekata
{
/** Loads libraries by path: in Unreal FPlatformProcess, elsewhere the operating system. */
class ILibraries
{
public:
	virtual ~ILibraries() = default;

	/** A handle, null where it cannot be loaded. The path is UTF-8. */
	virtual void* Open(const std::string& Path) = 0;
	/** The address of a function, null where the library does not have it. */
	virtual void* Symbol(void* Library, const char* Name) = 0;
	virtual void Close(void* Library) = 0;
	/** Why the last call failed, for people; may be empty. */
	virtual std::string Error() = 0;
};

#ifndef WITH_ENGINE
/** dlopen or LoadLibrary. Not in the engine, which has functions of its own for it. */
class FSystemLibraries : public ILibraries
{
public:
	void* Open(const std::string& Path) override;
	void* Symbol(void* Library, const char* Name) override;
	void Close(void* Library) override;
	std::string Error() override;
};
#endif
} // namespace Koekata
