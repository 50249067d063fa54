#pragma once

#include "Containers/Ticker.h"
#include "CoreMinimal.h"
#include "KoekataReceiver.h"
#include "Subsystems/EngineSubsystem.h"

#include "KoekataSubsystem.generated.h"

/** Keeps receivers, so that those who listen to the same sidecar share one. A receiver ends with its last user. */
UCLASS()
class KOEKATA_API UKoekataSubsystem : public UEngineSubsystem
{
	GENERATED_BODY()

public:
	virtual void Initialize(FSubsystemCollectionBase& Collection) override;
	virtual void Deinitialize() override;

	/** The receiver of a connection, made where there is none. Keep it as long as you listen. Game thread. */
	TSharedRef<FKoekataReceiver> Acquire(const FKoekataConnection& Connection);
	/** Receivers that somebody uses. */
	TArray<TSharedPtr<FKoekataReceiver>> GetReceivers() const;

private:
	bool Tick(float DeltaSeconds);

	TArray<TWeakPtr<FKoekataReceiver>> Receivers;
	FTSTicker::FDelegateHandle Ticker;
};
