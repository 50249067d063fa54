#include "KoekataMappingDetails.h"

#include "DetailLayoutBuilder.h"
#include "KoekataMappingAsset.h"
#include "KoekataMappingImport.h"
#include "SKoekataMeters.h"
#include "Templates/Casts.h"
#include "Widgets/Input/SButton.h"
#include "Widgets/Input/SHyperlink.h"
#include "Widgets/SBoxPanel.h"
#include "Widgets/Text/STextBlock.h"

#define LOCTEXT_NAMESPACE "KoekataMappingDetails"

TSharedRef<IDetailCustomization> FKoekataMappingDetails::Make()
{
	return MakeShared<FKoekataMappingDetails>();
}

FKoekataMappingDetails::~FKoekataMappingDetails()
{
	if (Asset.IsValid())
	{
		Asset->OnChanged().Remove(Changed);
	}
}

void FKoekataMappingDetails::CustomizeDetails(const TSharedPtr<IDetailLayoutBuilder>& DetailBuilder)
{
	Builder = DetailBuilder;
	CustomizeDetails(*DetailBuilder);
}

void FKoekataMappingDetails::CustomizeDetails(IDetailLayoutBuilder& DetailBuilder)
{
	TArray<TWeakObjectPtr<UObject>> Objects;
	DetailBuilder.GetObjectsBeingCustomized(Objects);
	UKoekataMappingAsset* Shown = Objects.Num() == 1 ? Cast<UKoekataMappingAsset>(Objects[0].Get()) : nullptr;
	if (Shown == nullptr)
	{
		return;
	}
	Asset = Shown;
	Shown->OnChanged().Remove(Changed);
	Changed = Shown->OnChanged().AddSP(this, &FKoekataMappingDetails::Refresh);
	// Texts and faults stand in it as plain properties; they are shown in another way.
	DetailBuilder.HideCategory("Koekata");
	IDetailCategoryBuilder& Table = DetailBuilder.EditCategory("KoekataTable", LOCTEXT("Table", "Mapping Table"), ECategoryPriority::Important);
	AddState(Table, *Shown);
	for (const FKoekataMappingFault& Fault : Shown->Faults)
	{
		AddFault(Table, *Shown, Fault);
	}
	IDetailCategoryBuilder& Live = DetailBuilder.EditCategory("KoekataLive", LOCTEXT("Live", "Live"), ECategoryPriority::TypeSpecific);
	// clang-format off
	Live.AddCustomRow(LOCTEXT("Meters", "Meters")).WholeRowContent()
	[
		SNew(SKoekataMeters).Asset(Shown)
	];
	// clang-format on
}

void FKoekataMappingDetails::AddState(IDetailCategoryBuilder& Category, const UKoekataMappingAsset& Shown)
{
	const FText Taken = FText::Format(LOCTEXT("Taken", "Taken: it drives {0} targets"), Shown.GetTargetIds().Num());
	const FText Refused = FText::Format(LOCTEXT("Refused", "{0} faults: the last good table goes on"), Shown.Faults.Num());
	const FText Nothing = FText::Format(LOCTEXT("Nothing", "{0} faults: nothing is driven"), Shown.Faults.Num());
	const FText State = Shown.Faults.IsEmpty() ? Taken : Shown.IsLoaded() ? Refused : Nothing;
	// clang-format off
	Category.AddCustomRow(LOCTEXT("State", "State")).WholeRowContent()
	[
		SNew(SHorizontalBox)
		+ SHorizontalBox::Slot().FillWidth(1.0f).VAlign(VAlign_Center)
		[
			SNew(STextBlock).Text(State).Font(IDetailLayoutBuilder::GetDetailFontBold()).AutoWrapText(true)
		]
		+ SHorizontalBox::Slot().AutoWidth().Padding(FMargin(4.0f, 0.0f))
		[
			SNew(SButton).Text(LOCTEXT("Open", "Open File")).OnClicked(this, &FKoekataMappingDetails::OpenFile)
		]
		+ SHorizontalBox::Slot().AutoWidth()
		[
			SNew(SButton).Text(LOCTEXT("Read", "Read Anew")).OnClicked(this, &FKoekataMappingDetails::ReadAnew)
		]
	];
	// clang-format on
}

void FKoekataMappingDetails::AddFault(IDetailCategoryBuilder& Category, const UKoekataMappingAsset& Shown, const FKoekataMappingFault& Fault)
{
	const FString Path = KoekataMappingImport::Absolute(Shown, Fault.File);
	const FText Place = FText::FromString(FString::Printf(TEXT("%s:%d:%d"), *Fault.File, Fault.Line, Fault.Column));
	const FText Sentence = FText::FromString(FString::Printf(TEXT("%s %s"), *Fault.Message, *Fault.Remedy));
	// clang-format off
	Category.AddCustomRow(Place).WholeRowContent()
	[
		SNew(SVerticalBox)
		+ SVerticalBox::Slot().AutoHeight()
		[
			SNew(SHyperlink).Text(Place).ToolTipText(FText::FromString(Path)).OnNavigate_Lambda([Path]() { KoekataMappingImport::Open(Path); })
		]
		+ SVerticalBox::Slot().AutoHeight()
		[
			SNew(STextBlock).Text(Sentence).Font(IDetailLayoutBuilder::GetDetailFont()).AutoWrapText(true)
		]
	];
	// clang-format on
}

FReply FKoekataMappingDetails::OpenFile()
{
	if (Asset.IsValid())
	{
		KoekataMappingImport::Open(KoekataMappingImport::FileOf(*Asset));
	}
	return FReply::Handled();
}

FReply FKoekataMappingDetails::ReadAnew()
{
	if (Asset.IsValid() && KoekataMappingImport::Read(*Asset, KoekataMappingImport::FileOf(*Asset)))
	{
		Asset->MarkPackageDirty();
	}
	return FReply::Handled();
}

void FKoekataMappingDetails::Refresh()
{
	if (const TSharedPtr<IDetailLayoutBuilder> Shown = Builder.Pin())
	{
		Shown->ForceRefreshDetails();
	}
}

#undef LOCTEXT_NAMESPACE
