// marked .override., but does not override
#include "Factories/Factory.h"

/** The form of UE4: the engine would never call it. */
class UWrong : public UFactory
{
public:
	UObject* FactoryCreateFile(UClass* Class, UObject* Parent, FName Name, EObjectFlags Flags, const FString& Filename, const TCHAR* Parameters, FFeedbackContext* Warnings) override;
};
