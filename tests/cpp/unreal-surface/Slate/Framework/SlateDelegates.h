#pragma once

#include "Input/Reply.h"
#include "Delegates/Delegate.h"

/** Page: API/Runtime/Slate/Framework: FOnClicked. */
DECLARE_DELEGATE_RetVal(FReply, FOnClicked);
