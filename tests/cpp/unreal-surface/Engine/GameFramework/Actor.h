#pragma once

#include "Components/ActorComponent.h"

/** Page: API/Runtime/Engine/Components, TInlineComponentArray (in GameFramework/Actor.h through ActorComponent). */
template <typename T, uint32 Count = 24> class TInlineComponentArray : public TArray<T>
{
};

/** Page: API/Runtime/Engine/GameFramework, AActor (GetComponents: 5.1 to 5.5). */
class AActor : public UObject
{
public:
	static UClass* StaticClass();
	template <typename T> T* FindComponentByClass() const
	{
		static_assert(std::is_base_of_v<UActorComponent, T>, "a component is wanted");
		return nullptr;
	}
	template <typename T, uint32 Count> void GetComponents(TInlineComponentArray<T*, Count>& Out, bool bIncludeFromChildActors = false) const
	{
		static_assert(std::is_base_of_v<UActorComponent, T>, "components are wanted");
	}
};
