#include "KoekataConnection.h"

#include "CoreGlobals.h"
#include "KoekataSettings.h"
#include "Misc/FeedbackContext.h"
#include "UObject/Class.h"

bool FKoekataConnection::operator==(const FKoekataConnection& Other) const
{
	const bool bSamePlace = Transport == Other.Transport && Endpoint == Other.Endpoint && OscAddress == Other.OscAddress && OscPort == Other.OscPort;
	const bool bSameKeys = ServerKey == Other.ServerKey && PublicKey == Other.PublicKey && SecretKey == Other.SecretKey;
	return bSamePlace && bSameKeys && OscPrefix == Other.OscPrefix && DelayMs == Other.DelayMs && bAdaptiveDelay == Other.bAdaptiveDelay;
}

FString FKoekataConnection::ToText() const
{
	FString Text;
	const FKoekataConnection Defaults;
	StaticStruct()->ExportText(Text, this, &Defaults, nullptr, PPF_None, nullptr);
	return Text;
}

bool FKoekataConnection::FromText(const FString& Text, FKoekataConnection& Connection, FString& Error)
{
	Connection = Text.IsEmpty() ? GetDefault<UKoekataSettings>()->Connection : FKoekataConnection();
	if (Text.IsEmpty())
	{
		return true;
	}
	const TCHAR* Rest = StaticStruct()->ImportText(*Text, &Connection, nullptr, PPF_None, GWarn, StaticStruct()->GetName());
	if (Rest == nullptr)
	{
		Error = FString::Printf(TEXT("'%s' is no connection of Koekata. Make the source anew in the Live Link window."), *Text);
		return false;
	}
	return true;
}

FString FKoekataConnection::Describe() const
{
	return Transport == EKoekataTransport::ZeroMQ ? Endpoint : FString::Printf(TEXT("udp://%s:%d"), *OscAddress, OscPort);
}
