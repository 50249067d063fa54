// no matching function for call to .*Text
#include "Widgets/SCompoundWidget.h"
#include "Widgets/Text/STextBlock.h"

/** A text block is bound to a method that gives a number. */
class SWrong : public SCompoundWidget
{
public:
	SLATE_BEGIN_ARGS(SWrong) {}
	SLATE_END_ARGS()

	void Construct(const FArguments&) { ChildSlot[SNew(STextBlock).Text(this, &SWrong::Number)]; }

private:
	int32 Number() const { return 1; }
};
