#pragma once

#include "Widgets/SWidget.h"

struct FSlateBrush;
/** Page: API/Runtime/Slate/Widgets/Notifications, FNotificationInfo, SNotificationItem (5.3, 5.4). */
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
	FSimpleDelegate Hyperlink;
	TAttribute<FText> HyperlinkText;
};
