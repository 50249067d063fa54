#pragma once

#include "CoreMinimal.h"
#include "Engine/DeveloperSettings.h"
#include "KoekataConnection.h"

#include "KoekataSettings.generated.h"

/**
 * Project settings, Plugins, Koekata. A packaged game brings them along, of Config/DefaultGame.ini. A stage machine can be
 * told others in the Game.ini below Saved/Config; docs/unreal-packaged.md says where that is. The option -ini: of the command
 * line is not there in games that are built for Shipping.
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
