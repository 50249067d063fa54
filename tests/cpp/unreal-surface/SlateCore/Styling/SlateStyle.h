#pragma once

#include "Containers/UnrealString.h"
#include "Styling/ISlateStyle.h"

/**
 * Page: API/Runtime/SlateCore/Styling, FSlateStyleSet (5.0 to 5.4); it brings no brush of its own with certainty.
 * Used by: LucidDelta/UE5AgentCVar UE5AgentCVarStyle.cpp, smokescreen690/LiveLinkMVNPlugin-UE5.4.2 MvnRemoteControlUtils.cpp.
 */
class FSlateStyleSet : public ISlateStyle
{
public:
	explicit FSlateStyleSet(const FName& Name);
	const FName& GetStyleSetName() const override;
	const FSlateBrush* GetBrush(const FName Name, const ANSICHAR* Specifier = nullptr, const ISlateStyle* Requester = nullptr) const override;
	virtual void SetContentRoot(const FString& Folder);
	virtual FString RootToContentDir(const ANSICHAR* Path, const TCHAR* Extension);
	virtual FString RootToContentDir(const TCHAR* Path, const TCHAR* Extension);
	virtual FString RootToContentDir(const FString& Path, const TCHAR* Extension);
	template <typename Brush> void Set(const FName Name, Brush* Given)
	{
		static_assert(std::is_base_of_v<FSlateBrush, Brush>, "a style takes brushes");
	}
};
