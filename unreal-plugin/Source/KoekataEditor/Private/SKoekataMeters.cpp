#include "SKoekataMeters.h"

#include "DetailLayoutBuilder.h"
#include "Engine/Engine.h"
#include "KoekataMappingAsset.h"
#include "KoekataReceiver.h"
#include "KoekataSettings.h"
#include "KoekataSubsystem.h"
#include "Widgets/Layout/SBox.h"
#include "Widgets/Layout/SScrollBox.h"
#include "Widgets/Notifications/SProgressBar.h"
#include "Widgets/SBoxPanel.h"
#include "Widgets/Text/STextBlock.h"

#include <cmath>
#include <limits>

#define LOCTEXT_NAMESPACE "SKoekataMeters"

namespace
{
constexpr float StepSeconds = 1.0f / 30.0f;

/** A finite low and high: targets without bounds are shown from 0 to 1. */
Koekata::FRange ShownRange(const Koekata::FTarget& Target)
{
	Koekata::FRange Range = Target.Range;
	Range.Low = std::isfinite(Range.Low) ? Range.Low : 0.0;
	Range.High = std::isfinite(Range.High) ? Range.High : 1.0;
	return Range;
}
} // namespace

void SKoekataMeters::Construct(const FArguments& InArgs)
{
	Asset = InArgs._Asset;
	if (UKoekataSubsystem* Subsystem = GEngine->GetEngineSubsystem<UKoekataSubsystem>())
	{
		Receiver = Subsystem->Acquire(GetDefault<UKoekataSettings>()->Connection);
	}
	if (Asset.IsValid())
	{
		Driver.SetTable(Asset->GetTable());
	}
	RegisterActiveTimer(StepSeconds, FWidgetActiveTimerDelegate::CreateSP(this, &SKoekataMeters::Step));
	// clang-format off
	ChildSlot
	[
		SNew(SVerticalBox)
		+ SVerticalBox::Slot().AutoHeight().Padding(FMargin(0.0f, 2.0f))
		[
			SNew(STextBlock).Text(this, &SKoekataMeters::State).Font(IDetailLayoutBuilder::GetDetailFont()).AutoWrapText(true)
		]
		+ SVerticalBox::Slot().AutoHeight()
		[
			SNew(SBox).MaxDesiredHeight(400.0f)[MakeBars()]
		]
	];
	// clang-format on
}

TSharedRef<SWidget> SKoekataMeters::MakeBars()
{
	const TSharedRef<SVerticalBox> Bars = SNew(SVerticalBox);
	if (const Koekata::FMappingEvaluator* Mapping = Driver.Mapping())
	{
		const std::vector<Koekata::FTarget>& Targets = Mapping->Table().Targets;
		for (size_t Target = 0; Target < Targets.size(); ++Target)
		{
			if (Targets[Target].Kind != Koekata::EKind::Event)
			{
				Bars->AddSlot().AutoHeight()[MakeBar(static_cast<int32>(Target))];
			}
		}
	}
	return SNew(SScrollBox) + SScrollBox::Slot()[Bars];
}

TSharedRef<SWidget> SKoekataMeters::MakeBar(int32 Target)
{
	const std::string& Id = Driver.Mapping()->Table().Targets[static_cast<size_t>(Target)].Id;
	// clang-format off
	return SNew(SHorizontalBox)
		+ SHorizontalBox::Slot().FillWidth(0.4f)
		[
			SNew(STextBlock).Text(FText::FromString(UTF8_TO_TCHAR(Id.c_str()))).Font(IDetailLayoutBuilder::GetDetailFont())
		]
		+ SHorizontalBox::Slot().FillWidth(0.45f).VAlign(VAlign_Center)
		[
			SNew(SProgressBar).Percent_Lambda([this, Target]() { return Share(Target); })
		]
		+ SHorizontalBox::Slot().FillWidth(0.15f).HAlign(HAlign_Right)
		[
			SNew(STextBlock).Text_Lambda([this, Target]() { return Number(Target); }).Font(IDetailLayoutBuilder::GetDetailFont())
		];
	// clang-format on
}

EActiveTimerReturnType SKoekataMeters::Step(double, float DeltaSeconds)
{
	if (!Asset.IsValid() || !Receiver.IsValid())
	{
		return EActiveTimerReturnType::Stop;
	}
	// The details are made anew when the table changes, and the bars with them.
	const double NowS = Koekata::LocalSeconds();
	Receiver->GetHub().Read(NowS, Hub);
	const int Shown = Hub.Performers.empty() ? 0 : Hub.Performers.front();
	if (Receiver->GetHub().Sample(Shown, Koekata::EPlayout::Latest, NowS, Frame, Performer) && Performer.Moment != Koekata::EMoment::None)
	{
		Driver.StepStream(Frame, DeltaSeconds, Performer.bStale);
	}
	return EActiveTimerReturnType::Continue;
}

TOptional<float> SKoekataMeters::Share(int32 Target) const
{
	const double Now = Value(Target);
	if (std::isnan(Now))
	{
		return 0.0f;
	}
	const Koekata::FRange Range = ShownRange(Driver.Mapping()->Table().Targets[static_cast<size_t>(Target)]);
	const double Width = Range.High - Range.Low;
	return Width > 0.0 ? static_cast<float>(FMath::Clamp((Now - Range.Low) / Width, 0.0, 1.0)) : 0.0f;
}

FText SKoekataMeters::Number(int32 Target) const
{
	const double Now = Value(Target);
	return std::isnan(Now) ? LOCTEXT("None", "-") : FText::FromString(FString::Printf(TEXT("%.2f"), Now));
}

FText SKoekataMeters::State() const
{
	if (!Driver.IsReady())
	{
		return LOCTEXT("NoTable", "There is no table to show.");
	}
	const FText Heard = Receiver.IsValid() ? Receiver->GetStatus() : FText::GetEmpty();
	return FText::Format(LOCTEXT("Connection", "{0} ({1})"), Heard, FText::FromString(Receiver.IsValid() ? Receiver->GetConnection().Describe() : FString()));
}

double SKoekataMeters::Value(int32 Target) const
{
	const std::vector<double>& Values = Driver.Values();
	const size_t Index = static_cast<size_t>(Target);
	return Index < Values.size() ? Values[Index] : std::numeric_limits<double>::quiet_NaN();
}

#undef LOCTEXT_NAMESPACE
