#pragma once

/** Page: API/Runtime/SlateCore/Layout, EVisibility. */
struct EVisibility
{
	static const EVisibility Visible;
	static const EVisibility Collapsed;
	static const EVisibility Hidden;
	bool operator==(const EVisibility& Other) const;
};
