// use of deleted function
#include "Widgets/SBoxPanel.h"

void Wrong();
void Wrong()
{
	auto Slot = SVerticalBox::Slot().AutoHeight();
	static_cast<void>(Slot);
}
