#pragma once

#include "Modules/ModuleInterface.h"

/** Page: API/Runtime/Core/Modules, FModuleManager, IMPLEMENT_MODULE, FDefaultModuleImpl (5.3 to 5.6, newest). Used by: CesiumGS/cesium-unreal. */
class FModuleManager
{
public:
	template <typename T> static T& LoadModuleChecked(const FName Name);
	template <typename T> static T* GetModulePtr(const FName Name);
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
