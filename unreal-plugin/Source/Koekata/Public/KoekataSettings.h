#pragma once

#include "CoreMinimal.h"
#include "Engine/DeveloperSettings.h"
#include "KoekataConnection.h"

#include "KoekataSettings.generated.h"

/**
 * Project settings, Plugins, Koekata. A packaged game reads them from Config/DefaultGame.ini, so that a stage machine can
 * be told another address: -ini:Game:[/Script/Koekata.KoekataSettings]:LibraryPath=..., or Saved/Config/.../Game.ini.
 */
UCLASS(Config = Game, DefaultConfig, meta = (DisplayName = "Koekata"))
class KOEKATA_API UKoekataSettings : public UDeveloperSettings
{
	GENERATED_BODY()

public:
	UKoekataSettings();

	/** What faces and sources use that do not name a connection of their own. */
	UPROPERTY(Config, EditAnywhere, BlueprintReadOnly, Category = "Koekata")
	FKoekataConnection Connection;

	/** The file of libzmq; empty for the one beside the plugin. */
	UPROPERTY(Config, EditAnywhere, BlueprintReadOnly, Category = "Koekata", AdvancedDisplay)
	FString LibraryPath;

	/** The file of libzmq, whole; the one of the platform beside the plugin where none is named. */
	static FString FindLibrary();
};
