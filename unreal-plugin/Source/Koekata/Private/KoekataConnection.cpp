#include "KoekataConnection.h"

#include "CoreGlobals.h"
#include "KoekataSettings.h"
#include "Misc/FeedbackContext.h"
#include "UObject/Class.h"
#include "UObject/PropertyPortFlags.h"

bool FKoekataConnection::operator==(const FKoekataConnection& Other) const
{
	// == of two FString takes capitals and small letters for the same; keys and addresses do not.
	const bool bSamePlace = Transport == Other.Transport && Endpoint.Equals(Other.Endpoint) && OscAddress.Equals(Other.OscAddress) && OscPort == Other.OscPort;
	const bool bSameKeys = ServerKey.Equals(Other.ServerKey) && PublicKey.Equals(Other.PublicKey) && SecretKey.Equals(Other.SecretKey);
	return bSamePlace && bSameKeys && OscPrefix.Equals(Other.OscPrefix) && DelayMs == Other.DelayMs && bAdaptiveDelay == Other.bAdaptiveDelay;
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
