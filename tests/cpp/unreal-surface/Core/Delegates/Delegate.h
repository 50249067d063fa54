#pragma once

#include "Templates/Function.h"
#include "Templates/SharedPointer.h"
#include "UObject/NameTypes.h"

/**
 * Page: "Delegates and Lambda Functions in Unreal Engine"; "Multicast Delegates"; "Dynamic Delegates"; API/Runtime/Core,
 * TMulticastDelegateRegistration (newest), TMulticastDelegateBase (5.3). Remove of a handle that is not valid does nothing.
 */
class FDelegateHandle
{
};

template <typename Signature> class TDelegate;
template <typename Result, typename... Arguments> class TDelegate<Result(Arguments...)>
{
public:
	TDelegate(TYPE_OF_NULLPTR = nullptr);
	template <typename Lambda, typename... Payload> static TDelegate CreateLambda(Lambda&& Function, Payload... Load)
	{
		static_assert(std::is_invocable_r_v<Result, Lambda, Arguments..., Payload...>, "the lambda does not fit the delegate");
		return TDelegate();
	}
	template <typename Object, typename Base, typename... Payload> static TDelegate CreateRaw(Object* This, Result (Base::*Method)(Arguments..., Payload...), std::type_identity_t<Payload>... Load);
	template <typename Object, typename Base, typename... Payload> static TDelegate CreateRaw(Object* This, Result (Base::*Method)(Arguments..., Payload...) const, std::type_identity_t<Payload>... Load);
	template <typename Object, typename Base, typename... Payload> static TDelegate CreateSP(Object* This, Result (Base::*Method)(Arguments..., Payload...), std::type_identity_t<Payload>... Load);
	template <typename Object, typename Base, typename... Payload> static TDelegate CreateSP(Object* This, Result (Base::*Method)(Arguments..., Payload...) const, std::type_identity_t<Payload>... Load);
	template <typename Object, typename Base, typename... Payload> static TDelegate CreateSP(const TSharedRef<Object>& This, Result (Base::*Method)(Arguments..., Payload...), std::type_identity_t<Payload>... Load);
	template <typename Object, typename Base, typename... Payload> static TDelegate CreateUObject(Object* This, Result (Base::*Method)(Arguments..., Payload...), std::type_identity_t<Payload>... Load);
	template <typename Object, typename Base, typename... Payload> static TDelegate CreateUObject(Object* This, Result (Base::*Method)(Arguments..., Payload...) const, std::type_identity_t<Payload>... Load);
	template <typename... Payload> static TDelegate CreateStatic(Result (*Function)(Arguments..., Payload...), std::type_identity_t<Payload>... Load);
	Result Execute(Arguments... Args) const;
	template <typename R = Result, typename = std::enable_if_t<std::is_void_v<R>>> bool ExecuteIfBound(Arguments... Args) const;
	bool IsBound() const;
};

template <typename Signature> class TMulticastDelegate;
template <typename... Arguments> class TMulticastDelegate<void(Arguments...)>
{
public:
	using FDelegate = TDelegate<void(Arguments...)>;
	FDelegateHandle Add(const FDelegate& Delegate);
	template <typename Object, typename Base> FDelegateHandle AddSP(Object* This, void (Base::*Method)(Arguments...));
	bool Remove(FDelegateHandle Handle);
	void Broadcast(Arguments... Args) const;
	bool IsBound() const;
	void Clear();
};

#define DECLARE_DELEGATE(Name) typedef TDelegate<void()> Name
#define DECLARE_DELEGATE_OneParam(Name, A) typedef TDelegate<void(A)> Name
#define DECLARE_DELEGATE_TwoParams(Name, A, B) typedef TDelegate<void(A, B)> Name
#define DECLARE_DELEGATE_RetVal(R, Name) typedef TDelegate<R()> Name
#define DECLARE_DELEGATE_RetVal_OneParam(R, Name, A) typedef TDelegate<R(A)> Name
#define DECLARE_DELEGATE_RetVal_TwoParams(R, Name, A, B) typedef TDelegate<R(A, B)> Name
#define DECLARE_MULTICAST_DELEGATE(Name) typedef TMulticastDelegate<void()> Name

DECLARE_DELEGATE(FSimpleDelegate);
DECLARE_MULTICAST_DELEGATE(FSimpleMulticastDelegate);

/** What AddDynamic gives to it is the business of Blueprints; here it is told. */
template <typename... Arguments> class TSurfaceDynamicMulticast
{
public:
	void Broadcast(Arguments... Args) const;
};
#define DECLARE_DYNAMIC_MULTICAST_DELEGATE_OneParam(Name, A, a) class Name : public TSurfaceDynamicMulticast<A> {}
#define DECLARE_DYNAMIC_MULTICAST_DELEGATE_TwoParams(Name, A, a, B, b) class Name : public TSurfaceDynamicMulticast<A, B> {}
