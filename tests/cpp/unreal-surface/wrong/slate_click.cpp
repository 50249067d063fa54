// no matching function for call to .*CreateSP
#include "Widgets/Input/SButton.h"
#include "Widgets/SCompoundWidget.h"

/** What a button calls must give an FReply. */
class SWrong : public SCompoundWidget
{
public:
	SLATE_BEGIN_ARGS(SWrong) {}
	SLATE_END_ARGS()

	void Construct(const FArguments&) { ChildSlot[SNew(SButton).OnClicked(this, &SWrong::Click)]; }

private:
	void Click() {}
};
