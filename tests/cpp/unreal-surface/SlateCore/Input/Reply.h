#pragma once

/** Page: API/Runtime/SlateCore/Input, FReply. */
class FReply
{
public:
	static FReply Handled();
};
