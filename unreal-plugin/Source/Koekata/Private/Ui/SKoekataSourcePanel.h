#pragma once

#include "KoekataConnection.h"
#include "KoekataLiveLinkSourceFactory.h"
#include "Input/Reply.h"
#include "UObject/WeakObjectPtr.h"
#include "UObject/WeakObjectPtrTemplates.h"
#include "Widgets/DeclarativeSyntaxSupport.h"
#include "Widgets/SCompoundWidget.h"

class SEditableTextBox;

/** What opens under Source, Koekata in the window Live Link: an address for ZeroMQ, or a port for OSC, and Add. */
class SKoekataSourcePanel : public SCompoundWidget
{
public:
	SLATE_BEGIN_ARGS(SKoekataSourcePanel) : _Factory(nullptr) {}
		SLATE_ARGUMENT(const UKoekataLiveLinkSourceFactory*, Factory)
		SLATE_EVENT(ULiveLinkSourceFactory::FOnLiveLinkSourceCreated, OnSourceCreated)
	SLATE_END_ARGS()

	void Construct(const FArguments& InArgs);

private:
	TSharedRef<SWidget> MakeRow(const FText& Label, const FText& Tip, const FText& Value, EKoekataTransport Transport, TSharedPtr<SEditableTextBox>& Box);
	FReply Add(EKoekataTransport Transport);
	/** False, with the reason shown, where what was typed is no address or no port. */
	bool ReadBoxes(EKoekataTransport Transport);
	FText GetProblem() const { return Problem; }

	TWeakObjectPtr<const UKoekataLiveLinkSourceFactory> Factory;
	ULiveLinkSourceFactory::FOnLiveLinkSourceCreated OnSourceCreated;
	FKoekataConnection Connection;
	TSharedPtr<SEditableTextBox> EndpointBox;
	TSharedPtr<SEditableTextBox> PortBox;
	FText Problem;
};
