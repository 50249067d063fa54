#pragma once

#include "Koekata/Binding/FaceDriver.h"
#include "Koekata/Subjects/StreamHub.h"
#include "Misc/Optional.h"
#include "UObject/WeakObjectPtr.h"
#include "UObject/WeakObjectPtrTemplates.h"
#include "Widgets/DeclarativeSyntaxSupport.h"
#include "Widgets/SCompoundWidget.h"

class FKoekataReceiver;
class UKoekataMappingAsset;

/** What a table drives at this moment, from the stream of the project's connection: a bar and a number per target. */
class SKoekataMeters : public SCompoundWidget
{
public:
	SLATE_BEGIN_ARGS(SKoekataMeters) : _Asset(nullptr) {}
		/** Read at every step, so that an edited table is shown as it is now. */
		SLATE_ARGUMENT(UKoekataMappingAsset*, Asset)
	SLATE_END_ARGS()

	void Construct(const FArguments& InArgs);

private:
	EActiveTimerReturnType Step(double Now, float DeltaSeconds);
	TSharedRef<SWidget> MakeBars();
	TSharedRef<SWidget> MakeBar(int32 Target);
	/** Of its range: from 0 to 1, nothing for a target without a value. */
	TOptional<float> Share(int32 Target) const;
	FText Number(int32 Target) const;
	FText State() const;
	/** NaN where there is none. */
	double Value(int32 Target) const;

	TWeakObjectPtr<UKoekataMappingAsset> Asset;
	TSharedPtr<FKoekataReceiver> Receiver;
	Koekata::FFaceDriver Driver;
	Koekata::FStreamFrame Frame;
	Koekata::FPerformerState Performer;
	Koekata::FHubState Hub;
};
