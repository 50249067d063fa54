#pragma once

#include "Logging/TokenizedMessage.h"

/** Page: API/Runtime/Core/Logging, FMessageLog (5.1, 5.4, newest). What is added also goes to the output log, with the same severity. */
class FMessageLog
{
public:
	explicit FMessageLog(const FName& Name);
	~FMessageLog();
	const TSharedRef<FTokenizedMessage>& AddMessage(const TSharedRef<FTokenizedMessage>& Message);
	TSharedRef<FTokenizedMessage> Error(const FText& Text = FText());
	void Open(EMessageSeverity::Type AtLeast = EMessageSeverity::Error, bool bOpenEvenIfEmpty = false);
};
