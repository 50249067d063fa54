#include "Koekata/Transport/Libraries.h"

#ifndef WITH_ENGINE

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#define NOMINMAX
#include <windows.h>
#else
#include <dlfcn.h>
#endif

namespace Koekata
{
#ifdef _WIN32
void* FSystemLibraries::Open(const std::string& Path)
{
	const int Length = MultiByteToWideChar(CP_UTF8, 0, Path.c_str(), -1, nullptr, 0);
	std::wstring Wide(static_cast<size_t>(Length), L'\0');
	MultiByteToWideChar(CP_UTF8, 0, Path.c_str(), -1, Wide.data(), Length);
	// The folder of the library is searched for what it needs itself, such as libsodium.
	return LoadLibraryExW(Wide.c_str(), nullptr, LOAD_WITH_ALTERED_SEARCH_PATH);
}

void* FSystemLibraries::Symbol(void* Library, const char* Name)
{
	return reinterpret_cast<void*>(GetProcAddress(static_cast<HMODULE>(Library), Name));
}

void FSystemLibraries::Close(void* Library)
{
	FreeLibrary(static_cast<HMODULE>(Library));
}

std::string FSystemLibraries::Error()
{
	return "error " + std::to_string(GetLastError());
}
#else
void* FSystemLibraries::Open(const std::string& Path)
{
	return dlopen(Path.c_str(), RTLD_NOW | RTLD_LOCAL);
}

void* FSystemLibraries::Symbol(void* Library, const char* Name)
{
	return dlsym(Library, Name);
}

void FSystemLibraries::Close(void* Library)
{
	dlclose(Library);
}

std::string FSystemLibraries::Error()
{
	const char* Text = dlerror();
	return Text != nullptr ? Text : "";
}
#endif
} // namespace Koekata

#endif
