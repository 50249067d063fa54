#pragma once

#include "Input/Reply.h"
#include "Widgets/SWidget.h"

/**
 * Page: "Slate Architecture", "Slate Overview" (declarative syntax); API/Runtime/SlateCore/Widgets,
 * TSlateBaseNamedArgs. The markers make the same functions as in the engine: NAME(value), NAME(object, method),
 * NAME_Lambda(...).
 */
template <class Widget> struct TSurfaceMade
{
	template <typename Variable> TSurfaceMade& Expose(Variable& Where)
	{
		Where = TSharedPtr<Widget>();
		return *this;
	}
	template <typename Arguments> TSharedRef<Widget> operator<<=(const Arguments& Given) const
	{
		Widget* Made = new Widget();
		Made->Construct(Given);
		return TSharedRef<Widget>(Made);
	}
};
template <class Derived> struct TSurfaceNamedArguments
{
	Derived& Me() { return static_cast<Derived&>(*this); }
	Derived& ToolTipText(const TAttribute<FText>& Text) { return Me(); }
	template <class Object> Derived& ToolTipText(const Object* This, FText (Object::*Method)() const) { return Me(); }
};
#define SNew(Widget) TSurfaceMade<Widget>() <<= Widget::FArguments()
#define SAssignNew(Variable, Widget) TSurfaceMade<Widget>().Expose(Variable) <<= Widget::FArguments()
#define SLATE_BEGIN_ARGS(Widget)                                        \
public:                                                                 \
	struct FArguments : public TSurfaceNamedArguments<FArguments>       \
	{                                                                   \
		FArguments()
#define SLATE_END_ARGS() \
	};
#define SLATE_ARGUMENT(Type, Name)                                      \
	Type _##Name;                                                       \
	FArguments& Name(Type Value)                                        \
	{                                                                   \
		_##Name = Value;                                                \
		return *this;                                                   \
	}
#define SLATE_ATTRIBUTE(Type, Name)                                     \
	TAttribute<Type> _##Name;                                           \
	FArguments& Name(const TAttribute<Type>& Value)                     \
	{                                                                   \
		_##Name = Value;                                                \
		return *this;                                                   \
	}                                                                   \
	template <class Object> FArguments& Name(const Object* This, Type (Object::*Method)() const) { return *this; } \
	template <typename Lambda> FArguments& Name##_Lambda(Lambda&& Function) { return Name(TAttribute<Type>::CreateLambda(Function)); }
#define SLATE_EVENT(Delegate, Name)                                     \
	Delegate _##Name;                                                   \
	FArguments& Name(const Delegate& Value)                             \
	{                                                                   \
		_##Name = Value;                                                \
		return *this;                                                   \
	}                                                                   \
	template <class Object, typename... Parts> FArguments& Name(Object* This, Parts... Method)                     \
	{                                                                   \
		return Name(Delegate::CreateSP(This, Method...));               \
	}                                                                   \
	template <typename Lambda> FArguments& Name##_Lambda(Lambda&& Function) { return Name(Delegate::CreateLambda(Function)); }
#define SLATE_DEFAULT_SLOT(Arguments, Name)                             \
	FArguments& operator[](const TSharedRef<SWidget>& Content) { return *this; }
