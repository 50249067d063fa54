#pragma once

#include "Widgets/Notifications/SNotificationList.h"

/** Page: API/Runtime/Slate/Framework/Notifications, FSlateNotificationManager (5.1, 5.5). */
class FSlateNotificationManager
{
public:
	static FSlateNotificationManager& Get();
	TSharedPtr<SNotificationItem> AddNotification(const FNotificationInfo& Info);
};
