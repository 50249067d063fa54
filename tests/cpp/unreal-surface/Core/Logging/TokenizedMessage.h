#pragma once

#include "Delegates/Delegate.h"
#include "Internationalization/Text.h"

/** Page: API/Runtime/Core/Logging, EMessageSeverity, FTokenizedMessage, FActionToken (5.3 to 5.5, newest). */
namespace EMessageSeverity
{
enum Type { Error = 1, PerformanceWarning = 2, Warning = 3, Info = 4 };
}
class IMessageToken : public TSharedFromThis<IMessageToken>
{
public:
	virtual ~IMessageToken();
};
DECLARE_DELEGATE(FOnActionTokenExecuted);
class FActionToken : public IMessageToken
{
public:
	static TSharedRef<FActionToken> Create(const FText& Name, const FText& Description, const FOnActionTokenExecuted& Action, bool bSingleUse = false);
};
class FTokenizedMessage : public TSharedFromThis<FTokenizedMessage>
{
public:
	static TSharedRef<FTokenizedMessage> Create(EMessageSeverity::Type Severity, const FText& Text = FText());
	TSharedRef<FTokenizedMessage> AddToken(const TSharedRef<IMessageToken>& Token);
};
