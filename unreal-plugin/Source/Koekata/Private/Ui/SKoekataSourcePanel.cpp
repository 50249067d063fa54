#include "Ui/SKoekataSourcePanel.h"

#include "ILiveLinkSource.h"
#include "KoekataSettings.h"
#include "Misc/CString.h"
#include "UObject/UObjectGlobals.h"
#include "Widgets/Input/SButton.h"
#include "Widgets/Input/SEditableTextBox.h"
#include "Widgets/Layout/SBox.h"
#include "Widgets/SBoxPanel.h"
#include "Widgets/Text/STextBlock.h"

#define LOCTEXT_NAMESPACE "SKoekataSourcePanel"

void SKoekataSourcePanel::Construct(const FArguments& InArgs)
{
	Factory = InArgs._Factory;
	OnSourceCreated = InArgs._OnSourceCreated;
	Connection = GetDefault<UKoekataSettings>()->Connection;
	const FText Port = FText::FromString(FString::FromInt(Connection.OscPort));
	// clang-format off
	ChildSlot
	[
		SNew(SBox).WidthOverride(360.0f).Padding(FMargin(4.0f))
		[
			SNew(SVerticalBox)
			+ SVerticalBox::Slot().AutoHeight()
			[
				MakeRow(LOCTEXT("ZeroMq", "ZeroMQ"), LOCTEXT("ZeroMqTip", "The address that the sidecar shows when it starts. Keys and the rest are settings of the source."),
						FText::FromString(Connection.Endpoint), EKoekataTransport::ZeroMQ, EndpointBox)
			]
			+ SVerticalBox::Slot().AutoHeight()
			[
				MakeRow(LOCTEXT("Osc", "OSC, port"), LOCTEXT("OscTip", "The port of this machine that the sidecar sends OSC to, where ZeroMQ is not possible."), Port, EKoekataTransport::OSC, PortBox)
			]
			+ SVerticalBox::Slot().AutoHeight()
			[
				SNew(STextBlock).Text(this, &SKoekataSourcePanel::GetProblem).AutoWrapText(true)
			]
		]
	];
	// clang-format on
}

TSharedRef<SWidget> SKoekataSourcePanel::MakeRow(const FText& Label, const FText& Tip, const FText& Value, EKoekataTransport Transport, TSharedPtr<SEditableTextBox>& Box)
{
	// clang-format off
	return SNew(SHorizontalBox)
		+ SHorizontalBox::Slot().FillWidth(0.25f).VAlign(VAlign_Center)
		[
			SNew(STextBlock).Text(Label)
		]
		+ SHorizontalBox::Slot().FillWidth(0.6f)
		[
			SAssignNew(Box, SEditableTextBox).Text(Value).ToolTipText(Tip).SelectAllTextWhenFocused(true)
		]
		+ SHorizontalBox::Slot().AutoWidth().Padding(FMargin(4.0f, 0.0f))
		[
			SNew(SButton).Text(LOCTEXT("Add", "Add")).OnClicked(this, &SKoekataSourcePanel::Add, Transport)
		];
	// clang-format on
}

FReply SKoekataSourcePanel::Add(EKoekataTransport Transport)
{
	if (ReadBoxes(Transport) && Factory.IsValid())
	{
		const FString Text = Connection.ToText();
		OnSourceCreated.ExecuteIfBound(Factory->CreateSource(Text), Text);
	}
	return FReply::Handled();
}

bool SKoekataSourcePanel::ReadBoxes(EKoekataTransport Transport)
{
	Connection.Transport = Transport;
	Problem = FText::GetEmpty();
	const FString Endpoint = EndpointBox->GetText().ToString().TrimStartAndEnd();
	const FString Port = PortBox->GetText().ToString().TrimStartAndEnd();
	if (Transport == EKoekataTransport::ZeroMQ)
	{
		Connection.Endpoint = Endpoint;
		Problem = Endpoint.Contains(TEXT("://")) ? FText::GetEmpty() : LOCTEXT("NoAddress", "An address looks like tcp://192.168.1.20:39600.");
		return Problem.IsEmpty();
	}
	// Atoi makes a number of anything: of 1.5, of what is too large. Such a number is not what was written.
	Connection.OscPort = FCString::Atoi(*Port);
	const bool bPort = FString::FromInt(Connection.OscPort).Equals(Port) && Connection.OscPort >= 1 && Connection.OscPort <= 65535;
	Problem = bPort ? FText::GetEmpty() : LOCTEXT("NoPort", "A port is a number from 1 to 65535, such as 39601.");
	return bPort;
}

#undef LOCTEXT_NAMESPACE
