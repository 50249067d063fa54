#pragma once

// Page: API/Runtime/Core/Misc, EngineVersionComparison.h; used by: NVlabs and many others to guard engine versions.
#ifndef ENGINE_MAJOR_VERSION
#error "Compile with -DENGINE_MAJOR_VERSION=5 -DENGINE_MINOR_VERSION=3 (or another)"
#endif
#define UE_VERSION_OLDER_THAN(Major, Minor, Patch) (ENGINE_MAJOR_VERSION < (Major) || (ENGINE_MAJOR_VERSION == (Major) && ENGINE_MINOR_VERSION < (Minor)))
