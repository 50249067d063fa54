#pragma once

// Unreal defines it for modules that are libraries of their own; elsewhere nothing has to be exported.
#ifndef KOEKATACORE_API
#define KOEKATACORE_API
#endif
