#pragma once

#include "Framework/Commands/UIAction.h"
#include "Misc/Attribute.h"
#include "Textures/SlateIcon.h"
#include "UObject/UObjectGlobals.h"

/**
 * Page: API/Developer/ToolMenus, UToolMenus, UToolMenu, FToolMenuSection, FToolMenuOwnerScoped, FToolUIActionChoice,
 * FToolMenuExecuteAction (5.1 to 5.5; what an entry does: ToolMenuDelegates.h). An owner is a
 * plain pointer, not one to const (FToolMenuOwner 5.4); UnRegisterStartupCallback takes any object (5.0 to 5.5, newest); a callback does
 * not come in a commandlet, a game or a server (RegisterStartupCallback 5.3). Used by: fcamarlinghi/code-examples.
 */
struct FToolMenuContext
{
};
DECLARE_DELEGATE_OneParam(FToolMenuExecuteAction, const FToolMenuContext&);
struct FToolUIActionChoice
{
	FToolUIActionChoice();
	FToolUIActionChoice(const FUIAction& Action);
	FToolUIActionChoice(const FExecuteAction& Action);
	FToolUIActionChoice(const FToolMenuExecuteAction& Action);
};
struct FToolMenuEntry
{
};
struct FToolMenuOwner
{
	FToolMenuOwner();
	FToolMenuOwner(void* Owner);
	FToolMenuOwner(const ANSICHAR* Owner);
	FToolMenuOwner(const FName Owner);
};
class FToolMenuOwnerScoped
{
public:
	FToolMenuOwnerScoped(const FToolMenuOwner Owner);
	~FToolMenuOwnerScoped();
};
struct FToolMenuSection
{
	FToolMenuEntry& AddMenuEntry(const FName Name, const TAttribute<FText>& Label, const TAttribute<FText>& ToolTip, const TAttribute<FSlateIcon>& Icon, const FToolUIActionChoice& Action);
};
class UToolMenu : public UObject
{
public:
	FToolMenuSection& AddSection(const FName Name, const TAttribute<FText>& Label = TAttribute<FText>());
	FToolMenuSection& FindOrAddSection(const FName Name);
	FToolMenuSection& FindOrAddSection(const FName Name, const TAttribute<FText>& Label);
};
class UToolMenus : public UObject
{
public:
	static UToolMenus* Get();
	static FDelegateHandle RegisterStartupCallback(const FSimpleMulticastDelegate::FDelegate& Delegate);
	static void UnRegisterStartupCallback(const void* Object);
	static void UnregisterOwner(FToolMenuOwner Owner);
	UToolMenu* ExtendMenu(const FName Name);
};
