#include "support.h"

#include <cstdlib>
#include <new>

namespace
{
size_t Count = 0;
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
