#pragma once

#include "CoreMinimal.h"
#include "HAL/CriticalSection.h"
#include "ILiveLinkClient.h"
#include "Koekata/Axes/SceneClock.h"
#include "Koekata/Binding/PropertyPlan.h"
#include "Koekata/Subjects/StreamHub.h"
#include "KoekataLiveLinkSourceSettings.h"
#include "Misc/Guid.h"
#include "Misc/Optional.h"
#include "Misc/QualifiedFrameTime.h"

#include <atomic>
#include <map>

/** What a feed goes by, copied from the settings of the source. */
struct FKoekataFeedSettings
{
	TArray<int32> Performers;
	FString SubjectName;
	EKoekataPlayback Playback = EKoekataPlayback::Smooth;
	EKoekataTimecode Timecode = EKoekataTimecode::Source;
	FFrameRate Rate = FFrameRate(30, 1);

	bool Wants(int Performer) const { return Performers.IsEmpty() || Performers.Contains(Performer); }
};

/**
 * Hands frames to Live Link on the thread that receives them. Live Link takes in what was pushed before it asks its sources,
 * so a frame that is pushed when a source is asked would be shown one frame too late.
 */
class FKoekataLiveLinkFeed final : public Koekata::IFrameListener
{
public:
	FKoekataLiveLinkFeed(ILiveLinkClient& InClient, const FGuid& InSource) : Client(&InClient), Source(InSource) {}

	/** Game thread. */
	void Configure(const FKoekataFeedSettings& NewSettings);
	/** Game thread, every frame: the engine's timecode is not to be read on another. */
	void TakeEngineTime();
	/** Nothing is pushed any more. */
	void Close() { bOpen = false; }

	virtual void OnFrame(const Koekata::FHeardFrame& Heard) override;

private:
	struct FSubject
	{
		Koekata::FPropertyPlan Plan;
		Koekata::FSceneClock Clock;
		FLiveLinkSubjectKey Key;
		bool bNamed = false;
	};

	void TakeSettings();
	void PushNames(FSubject& Subject);
	void PushValues(FSubject& Subject, const Koekata::FHeardFrame& Heard);
	FQualifiedFrameTime SceneTime(FSubject& Subject, const Koekata::FHeardFrame& Heard);

	ILiveLinkClient* Client;
	FGuid Source;
	std::atomic<bool> bOpen{true};

	FCriticalSection Section;
	FKoekataFeedSettings Wanted;
	bool bChanged = false;
	/** Not set where the engine has none. */
	TOptional<FQualifiedFrameTime> EngineTime;

	/** The receiving thread's own. */
	FKoekataFeedSettings Settings;
	std::map<int, FSubject> Subjects;
};
