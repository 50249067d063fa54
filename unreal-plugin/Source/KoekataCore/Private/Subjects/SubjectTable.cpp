#include "Koekata/Subjects/SubjectTable.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace Koekata
{
namespace
{
/** More lists of names in one session than anybody needs; the oldest go. */
constexpr size_t MostLayouts = 8;

const std::shared_ptr<const FChannelLayout>* LayoutOf(const FSubject& Subject, int64_t Id)
{
	const auto IsWanted = [Id](const std::shared_ptr<const FChannelLayout>& Layout) { return Layout->Layout == Id; };
	const auto Found = std::find_if(Subject.Layouts.begin(), Subject.Layouts.end(), IsWanted);
	return Found == Subject.Layouts.end() ? nullptr : &*Found;
}
} // namespace

FSubjectTable::FSubjectTable(const FPlayoutSettings& InSettings) : Settings(InSettings) {}

bool FSubjectTable::Take(std::string_view Topic, std::string_view Payload, double ArrivedS, int Parts)
{
	if (Parts != 2)
	{
		Refuse(EStreamFault::Parts, "");
		return false;
	}
	const EMessage Kind = Decoder.Decode(Topic, Payload);
	switch (Kind)
	{
		case EMessage::Refused: Refuse(Decoder.Fault(), Decoder.FaultKey()); return false;
		case EMessage::Unknown: ++Counts.Unknown; return false;
		default: break;
	}
	Follow(Decoder.Session);
	switch (Kind)
	{
		case EMessage::Layout: Learn(Decoder.Layout); return false;
		case EMessage::Status: TakeStatus(Decoder.Status); return false;
		default: return TakeFrame(Decoder.Frame, ArrivedS);
	}
}

void FSubjectTable::Refuse(EStreamFault Fault, const char* Key)
{
	int64_t& Count = Counts.Bad[static_cast<size_t>(Fault)];
	if (Count++ == 0)
	{
		Messages.push_back(FaultMessage(Fault, Key));
	}
}

void FSubjectTable::Follow(uint64_t InSession)
{
	if (bSession && InSession == CurrentSession)
	{
		return;
	}
	bSession = true;
	CurrentSession = InSession;
	++Counts.Sessions;
	LastStatus = FStatusMessage();
	for (const std::unique_ptr<FSubject>& Entry : All)
	{
		Entry->Layouts.clear();
		Entry->LastSequence = -1;
		Entry->Newest.Layout = nullptr;
		Entry->Buffer.Clear();
	}
}

void FSubjectTable::Learn(const FLayoutMessage& Layout)
{
	FSubject& Entry = Subject(Layout.Performer);
	if (LayoutOf(Entry, Layout.Layout) != nullptr)
	{
		return; // Within a session, an id is one list of names.
	}
	if (Entry.Layouts.size() == MostLayouts)
	{
		Entry.Layouts.erase(Entry.Layouts.begin());
	}
	Entry.Layouts.push_back(std::make_shared<const FChannelLayout>(Layout));
}

bool FSubjectTable::IsNewer(FSubject& Entry, int64_t Sequence)
{
	if (Sequence <= Entry.LastSequence)
	{
		++Counts.Outdated;
		return false;
	}
	const int64_t Gap = Entry.LastSequence >= 0 ? Sequence - Entry.LastSequence - 1 : 0;
	Counts.Lost += std::min(Gap, std::numeric_limits<int64_t>::max() - Counts.Lost);
	Entry.LastSequence = Sequence;
	return true;
}

bool FSubjectTable::TakeFrame(const FFrameMessage& Frame, double ArrivedS)
{
	FSubject* Entry = Seek(Frame.Performer);
	const std::shared_ptr<const FChannelLayout>* Layout = Entry == nullptr ? nullptr : LayoutOf(*Entry, Frame.Layout);
	if (Layout == nullptr || (*Layout)->Channels.size() != Frame.Weights.size())
	{
		++Counts.Skipped;
		return false;
	}
	if (!IsNewer(*Entry, Frame.Sequence))
	{
		return false;
	}
	Entry->Newest.Layout = *Layout;
	Entry->Newest.Motion = Frame;
	Entry->ArrivedS = ArrivedS;
	Entry->Buffer.Push(Entry->Newest, ArrivedS);
	++Entry->Taken;
	++Counts.Frames;
	return true;
}

void FSubjectTable::TakeStatus(const FStatusMessage& Status)
{
	LastStatus = Status;
}

FSubject& FSubjectTable::Subject(int Performer)
{
	FSubject* Found = Seek(Performer);
	if (Found == nullptr)
	{
		All.push_back(std::make_unique<FSubject>(Performer, Settings));
		Found = All.back().get();
	}
	return *Found;
}

FSubject* FSubjectTable::Seek(int Performer) const
{
	const auto IsWanted = [Performer](const std::unique_ptr<FSubject>& Entry) { return Entry->Performer == Performer; };
	const auto Found = std::find_if(All.begin(), All.end(), IsWanted);
	return Found == All.end() ? nullptr : Found->get();
}

const FSubject* FSubjectTable::Find(int Performer) const
{
	return Seek(Performer);
}

EMoment FSubjectTable::Sample(int Performer, double NowS, FStreamFrame& Out)
{
	FSubject* Entry = Seek(Performer);
	return Entry == nullptr ? EMoment::None : Entry->Buffer.Sample(NowS, Out);
}

bool FSubjectTable::IsStale(double NowS) const
{
	return std::all_of(All.begin(), All.end(), [NowS](const std::unique_ptr<FSubject>& Entry) { return Entry->IsStale(NowS); });
}

void FSubjectTable::Configure(const FPlayoutSettings& InSettings)
{
	Settings = InSettings;
	for (const std::unique_ptr<FSubject>& Entry : All)
	{
		Entry->Buffer.Configure(Settings);
	}
}

std::vector<std::string> FSubjectTable::TakeMessages()
{
	return std::exchange(Messages, {});
}
} // namespace Koekata
