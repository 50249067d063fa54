#pragma once

#include "CoreMinimal.h"

/**
 * Pages: "Write C++ Tests", "Automation Spec"; API/Runtime/Core/Misc, EAutomationTestFlags (5.4, 5.5, newest), FAutomationTestBase
 * (5.0, 5.3 to 5.5, newest), FAutomationSpecBase (5.1, 5.3, 5.5, newest). The flags are plain numbers up to 5.4 and a strong
 * enumeration from 5.5 on; EditorContext and so on are there in both. An error or a warning in the log is one of the test
 * that runs; AddExpectedError says which belong there, and takes a fourth argument from 5.4 on.
 * Used by: w4bremer/template-unreal, which tells the two kinds of flags apart at 5.5.
 */
#if ENGINE_MINOR_VERSION >= 5
enum class EAutomationTestFlags : uint32 { None = 0, EditorContext = 1, ClientContext = 2, ProductFilter = 0x04000000 };
constexpr EAutomationTestFlags operator|(EAutomationTestFlags A, EAutomationTestFlags B)
{
	return static_cast<EAutomationTestFlags>(static_cast<uint32>(A) | static_cast<uint32>(B));
}
using SurfaceTestFlags = EAutomationTestFlags;
#else
struct EAutomationTestFlags
{
	enum Type { EditorContext = 1, ClientContext = 2, ProductFilter = 0x04000000 };
};
using SurfaceTestFlags = uint32;
#endif
namespace EAutomationExpectedErrorFlags
{
enum MatchType { Exact, Contains };
}
class FAutomationTestBase
{
public:
	FAutomationTestBase(const FString& Name, bool bComplex);
	virtual ~FAutomationTestBase();
	virtual bool RunTest(const FString& Parameters) = 0;
	virtual void GetTests(TArray<FString>& Names, TArray<FString>& Commands) const = 0;
	virtual void AddError(const FString& Text, int32 StackOffset = 0);
	virtual void AddWarning(const FString& Text, int32 StackOffset = 0);
#if ENGINE_MINOR_VERSION >= 4
	void AddExpectedError(FString Pattern, EAutomationExpectedErrorFlags::MatchType Match = EAutomationExpectedErrorFlags::Contains, int32 Occurrences = 1, bool bIsRegex = true);
#else
	void AddExpectedError(FString Pattern, EAutomationExpectedErrorFlags::MatchType Match = EAutomationExpectedErrorFlags::Contains, int32 Occurrences = 1);
#endif
	bool HasAnyErrors() const;
	bool TestTrue(const TCHAR* What, bool Value);
	bool TestTrue(const FString& What, bool Value);
	bool TestFalse(const TCHAR* What, bool Value);
	bool TestFalse(const FString& What, bool Value);
	bool TestEqual(const TCHAR* What, int32 Actual, int32 Expected);
	bool TestEqual(const TCHAR* What, int64 Actual, int64 Expected);
	bool TestEqual(const TCHAR* What, float Actual, float Expected, float Tolerance = 1.e-4f);
	bool TestEqual(const TCHAR* What, double Actual, double Expected, double Tolerance = 1.e-4);
	bool TestEqual(const FString& What, int32 Actual, int32 Expected);
	bool TestEqual(const FString& What, float Actual, float Expected, float Tolerance = 1.e-4f);
	bool TestEqual(const FString& What, double Actual, double Expected, double Tolerance = 1.e-4);
	template <typename T> bool TestEqual(const TCHAR* What, const T& Actual, const T& Expected);
	template <typename T> bool TestEqual(const FString& What, const T& Actual, const T& Expected);
	template <typename T> bool TestNotNull(const TCHAR* What, const T* Pointer);
#if ENGINE_MINOR_VERSION >= 4
	template <typename T> bool TestValid(const TCHAR* What, const T& Value);
#else
	template <typename T> bool TestValid(const TCHAR* What, const TSharedPtr<T>& Pointer);
#endif
};
class FAutomationSpecBase : public FAutomationTestBase, public TSharedFromThis<FAutomationSpecBase>
{
public:
	FAutomationSpecBase(const FString& Name, bool bComplex);
	bool RunTest(const FString& Parameters) override;
	void GetTests(TArray<FString>& Names, TArray<FString>& Commands) const override;
	void Describe(const FString& Description, TFunction<void()> Work);
	void It(const FString& Description, TFunction<void()> Work);
	void BeforeEach(TFunction<void()> Work);
	void AfterEach(TFunction<void()> Work);

protected:
	virtual void Define() = 0;
};
#define IMPLEMENT_COMPLEX_AUTOMATION_TEST(Class, Name, Flags)                                                \
	class Class : public FAutomationTestBase                                                                  \
	{                                                                                                         \
	public:                                                                                                   \
		explicit Class(const FString& InName) : FAutomationTestBase(InName, true) {}                          \
		static constexpr SurfaceTestFlags TestFlags = Flags;                                                  \
		bool RunTest(const FString& Parameters) override;                                                     \
		void GetTests(TArray<FString>& OutBeautifiedNames, TArray<FString>& OutTestCommands) const override;  \
	};                                                                                                        \
	static_assert(sizeof(Name) > 1, "a test needs a name");
#define BEGIN_DEFINE_SPEC(Class, Name, Flags)                                                                 \
	class Class : public FAutomationSpecBase                                                                  \
	{                                                                                                         \
	public:                                                                                                   \
		explicit Class(const FString& InName) : FAutomationSpecBase(InName, false) {}                         \
		static constexpr SurfaceTestFlags TestFlags = Flags;                                                  \
		static_assert(sizeof(Name) > 1, "a spec needs a name");                                               \
                                                                                                              \
	protected:                                                                                                \
		void Define() override;
#define END_DEFINE_SPEC(Class) \
	};
