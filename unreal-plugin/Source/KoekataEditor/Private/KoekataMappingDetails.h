#pragma once

#include "IDetailCustomization.h"
#include "Input/Reply.h"
#include "UObject/WeakObjectPtr.h"
#include "UObject/WeakObjectPtrTemplates.h"

class IDetailCategoryBuilder;
class UKoekataMappingAsset;
struct FKoekataMappingFault;

/** The details of a mapping asset: whether its table is taken, each fault with its place, and what it drives now. */
class FKoekataMappingDetails : public IDetailCustomization
{
public:
	static TSharedRef<IDetailCustomization> Make();
	virtual ~FKoekataMappingDetails() override;

	virtual void CustomizeDetails(const TSharedPtr<IDetailLayoutBuilder>& DetailBuilder) override;
	virtual void CustomizeDetails(IDetailLayoutBuilder& DetailBuilder) override;

private:
	void AddState(IDetailCategoryBuilder& Category, const UKoekataMappingAsset& Shown);
	void AddFault(IDetailCategoryBuilder& Category, const UKoekataMappingAsset& Shown, const FKoekataMappingFault& Fault);
	FReply OpenFile();
	FReply ReadAnew();
	void Refresh();

	TWeakPtr<IDetailLayoutBuilder> Builder;
	TWeakObjectPtr<UKoekataMappingAsset> Asset;
	FDelegateHandle Changed;
};
