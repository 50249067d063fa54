#pragma once

#include "Math/Color.h"
#include "UObject/Object.h"

/** Page: API/Runtime/Engine/EdGraph, UEdGraphNode, ENodeTitleType. */
namespace ENodeTitleType
{
enum Type { FullTitle, ListView, EditableTitle, MenuTitle };
}
class UEdGraphPin;
enum EEdGraphPinDirection { EGPD_Input, EGPD_Output, EGPD_MAX };

class UEdGraphNode : public UObject
{
public:
	static UClass* StaticClass();
	UEdGraphPin* FindPin(const FName PinName, const EEdGraphPinDirection Direction = EGPD_MAX) const;
	virtual FText GetNodeTitle(ENodeTitleType::Type Title) const;
	virtual FText GetTooltipText() const;
	virtual FLinearColor GetNodeTitleColor() const;
};
