#pragma once

#include "Modules/ModuleInterface.h"

/** Page: API/Runtime/Core/Modules, FModuleManager, IMPLEMENT_MODULE, FDefaultModuleImpl. */
class FModuleManager
{
public:
	static FModuleManager& Get();
	template <typename T> static T& LoadModuleChecked(const FName Name);
	template <typename T> static T* LoadModulePtr(const FName Name);
	template <typename T> static T& GetModuleChecked(const FName Name);
	template <typename T> static T* GetModulePtr(const FName Name);
	bool IsModuleLoaded(const FName Name) const;
};
class FDefaultModuleImpl : public IModuleInterface
{
};
#define IMPLEMENT_MODULE(Class, Name)                 \
	IModuleInterface* SurfaceModule##Name();          \
	IModuleInterface* SurfaceModule##Name()           \
	{                                                 \
		return new Class();                           \
	}
