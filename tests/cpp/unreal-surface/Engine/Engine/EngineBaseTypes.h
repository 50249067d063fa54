#pragma once

#include "CoreMinimal.h"

/** Page: API/Runtime/Engine/Engine: ETickingGroup, ELevelTick, FTickFunction, FActorComponentTickFunction, EEndPlayReason; PythonAPI TickFunction (5.7). */
enum ETickingGroup { TG_PrePhysics, TG_StartPhysics, TG_DuringPhysics, TG_EndPhysics, TG_PostPhysics, TG_PostUpdateWork, TG_LastDemotable };
enum ELevelTick { LEVELTICK_TimeOnly, LEVELTICK_ViewportsOnly, LEVELTICK_All, LEVELTICK_PauseTick };
namespace EEndPlayReason
{
enum Type { Destroyed, LevelTransition, EndPlayInEditor, RemovedFromWorld, Quit };
}
struct FTickFunction
{
	ETickingGroup TickGroup;
	uint8 bTickEvenWhenPaused : 1;
	uint8 bCanEverTick : 1;
	uint8 bStartWithTickEnabled : 1;
};
struct FActorComponentTickFunction : public FTickFunction
{
};
