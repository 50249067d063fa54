#pragma once

#include "Widgets/SWidget.h"

/**
 * Page: API/Runtime/Slate/Widgets/Notifications, FNotificationInfo (5.4, newest), SNotificationItem (5.3, 5.4). What bFireAndForget is
 * by itself, no page says.
 */
class SNotificationItem : public SWidget
{
public:
	enum ECompletionState { CS_None, CS_Pending, CS_Success, CS_Fail };
	virtual void SetCompletionState(ECompletionState State) = 0;
};
struct FNotificationInfo
{
	explicit FNotificationInfo(const FText& Text);
	float ExpireDuration;
	bool bUseSuccessFailIcons;
	bool bFireAndForget;
};
