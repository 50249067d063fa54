#include "support.h"

#include <atomic>
#include <cstdlib>
#include <new>

namespace
{
std::atomic<size_t> Count{0}; // Threads of libzmq allocate as well.
} // namespace

void* operator new(std::size_t Size)
{
	++Count;
	void* Found = std::malloc(Size != 0 ? Size : 1);
	if (Found == nullptr)
	{
		std::abort();
	}
	return Found;
}

void operator delete(void* Memory) noexcept
{
	std::free(Memory);
}

void operator delete(void* Memory, std::size_t) noexcept
{
	std::free(Memory);
}

size_t KoekataTests::Allocations()
{
	return Count;
}
