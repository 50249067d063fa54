#pragma once

#include "CoreMinimal.h"
#include "UObject/ObjectMacros.h"

#include "KoekataConnection.generated.h"

/** How frames travel from the sidecar. */
UENUM(BlueprintType)
enum class EKoekataTransport : uint8
{
	/** Lossless in order, encrypted where keys are given. Needs libzmq, which the plugin brings. */
	ZeroMQ UMETA(DisplayName = "ZeroMQ"),
	/** UDP without any library: for networks and platforms where ZeroMQ is not possible. */
	OSC UMETA(DisplayName = "OSC (UDP)")
};

/** Where a sidecar is heard. Users with the same connection share one receiver. */
USTRUCT(BlueprintType)
struct KOEKATA_API FKoekataConnection
{
	GENERATED_BODY()

	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata")
	EKoekataTransport Transport = EKoekataTransport::ZeroMQ;

	/** The address that the sidecar shows when it starts. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata", meta = (EditCondition = "Transport == EKoekataTransport::ZeroMQ", EditConditionHides))
	FString Endpoint = TEXT("tcp://127.0.0.1:39600");

	/** CURVE keys, each 40 characters: all three, or none for no encryption. They are stored as plain text. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata", AdvancedDisplay, meta = (EditCondition = "Transport == EKoekataTransport::ZeroMQ", EditConditionHides))
	FString ServerKey;

	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata", AdvancedDisplay, meta = (EditCondition = "Transport == EKoekataTransport::ZeroMQ", EditConditionHides))
	FString PublicKey;

	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata", AdvancedDisplay, meta = (EditCondition = "Transport == EKoekataTransport::ZeroMQ", EditConditionHides, PasswordField = true))
	FString SecretKey;

	/** Address of this machine that is listened on; 0.0.0.0 hears every network, 127.0.0.1 this machine alone. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata", meta = (EditCondition = "Transport == EKoekataTransport::OSC", EditConditionHides))
	FString OscAddress = TEXT("127.0.0.1");

	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata", meta = (ClampMin = "1", ClampMax = "65535", EditCondition = "Transport == EKoekataTransport::OSC", EditConditionHides))
	int32 OscPort = 39601;

	/** What the addresses of the sidecar begin with. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata", AdvancedDisplay, meta = (EditCondition = "Transport == EKoekataTransport::OSC", EditConditionHides))
	FString OscPrefix = TEXT("/koekata");

	/** For smooth playback: milliseconds between arrival and playing. Evens out what the network does. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata", AdvancedDisplay, meta = (ClampMin = "5", ClampMax = "500", Units = "ms"))
	float DelayMs = 50.0f;

	/** For smooth playback: the delay follows what the network does, beginning with the one above. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata", AdvancedDisplay)
	bool bAdaptiveDelay = false;

	bool operator==(const FKoekataConnection& Other) const;
	bool operator!=(const FKoekataConnection& Other) const { return !(*this == Other); }

	/** As Live Link presets keep it. */
	FString ToText() const;
	/** Back; false, with the reason, where a text is no connection. An empty text is the project's connection. */
	static bool FromText(const FString& Text, FKoekataConnection& Connection, FString& Error);
	/** The address alone, for people. */
	FString Describe() const;
};
