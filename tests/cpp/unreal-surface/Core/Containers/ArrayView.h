#pragma once
#include "Containers/Array.h"
