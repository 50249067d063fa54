#include "Koekata/Subjects/StreamHub.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace Koekata
{
namespace
{
/** As long as a message is decoded, a few microseconds: after that the thread was interrupted, and waiting is no good. */
constexpr int MostTries = 400;

/** Held only for a moment by the other side, so a few tries find it free nearly always. */
std::unique_lock<std::mutex> TryLock(std::mutex& Mutex)
{
	std::unique_lock<std::mutex> Lock(Mutex, std::defer_lock);
	for (int Try = 0; Try < MostTries && !Lock.try_lock(); ++Try)
	{
	}
	return Lock;
}
} // namespace

FStreamHub::FStreamHub(const FPlayoutSettings& Settings, std::string OscPrefix) : Table(Settings), Osc(std::move(OscPrefix)) {}
FStreamHub::~FStreamHub() = default;

void FStreamHub::Take(const FReceivedMessage& Message)
{
	{
		const std::lock_guard<std::mutex> Lock(Mutex);
		if (!Table.Take(Message.TopicText(), Message.PayloadText(), Message.ArrivedS, Message.Parts))
		{
			return;
		}
	}
	Announce();
}

void FStreamHub::TakeDatagram(std::string_view Datagram, double ArrivedS)
{
	{
		const std::lock_guard<std::mutex> Lock(Mutex);
		if (Osc.Take(Datagram, ArrivedS, Table) == 0)
		{
			return;
		}
	}
	Announce();
}

void FStreamHub::Tell(std::string Message)
{
	const std::lock_guard<std::mutex> Lock(Mutex);
	Notes.push_back(std::move(Message));
}

void FStreamHub::Announce()
{
	{
		const std::lock_guard<std::mutex> Lock(ListenersMutex);
		Told = Listeners;
	}
	while (!Told.empty() && Next(Heard))
	{
		for (const std::shared_ptr<IFrameListener>& Listener : Told)
		{
			Listener->OnFrame(Heard);
		}
	}
	Told.clear();
}

bool FStreamHub::Next(FHeardFrame& Found)
{
	const std::lock_guard<std::mutex> Lock(Mutex);
	Announced.resize(Table.Subjects().size(), 0);
	for (size_t Index = 0; Index < Announced.size(); ++Index)
	{
		const FSubject& Subject = *Table.Subjects()[Index];
		if (Subject.Taken != Announced[Index] && Subject.Newest.Layout != nullptr)
		{
			Announced[Index] = Subject.Taken;
			Found.Performer = Subject.Performer;
			Found.Frame = Subject.Newest;
			Found.ArrivedS = Subject.ArrivedS;
			Found.SmoothS = Subject.Buffer.Clock().IsSet() ? Subject.Buffer.Clock().ToLocal(Subject.Newest.Motion.MonotonicNs) : Subject.ArrivedS;
			return true;
		}
	}
	return false;
}

bool FStreamHub::Sample(int Performer, EPlayout Mode, double NowS, FStreamFrame& Out, FPerformerState& State)
{
	const std::unique_lock<std::mutex> Lock = TryLock(Mutex);
	if (!Lock.owns_lock())
	{
		return false;
	}
	State = FPerformerState();
	State.Source = Table.Status().State;
	const FSubject* Subject = Table.Find(Performer);
	if (Subject == nullptr || Subject->Newest.Layout == nullptr)
	{
		return true;
	}
	State.bStale = Subject->IsStale(NowS);
	State.AgeS = NowS - Subject->ArrivedS;
	if (Mode == EPlayout::Smooth)
	{
		State.Moment = Table.Sample(Performer, NowS, Out);
		return true;
	}
	Out = Subject->Newest;
	State.Moment = EMoment::Latest;
	return true;
}

bool FStreamHub::Read(double NowS, FHubState& State)
{
	const std::unique_lock<std::mutex> Lock = TryLock(Mutex);
	if (!Lock.owns_lock())
	{
		return false;
	}
	State.Counters = Table.Counters();
	State.Source = Table.Status().State;
	State.bStale = Table.IsStale(NowS);
	State.Performers.clear();
	for (const std::unique_ptr<FSubject>& Subject : Table.Subjects())
	{
		State.Performers.push_back(Subject->Performer);
	}
	State.DelayS = Table.Subjects().empty() ? 0.0 : Table.Subjects().front()->Buffer.DelayS();
	return true;
}

bool FStreamHub::TakeMessages(std::vector<std::string>& Messages)
{
	const std::unique_lock<std::mutex> Lock = TryLock(Mutex);
	if (!Lock.owns_lock())
	{
		return false;
	}
	for (std::vector<std::string> Found : {Table.TakeMessages(), std::exchange(Notes, {})})
	{
		Messages.insert(Messages.end(), std::make_move_iterator(Found.begin()), std::make_move_iterator(Found.end()));
	}
	return true;
}

void FStreamHub::Join(std::shared_ptr<IFrameListener> Listener)
{
	const std::lock_guard<std::mutex> Lock(ListenersMutex);
	Listeners.push_back(std::move(Listener));
}

void FStreamHub::Leave(const IFrameListener& Listener)
{
	const std::lock_guard<std::mutex> Lock(ListenersMutex);
	const auto IsIt = [&Listener](const std::shared_ptr<IFrameListener>& Entry) { return Entry.get() == &Listener; };
	Listeners.erase(std::remove_if(Listeners.begin(), Listeners.end(), IsIt), Listeners.end());
}
} // namespace Koekata
