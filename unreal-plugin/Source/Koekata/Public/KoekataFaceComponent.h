#pragma once

#include "Components/ActorComponent.h"
#include "CoreMinimal.h"
#include "Koekata/Binding/FaceDriver.h"
#include "KoekataConnection.h"
#include "KoekataReceiver.h"
#include "KoekataTypes.h"

#include "KoekataFaceComponent.generated.h"

class FKoekataFaceOutputs;
class UKoekataMappingAsset;

DECLARE_DYNAMIC_MULTICAST_DELEGATE_OneParam(FKoekataNamedEvent, FName, Name);
DECLARE_DYNAMIC_MULTICAST_DELEGATE_OneParam(FKoekataStateEvent, EKoekataState, State);
DECLARE_DYNAMIC_MULTICAST_DELEGATE_TwoParams(FKoekataSpriteEvent, FName, Name, int32, Index);

/**
 * Lets a performer drive this actor's face through a mapping table: morph targets of its skeletal meshes, parameters of
 * its materials, texture offsets, drawn faces, bones of poseable meshes. Bones of skeletal meshes need the node Koekata in
 * the animation graph, which takes its values from here.
 */
UCLASS(ClassGroup = (Animation), meta = (BlueprintSpawnableComponent, DisplayName = "Koekata Face"))
class KOEKATA_API UKoekataFaceComponent : public UActorComponent
{
	GENERATED_BODY()

public:
	UKoekataFaceComponent();
	virtual ~UKoekataFaceComponent() override;

	/** The character's table. */
	UPROPERTY(EditAnywhere, BlueprintReadOnly, Category = "Koekata")
	TObjectPtr<UKoekataMappingAsset> Mapping;

	/** Which performer of the stream: 0 is the first. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata", meta = (ClampMin = "0", ClampMax = "255"))
	int32 Performer = 0;

	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata")
	EKoekataPlayback Playback = EKoekataPlayback::Smooth;

	/** Listens to the connection below, in place of that of the project's settings. */
	UPROPERTY(EditAnywhere, BlueprintReadOnly, Category = "Koekata")
	bool bOwnConnection = false;

	UPROPERTY(EditAnywhere, BlueprintReadOnly, Category = "Koekata", meta = (EditCondition = "bOwnConnection"))
	FKoekataConnection Connection;

	/** How much of the motion is applied. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Koekata", meta = (ClampMin = "0", ClampMax = "1"))
	float Weight = 1.0f;

	/** Names of the mesh components that are driven; empty for all of this actor. */
	UPROPERTY(EditAnywhere, BlueprintReadOnly, Category = "Koekata", AdvancedDisplay)
	TArray<FName> Meshes;

	/** How the model's importer turned the axes of bones. */
	UPROPERTY(EditAnywhere, BlueprintReadOnly, Category = "Koekata", AdvancedDisplay)
	EKoekataBoneAxes BoneAxes = EKoekataBoneAxes::SwapYZ;

	/** Moves in the editor's viewport, too. */
	UPROPERTY(EditAnywhere, BlueprintReadOnly, Category = "Koekata", AdvancedDisplay)
	bool bInEditor = true;

	/** An event of the table has fired. */
	UPROPERTY(BlueprintAssignable, Category = "Koekata")
	FKoekataNamedEvent OnEvent;

	/** The state has changed. */
	UPROPERTY(BlueprintAssignable, Category = "Koekata")
	FKoekataStateEvent OnStateChanged;

	/** A drawn face of the table shows another picture. */
	UPROPERTY(BlueprintAssignable, Category = "Koekata")
	FKoekataSpriteEvent OnSpriteChanged;

	/** Takes another table; the state of what both name goes on. */
	UFUNCTION(BlueprintCallable, Category = "Koekata")
	void SetMapping(UKoekataMappingAsset* NewMapping);

	/** Listens elsewhere from now on. */
	UFUNCTION(BlueprintCallable, Category = "Koekata")
	void SetConnection(const FKoekataConnection& NewConnection);

	/** Fires a trigger of the table. False where it has none of that id. */
	UFUNCTION(BlueprintCallable, Category = "Koekata")
	bool FireTrigger(const FString& Trigger, EKoekataFire Action = EKoekataFire::On);

	/** The performer's channel, such as jawOpen. False where it is not observed. */
	UFUNCTION(BlueprintCallable, Category = "Koekata")
	bool GetChannel(const FString& Channel, float& Value) const;

	/** The value of a target by its id. False where it has none yet. */
	UFUNCTION(BlueprintCallable, Category = "Koekata")
	bool GetTarget(const FString& Target, float& Value) const;

	UFUNCTION(BlueprintPure, Category = "Koekata")
	EKoekataState GetState() const { return State; }

	/** For people: the state, or why nothing can be received. */
	UFUNCTION(BlueprintCallable, Category = "Koekata")
	FText GetStatus() const;

	/** Of the head, in Unreal's axes. */
	UFUNCTION(BlueprintPure, Category = "Koekata")
	FRotator GetHeadRotation() const;

	/** Centimetres from the camera, in Unreal's axes. */
	UFUNCTION(BlueprintPure, Category = "Koekata")
	FVector GetHeadPosition() const;

	/** Of an eye, in the head's axes. */
	UFUNCTION(BlueprintPure, Category = "Koekata")
	FRotator GetEyeRotation(bool bLeft) const;

	/** Looks for meshes and materials anew, after the actor got others. */
	UFUNCTION(BlueprintCallable, Category = "Koekata")
	void Refresh();

	/** Names of the table that nothing of this actor has. */
	UFUNCTION(BlueprintCallable, Category = "Koekata")
	TArray<FString> GetMissing() const;

	/** For the animation node and the editor. Game thread. */
	const Koekata::FFaceDriver& GetDriver() const { return Driver; }

	virtual void OnRegister() override;
	virtual void OnUnregister() override;
	virtual void TickComponent(float DeltaTime, ELevelTick TickType, FActorComponentTickFunction* ThisTickFunction) override;

private:
	void Listen();
	void FollowMapping();
	void SetState(EKoekataState NewState);
	EKoekataState StateOf(bool bStale) const;
	void TellEvents();

	Koekata::FFaceDriver Driver;
	Koekata::FStreamFrame Frame;
	Koekata::FPerformerState Heard;
	TSharedPtr<FKoekataReceiver> Receiver;
	TSharedPtr<FKoekataFaceOutputs> Outputs;
	EKoekataState State = EKoekataState::Off;
};
