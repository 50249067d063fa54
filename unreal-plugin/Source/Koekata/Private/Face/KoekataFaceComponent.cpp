#include "KoekataFaceComponent.h"

#include "Components/SkeletalMeshComponent.h"
#include "Engine/Engine.h"
#include "Engine/World.h"
#include "GameFramework/Actor.h"
#include "Koekata/Axes/Axes.h"
#include "KoekataConvert.h"
#include "KoekataFaceOutputs.h"
#include "KoekataLog.h"
#include "KoekataMappingAsset.h"
#include "KoekataSettings.h"
#include "KoekataSubsystem.h"
#include "KoekataText.h"

#define LOCTEXT_NAMESPACE "Koekata"

namespace
{
Koekata::EFire FireOf(EKoekataFire Action)
{
	switch (Action)
	{
		case EKoekataFire::Off: return Koekata::EFire::Off;
		case EKoekataFire::Toggle: return Koekata::EFire::Toggle;
		default: return Koekata::EFire::On;
	}
}
} // namespace

UKoekataFaceComponent::UKoekataFaceComponent()
{
	PrimaryComponentTick.bCanEverTick = true;
	PrimaryComponentTick.bStartWithTickEnabled = true;
	PrimaryComponentTick.TickGroup = TG_PrePhysics;
	bTickInEditor = true;
}

UKoekataFaceComponent::~UKoekataFaceComponent() = default;

void UKoekataFaceComponent::OnRegister()
{
	Super::OnRegister();
	Outputs = MakeShared<FKoekataFaceOutputs>();
	Listen();
	FollowMapping();
	Refresh();
}

void UKoekataFaceComponent::OnUnregister()
{
	if (Outputs.IsValid())
	{
		Outputs->Release();
	}
	Outputs.Reset();
	Receiver.Reset();
	SetState(EKoekataState::Off);
	Super::OnUnregister();
}

void UKoekataFaceComponent::Listen()
{
	Receiver.Reset();
	UKoekataSubsystem* const Subsystem = GEngine != nullptr ? GEngine->GetEngineSubsystem<UKoekataSubsystem>() : nullptr;
	const UWorld* const World = GetWorld();
	const bool bWanted = World != nullptr && (World->IsGameWorld() || bInEditor);
	if (Subsystem != nullptr && bWanted && !IsTemplate())
	{
		Receiver = Subsystem->Acquire(bOwnConnection ? Connection : GetDefault<UKoekataSettings>()->Connection);
	}
}

void UKoekataFaceComponent::SetConnection(const FKoekataConnection& NewConnection)
{
	bOwnConnection = true;
	Connection = NewConnection;
	Listen();
}

void UKoekataFaceComponent::SetMapping(UKoekataMappingAsset* NewMapping)
{
	Mapping = NewMapping;
	FollowMapping();
}

void UKoekataFaceComponent::FollowMapping()
{
	if (Mapping != nullptr && Driver.SetTable(Mapping->GetTable()))
	{
		Refresh();
	}
}

void UKoekataFaceComponent::Refresh()
{
	AActor* const Actor = GetOwner();
	if (Actor == nullptr || !Outputs.IsValid())
	{
		return;
	}
	Outputs->Bind(*Actor, Meshes, Driver.Plan());
	// Meshes move after the face, in the same frame.
	TInlineComponentArray<USkeletalMeshComponent*> Skeletal;
	Actor->GetComponents(Skeletal);
	for (USkeletalMeshComponent* Mesh : Skeletal)
	{
		Mesh->AddTickPrerequisiteComponent(this);
	}
}

TArray<FString> UKoekataFaceComponent::GetMissing() const
{
	return Outputs.IsValid() ? Outputs->GetMissing() : TArray<FString>();
}

