// marked .override., but does not override
#include "ILiveLinkSource.h"

class FWrong : public ILiveLinkSource
{
	virtual void ReceiveClient(ILiveLinkClient* Client, const FGuid& Source) override;
};
