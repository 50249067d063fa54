#pragma once

/** Page: API/Runtime/Core/Features, IModularFeature. */
class IModularFeature
{
public:
	virtual ~IModularFeature() {}
};
