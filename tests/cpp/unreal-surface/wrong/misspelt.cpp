// has no member named .SetMorphtarget.
#include "Components/SkeletalMeshComponent.h"

void Wrong(USkeletalMeshComponent& Mesh);
void Wrong(USkeletalMeshComponent& Mesh)
{
	Mesh.SetMorphtarget(FName(TEXT("Smile")), 1.0f);
}
