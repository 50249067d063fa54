#pragma once

#include "Logging/TokenizedMessage.h"

/** Page: API/Runtime/Core/Logging, FMessageLog (5.1, 5.4). */
class FMessageLog
{
public:
	explicit FMessageLog(const FName& Name);
	~FMessageLog();
	const TSharedRef<FTokenizedMessage>& AddMessage(const TSharedRef<FTokenizedMessage>& Message);
	TSharedRef<FTokenizedMessage> Error(const FText& Text = FText());
	TSharedRef<FTokenizedMessage> Warning(const FText& Text = FText());
	TSharedRef<FTokenizedMessage> Info(const FText& Text = FText());
	void Open(EMessageSeverity::Type AtLeast = EMessageSeverity::Error, bool bOpenEvenIfEmpty = false);
	void NewPage(const FText& Title);
};
