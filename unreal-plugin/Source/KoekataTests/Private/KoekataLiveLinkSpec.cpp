#include "Features/IModularFeatures.h"
#include "ILiveLinkClient.h"
#include "ILiveLinkSource.h"
#include "Koekata/Binding/PropertyPlan.h"
#include "KoekataConnection.h"
#include "KoekataLiveLinkSourceFactory.h"
#include "KoekataLiveLinkSourceSettings.h"
#include "KoekataTestFlags.h"
#include "UObject/UObjectGlobals.h"

#include <algorithm>

#if WITH_DEV_AUTOMATION_TESTS

/** A source comes, listens and goes; frames become the names and numbers of Live Link. */
BEGIN_DEFINE_SPEC(FKoekataLiveLinkSpec, "Koekata.LiveLink", KOEKATA_TEST_FLAGS)
	TSharedPtr<ILiveLinkSource> Make(const FString& Text) const;
	Koekata::FStreamFrame FrameOf(double Weight, bool bObserved) const;
END_DEFINE_SPEC(FKoekataLiveLinkSpec)

TSharedPtr<ILiveLinkSource> FKoekataLiveLinkSpec::Make(const FString& Text) const
{
	return GetDefault<UKoekataLiveLinkSourceFactory>()->CreateSource(Text);
}

Koekata::FStreamFrame FKoekataLiveLinkSpec::FrameOf(double Weight, bool bObserved) const
{
	Koekata::FChannelLayout Layout;
	Layout.Layout = 1;
	Layout.Channels = {"jawOpen", "tongueOut"};
	Koekata::FStreamFrame Frame;
	Frame.Layout = std::make_shared<const Koekata::FChannelLayout>(Layout);
	Frame.Motion.Weights = {Weight, 0.0};
	Frame.Motion.ChannelConfidence = {bObserved ? 1.0 : 0.0, 0.0};
	Frame.Motion.bTracked = true;
	return Frame;
}

void FKoekataLiveLinkSpec::Define()
{
	Describe(TEXT("a source"), [this]()
	{
		It(TEXT("is made of an empty text with the project's connection"), [this]()
		{
			TestValid(TEXT("source"), Make(FString()));
		});

		It(TEXT("is not made of what is no connection"), [this]()
		{
			AddExpectedError(TEXT("is no connection of Koekata"), EAutomationExpectedErrorFlags::Contains, 1);
			TestFalse(TEXT("source"), Make(TEXT("nonsense")).IsValid());
		});

		It(TEXT("keeps its connection through a preset's text"), [this]()
		{
			FKoekataConnection Connection, Read;
			Connection.Endpoint = TEXT("tcp://192.168.1.20:39700");
			FString Error;
			TestTrue(TEXT("read"), FKoekataConnection::FromText(Connection.ToText(), Read, Error));
			TestTrue(TEXT("the same"), Read == Connection);
		});

		It(TEXT("is valid from its coming to its going, without any sidecar"), [this]()
		{
			if (!IModularFeatures::Get().IsModularFeatureAvailable(ILiveLinkClient::ModularFeatureName))
			{
				AddWarning(TEXT("Live Link is switched off."));
				return;
			}
			ILiveLinkClient& Client = IModularFeatures::Get().GetModularFeature<ILiveLinkClient>(ILiveLinkClient::ModularFeatureName);
			const TSharedPtr<ILiveLinkSource> Source = Make(FString());
			Client.AddSource(Source);
			TestTrue(TEXT("valid"), Source->IsSourceStillValid());
			Source->Update();
			TestFalse(TEXT("a status"), Source->GetSourceStatus().IsEmpty());
			TestTrue(TEXT("settings"), Source->GetSettingsClass() == UKoekataLiveLinkSourceSettings::StaticClass());
			TestTrue(TEXT("goes at once"), Source->RequestSourceShutdown());
			TestFalse(TEXT("no longer valid"), Source->IsSourceStillValid());
			Client.RemoveSource(Source);
		});
	});

	Describe(TEXT("a frame"), [this]()
	{
		It(TEXT("names an observed channel in Epic's spelling, and leaves out what was never observed"), [this]()
		{
			Koekata::FPropertyPlan Plan;
			Plan.Follow(FrameOf(0.5, true));
			const std::vector<std::string>& Names = Plan.Names();
			TestTrue(TEXT("JawOpen"), std::count(Names.begin(), Names.end(), "JawOpen") == 1);
			TestTrue(TEXT("TongueOut"), std::count(Names.begin(), Names.end(), "TongueOut") == 0);
		});

		It(TEXT("keeps the last value of a channel that is not observed any more"), [this]()
		{
			Koekata::FPropertyPlan Plan;
			Plan.Follow(FrameOf(0.5, true));
			Plan.Values(FrameOf(0.5, true));
			const Koekata::FStreamFrame Hidden = FrameOf(0.0, false);
			TestFalse(TEXT("the names stay"), Plan.Follow(Hidden));
			const std::vector<std::string>& Names = Plan.Names();
			const size_t Jaw = static_cast<size_t>(std::find(Names.begin(), Names.end(), "JawOpen") - Names.begin());
			TestEqual(TEXT("JawOpen"), static_cast<double>(Plan.Values(Hidden)[Jaw]), 0.5);
		});
	});
}

#endif
