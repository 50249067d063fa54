#pragma once

#include "Misc/AutomationTest.h"

/** In the editor and in games; written so that it compiles before and after 5.5, which made the flags an enumeration of its own. */
#define KOEKATA_TEST_FLAGS (EAutomationTestFlags::EditorContext | EAutomationTestFlags::ClientContext | EAutomationTestFlags::ProductFilter)
