#pragma once

#include "IDetailCustomization.h"
#include "Modules/ModuleManager.h"

/** Page: API/Editor/PropertyEditor, FPropertyEditorModule (5.1, 5.4). Used by: smokescreen690/LiveLinkMVNPlugin-UE5.4.2 LiveLinkMvnEditorModule.cpp. */
DECLARE_DELEGATE_RetVal(TSharedRef<IDetailCustomization>, FOnGetDetailCustomizationInstance);
class FPropertyEditorModule : public IModuleInterface
{
public:
	void RegisterCustomClassLayout(FName Class, FOnGetDetailCustomizationInstance Maker);
	void UnregisterCustomClassLayout(FName Class);
};
