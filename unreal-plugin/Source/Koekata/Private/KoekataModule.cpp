#include "KoekataLog.h"
#include "Modules/ModuleManager.h"

DEFINE_LOG_CATEGORY(LogKoekata);

IMPLEMENT_MODULE(FDefaultModuleImpl, Koekata)
