// use of deleted function|cannot bind rvalue reference
#include "ILiveLinkClient.h"

void Wrong(ILiveLinkClient& Client, const FLiveLinkSubjectKey& Key, FLiveLinkFrameDataStruct& Data);
void Wrong(ILiveLinkClient& Client, const FLiveLinkSubjectKey& Key, FLiveLinkFrameDataStruct& Data)
{
	Client.PushSubjectFrameData_AnyThread(Key, Data);
}