void UKoekataFaceComponent::TickComponent(float DeltaTime, ELevelTick TickType, FActorComponentTickFunction* ThisTickFunction)
{
	Super::TickComponent(DeltaTime, TickType, ThisTickFunction);
	if (!Receiver.IsValid() || !Outputs.IsValid())
	{
		return;
	}
	FollowMapping();
	const Koekata::EPlayout Mode = Playback == EKoekataPlayback::Latest ? Koekata::EPlayout::Latest : Koekata::EPlayout::Smooth;
	Koekata::FPerformerState Now;
	if (Receiver->GetHub().Sample(Performer, Mode, Koekata::LocalSeconds(), Frame, Now))
	{
		Heard = Now;
	}
	SetState(StateOf(Heard.bStale));
	if (!Driver.IsReady())
	{
		return;
	}
	Driver.StepStream(Frame, static_cast<double>(DeltaTime), Heard.bStale);
	Outputs->Apply(Driver.Values(), Weight, BoneAxes);
	TellEvents();
}

void UKoekataFaceComponent::TellEvents()
{
	for (const int Target : Driver.Events())
	{
		const Koekata::FTarget& Event = Driver.Mapping()->Table().Targets[static_cast<size_t>(Target)];
		OnEvent.Broadcast(KoekataText::NameFromCore(Event.Address.Name.empty() ? Event.Id : Event.Address.Name));
	}
	for (const TPair<FName, int32>& Sprite : Outputs->ChangedSprites())
	{
		OnSpriteChanged.Broadcast(Sprite.Key, Sprite.Value);
	}
}

EKoekataState UKoekataFaceComponent::StateOf(bool bStale) const
{
	if (!Receiver.IsValid())
	{
		return EKoekataState::Off;
	}
	if (!Receiver->GetError().IsEmpty())
	{
		return EKoekataState::Failed;
	}
	if (Frame.Layout == nullptr)
	{
		return EKoekataState::Waiting;
	}
	if (bStale)
	{
		return EKoekataState::Stale;
	}
	return Frame.Motion.bTracked ? EKoekataState::Receiving : EKoekataState::FaceLost;
}

void UKoekataFaceComponent::SetState(EKoekataState NewState)
{
	if (State != NewState)
	{
		State = NewState;
		OnStateChanged.Broadcast(State);
	}
}

FText UKoekataFaceComponent::GetStatus() const
{
	if (!Receiver.IsValid())
	{
		return LOCTEXT("Off", "Does not listen");
	}
	return State == EKoekataState::FaceLost ? LOCTEXT("FaceLost", "The camera does not see the face") : Receiver->GetStatus();
}

bool UKoekataFaceComponent::FireTrigger(const FString& Trigger, EKoekataFire Action)
{
	return Driver.Fire(KoekataText::ToCore(Trigger), FireOf(Action));
}

bool UKoekataFaceComponent::GetChannel(const FString& Channel, float& Value) const
{
	if (Frame.Layout == nullptr)
	{
		return false;
	}
	const std::string Name = KoekataText::ToCore(Channel);
	for (size_t Index = 0; Index < Frame.Layout->Channels.size(); ++Index)
	{
		if (Frame.Layout->Channels[Index] == Name && Frame.Motion.ChannelConfidence[Index] > 0.0)
		{
			Value = static_cast<float>(Frame.Motion.Weights[Index]);
			return true;
		}
	}
	return false;
}

bool UKoekataFaceComponent::GetTarget(const FString& Target, float& Value) const
{
	const Koekata::FMappingEvaluator* const Evaluator = Driver.Mapping();
	const int Index = Evaluator == nullptr ? -1 : Evaluator->TargetIndex(KoekataText::ToCore(Target));
	if (Index < 0 || !Evaluator->HasValue(Index))
	{
		return false;
	}
	Value = static_cast<float>(Evaluator->Values()[static_cast<size_t>(Index)]);
	return true;
}

FRotator UKoekataFaceComponent::GetHeadRotation() const
{
	return KoekataConvert::Rotator(Koekata::ToUnrealRotator(Frame.Motion.HeadYpr));
}

FVector UKoekataFaceComponent::GetHeadPosition() const
{
	return KoekataConvert::Vector(Koekata::ToUnrealPosition(Frame.Motion.HeadTranslation));
}

FRotator UKoekataFaceComponent::GetEyeRotation(bool bLeft) const
{
	return KoekataConvert::Rotator(bLeft ? Koekata::ToUnrealLeftEye(Frame.Motion.Gaze) : Koekata::ToUnrealRightEye(Frame.Motion.Gaze));
}

#undef LOCTEXT_NAMESPACE
