#pragma once

/** Page: API/Runtime/Core/UObject, EPropertyPortFlags (newest): of Core, and a header that not every header of UObject brings. */
enum EPropertyPortFlags { PPF_None = 0 };
