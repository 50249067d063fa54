#pragma once

#include "Math/Color.h"
#include "UObject/Object.h"

/** Page: API/Runtime/Engine/EdGraph, UEdGraphNode, ENodeTitleType. */
namespace ENodeTitleType
{
enum Type { FullTitle, ListView, EditableTitle, MenuTitle };
}
class UEdGraphNode : public UObject
{
public:
	static UClass* StaticClass();
	virtual FText GetNodeTitle(ENodeTitleType::Type Title) const;
	virtual FText GetTooltipText() const;
	virtual FLinearColor GetNodeTitleColor() const;
};
