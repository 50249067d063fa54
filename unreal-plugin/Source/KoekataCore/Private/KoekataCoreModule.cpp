#include "Modules/ModuleManager.h"

// The only file of this module that knows Unreal; the build outside the engine leaves it out.
IMPLEMENT_MODULE(FDefaultModuleImpl, KoekataCore)
