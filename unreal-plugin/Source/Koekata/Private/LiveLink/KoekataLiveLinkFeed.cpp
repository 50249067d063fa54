#include "KoekataLiveLinkFeed.h"

#include "HAL/PlatformTime.h"
#include "Koekata/Transport/ZmqReceiver.h"
#include "KoekataText.h"
#include "LiveLinkTypes.h"
#include "Misc/App.h"
#include "Misc/DateTime.h"
#include "Misc/ScopeLock.h"
#include "Roles/LiveLinkBasicRole.h"
#include "Roles/LiveLinkBasicTypes.h"

namespace
{
FName SubjectNameOf(const FString& Base, int Performer)
{
	return FName(*(Performer == 0 ? Base : FString::Printf(TEXT("%s-%d"), *Base, Performer)));
}

Koekata::FTimecodeRate CoreRate(const FFrameRate& Rate)
{
	Koekata::FTimecodeRate Found;
	Found.Numerator = Rate.Numerator;
	Found.Denominator = Rate.Denominator;
	return Found;
}

/** Frames since midnight, with the share of the one that has begun. */
FQualifiedFrameTime Qualified(double Frames, const FFrameRate& Rate)
{
	const double Whole = FMath::FloorToDouble(Frames);
	// As a float, the share may be rounded up to 1, which a sub-frame is not.
	const float Share = FMath::Min(static_cast<float>(Frames - Whole), FFrameTime::MaxSubframe);
	return FQualifiedFrameTime(FFrameTime(FFrameNumber(static_cast<int32>(Whole)), Share), Rate);
}

/** Seconds since midnight of this machine's time zone. */
double SecondsOfDay(int64 WallNs)
{
	const FDateTime Utc = FDateTime::FromUnixTimestamp(WallNs / 1000000000);
	// The two are read one after the other, and time zones are whole minutes.
	const double Zone = FMath::FloorToDouble((FDateTime::Now() - FDateTime::UtcNow()).GetTotalSeconds() / 60.0 + 0.5) * 60.0;
	return (Utc + FTimespan::FromSeconds(Zone)).GetTimeOfDay().GetTotalSeconds() + static_cast<double>(WallNs % 1000000000) * 1e-9;
}
} // namespace

void FKoekataLiveLinkFeed::Configure(const FKoekataFeedSettings& NewSettings)
{
	const FScopeLock Lock(&Section);
	Wanted = NewSettings;
	bChanged = true;
	EngineTime = FApp::GetCurrentFrameTime();
}

void FKoekataLiveLinkFeed::TakeEngineTime()
{
	const FScopeLock Lock(&Section);
	EngineTime = FApp::GetCurrentFrameTime();
}

void FKoekataLiveLinkFeed::OnFrame(const Koekata::FHeardFrame& Heard)
{
	if (!bOpen)
	{
		return;
	}
	TakeSettings();
	if (!Settings.Wants(Heard.Performer))
	{
		return;
	}
	FSubject& Subject = Subjects[Heard.Performer];
	if (Subject.Plan.Follow(Heard.Frame) || !Subject.bNamed)
	{
		Subject.Key = FLiveLinkSubjectKey(Source, SubjectNameOf(Settings.SubjectName, Heard.Performer));
		PushNames(Subject);
	}
	PushValues(Subject, Heard);
}

void FKoekataLiveLinkFeed::TakeSettings()
{
	FKoekataFeedSettings Before;
	{
		const FScopeLock Lock(&Section);
		if (!bChanged)
		{
			return;
		}
		bChanged = false;
		Before = Settings;
		Settings = Wanted;
	}
	for (const std::pair<const int, FSubject>& Entry : Subjects)
	{
		if (Before.SubjectName != Settings.SubjectName || !Settings.Wants(Entry.first))
		{
			Client->RemoveSubject_AnyThread(Entry.second.Key);
		}
	}
	Subjects.clear();
}

void FKoekataLiveLinkFeed::PushNames(FSubject& Subject)
{
	FLiveLinkStaticDataStruct Data(FLiveLinkBaseStaticData::StaticStruct());
	FLiveLinkBaseStaticData& Names = *Data.Cast<FLiveLinkBaseStaticData>();
	for (const std::string& Name : Subject.Plan.Names())
	{
		Names.PropertyNames.Add(KoekataText::NameFromCore(Name));
	}
	Client->PushSubjectStaticData_AnyThread(Subject.Key, ULiveLinkBasicRole::StaticClass(), MoveTemp(Data));
	Subject.bNamed = true;
}

void FKoekataLiveLinkFeed::PushValues(FSubject& Subject, const Koekata::FHeardFrame& Heard)
{
	FLiveLinkFrameDataStruct Data(FLiveLinkBaseFrameData::StaticStruct());
	FLiveLinkBaseFrameData& Frame = *Data.Cast<FLiveLinkBaseFrameData>();
	const std::vector<float>& Values = Subject.Plan.Values(Heard.Frame);
	Frame.PropertyValues.Append(Values.data(), static_cast<int32>(Values.size()));
	// The core's clock and the engine's differ by a constant.
	const double LocalS = Settings.Playback == EKoekataPlayback::Smooth ? Heard.SmoothS : Heard.ArrivedS;
	Frame.WorldTime = FLiveLinkWorldTime(LocalS + (FPlatformTime::Seconds() - Koekata::LocalSeconds()), 0.0);
	Frame.MetaData.SceneTime = SceneTime(Subject, Heard);
	Client->PushSubjectFrameData_AnyThread(Subject.Key, MoveTemp(Data));
}

FQualifiedFrameTime FKoekataLiveLinkFeed::SceneTime(FSubject& Subject, const Koekata::FHeardFrame& Heard)
{
	const Koekata::FFrameMessage& Motion = Heard.Frame.Motion;
	if (Settings.Timecode == EKoekataTimecode::SystemTime)
	{
		return Qualified(Koekata::FSceneClock::FromClock(SecondsOfDay(Motion.WallNs), CoreRate(Settings.Rate)), Settings.Rate);
	}
	double Frames = 0.0;
	if (Settings.Timecode == EKoekataTimecode::Source && Subject.Clock.FromSource(Motion, CoreRate(Settings.Rate), Frames))
	{
		return Qualified(Frames, Settings.Rate);
	}
	const FScopeLock Lock(&Section);
	return EngineTime.IsSet() ? EngineTime.GetValue() : FQualifiedFrameTime();
}
