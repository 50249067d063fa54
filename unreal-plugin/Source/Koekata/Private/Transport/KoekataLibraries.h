#pragma once

#include "Koekata/Transport/Libraries.h"

/** Libraries by the engine's own handles. */
class FKoekataLibraries final : public Koekata::ILibraries
{
public:
	virtual void* Open(const std::string& Path) override;
	virtual void* Symbol(void* Library, const char* Name) override;
	virtual void Close(void* Library) override;
	virtual std::string Error() override;

private:
	std::string LastError;
};
