#include "KoekataEditorStyle.h"

#include "Brushes/SlateImageBrush.h"
#include "Interfaces/IPluginManager.h"
#include "Misc/Paths.h"
#include "Styling/SlateStyleRegistry.h"

FKoekataEditorStyle::FKoekataEditorStyle() : FSlateStyleSet("KoekataEditorStyle")
{
	const TSharedPtr<IPlugin> Plugin = IPluginManager::Get().FindPlugin(TEXT("Koekata"));
	SetContentRoot(FPaths::Combine(Plugin->GetBaseDir(), TEXT("Resources")));
	const FString Icon = RootToContentDir(TEXT("KoekataMapping"), TEXT(".svg"));
	Set("ClassIcon.KoekataMappingAsset", new FSlateVectorImageBrush(Icon, FVector2D(16.0, 16.0)));
	Set("ClassThumbnail.KoekataMappingAsset", new FSlateVectorImageBrush(Icon, FVector2D(64.0, 64.0)));
	FSlateStyleRegistry::RegisterSlateStyle(*this);
}

FKoekataEditorStyle::~FKoekataEditorStyle()
{
	FSlateStyleRegistry::UnRegisterSlateStyle(*this);
}
