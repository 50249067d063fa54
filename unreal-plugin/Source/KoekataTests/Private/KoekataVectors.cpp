#include "KoekataVectors.h"

#include "HAL/FileManager.h"
#include "Interfaces/IPluginManager.h"
#include "Koekata/Mapping/Evaluator.h"
#include "Misc/AutomationTest.h"
#include "Misc/CommandLine.h"
#include "Misc/FileHelper.h"
#include "Misc/Parse.h"
#include "Misc/Paths.h"
#include "Serialization/JsonReader.h"
#include "Serialization/JsonSerializer.h"
#include "Serialization/JsonWriter.h"

#include <cmath>
#include <limits>

namespace KoekataVectors
{
namespace
{
constexpr double Tolerance = 1e-6;

std::string Utf8(const FString& Text)
{
	const FTCHARToUTF8 Bytes(*Text);
	return std::string(Bytes.Get(), static_cast<size_t>(Bytes.Length()));
}

FString Written(const TSharedPtr<FJsonObject>& Object)
{
	FString Text;
	FJsonSerializer::Serialize(Object.ToSharedRef(), TJsonWriterFactory<>::Create(&Text));
	return Text;
}

/** Texts that stand for numbers that JSON does not have. */
double Number(const TSharedPtr<FJsonValue>& Value)
{
	double Found = 0.0;
	FString Word;
	if (Value->Type == EJson::String && Value->TryGetString(Word))
	{
		const double Infinity = std::numeric_limits<double>::infinity();
		return Word == TEXT("Infinity") ? Infinity : Word == TEXT("-Infinity") ? -Infinity : std::numeric_limits<double>::quiet_NaN();
	}
	Value->TryGetNumber(Found);
	return Found;
}

class FMemory final : public Koekata::ITableFiles
{
public:
	explicit FMemory(const FJsonObject& Case)
	{
		const TSharedPtr<FJsonObject>* Others = nullptr;
		if (Case.TryGetObjectField(TEXT("files"), Others))
		{
			for (const auto& Entry : (*Others)->Values)
			{
				Texts[Utf8(FString(*Entry.Key))] = Utf8(Written(Entry.Value->AsObject()));
			}
		}
		Texts["table.json"] = Utf8(Written(Case.GetObjectField(TEXT("table"))));
	}

	virtual bool Read(const std::string& Path, std::string& Bytes) override
	{
		const auto Found = Texts.find(Path);
		Bytes = Found == Texts.end() ? std::string() : Found->second;
		return Found != Texts.end();
	}

private:
	std::map<std::string, std::string> Texts;
};

Koekata::EFire ActionOf(const FString& Word)
{
	return Word == TEXT("on") ? Koekata::EFire::On : Word == TEXT("off") ? Koekata::EFire::Off : Word == TEXT("toggle") ? Koekata::EFire::Toggle : Koekata::EFire::Unknown;
}

void FillNamed(const FJsonObject& Json, const TCHAR* Field, TFunctionRef<void(const std::string&, double)> Set)
{
	const TSharedPtr<FJsonObject>* Named = nullptr;
	if (!Json.TryGetObjectField(Field, Named))
	{
		return;
	}
	for (const auto& Entry : (*Named)->Values)
	{
		if (Entry.Value->Type != EJson::Null)
		{
			Set(Utf8(FString(*Entry.Key)), Number(Entry.Value));
		}
	}
}

void Fill(const FJsonObject& Json, const Koekata::FMappingEvaluator& Evaluator, Koekata::FMappingFrame& Frame)
{
	Frame.Clear();
	Frame.Dt = Number(Json.TryGetField(TEXT("dt")));
	bool bTracked = true;
	Json.TryGetBoolField(TEXT("tracked"), bTracked);
	Frame.bTracked = bTracked;
	const TSharedPtr<FJsonValue> Time = Json.TryGetField(TEXT("time"));
	Frame.bHasTime = Time.IsValid() && Time->Type != EJson::Null;
	Frame.Time = Frame.bHasTime ? Number(Time) : 0.0;
	FillNamed(Json, TEXT("values"), [&](const std::string& Name, double Value) { Frame.Set(Evaluator.Slot(Name), Value); });
	FillNamed(Json, TEXT("confidence"), [&](const std::string& Name, double Value) { Frame.SetConfidence(Evaluator.Slot(Name), Value); });
	const TArray<TSharedPtr<FJsonValue>>* Fired = nullptr;
	if (Json.TryGetArrayField(TEXT("fire"), Fired))
	{
		for (const TSharedPtr<FJsonValue>& Entry : *Fired)
		{
			const TArray<TSharedPtr<FJsonValue>>& Pair = Entry->AsArray();
			Frame.Fire.push_back({Evaluator.TriggerIndex(Utf8(Pair[0]->AsString())), ActionOf(Pair[1]->AsString())});
		}
	}
}

void Compare(FAutomationTestBase& Test, const FString& Name, const FJsonObject& Frame, const Koekata::FMappingEvaluator& Evaluator)
{
	const TSharedPtr<FJsonObject> Expected = Frame.GetObjectField(TEXT("expected"));
	int32 Given = 0;
	for (size_t Target = 0; Target < Evaluator.Values().size(); ++Target)
	{
		Given += Evaluator.HasValue(static_cast<int>(Target)) ? 1 : 0;
	}
	Test.TestEqual(Name + TEXT(": number of values"), Given, Expected->Values.Num());
	for (const auto& Entry : Expected->Values)
	{
		const int Target = Evaluator.TargetIndex(Utf8(FString(*Entry.Key)));
		if (Target < 0 || !Evaluator.HasValue(Target))
		{
			Test.AddError(FString::Printf(TEXT("%s: %s has no value"), *Name, *FString(*Entry.Key)));
			continue;
		}
		const double Found = Evaluator.Values()[static_cast<size_t>(Target)];
		Test.TestEqual(FString::Printf(TEXT("%s: %s"), *Name, *FString(*Entry.Key)), Found, Number(Entry.Value), Tolerance);
	}
	const TArray<TSharedPtr<FJsonValue>>* Events = nullptr;
	const int32 Wanted = Frame.TryGetArrayField(TEXT("events"), Events) ? Events->Num() : 0;
	Test.TestEqual(Name + TEXT(": events"), static_cast<int32>(Evaluator.Events().size()), Wanted);
}

void RunCase(FAutomationTestBase& Test, const FJsonObject& Case)
{
	const FString Name = Case.GetStringField(TEXT("id"));
	FMemory Memory(Case);
	const Koekata::FLoadResult Loaded = Koekata::LoadTable("table.json", Memory);
	if (Loaded.Table == nullptr)
	{
		Test.AddError(FString::Printf(TEXT("%s: the table is refused: %s"), *Name, UTF8_TO_TCHAR(Loaded.Faults.front().Message.c_str())));
		return;
	}
	Koekata::FMappingEvaluator Evaluator(Loaded.Table);
	for (const TSharedPtr<FJsonValue>& Json : Case.GetArrayField(TEXT("frames")))
	{
		const TSharedPtr<FJsonObject> Frame = Json->AsObject();
		const TSharedPtr<FJsonObject>* Reload = nullptr;
		if (Frame->TryGetObjectField(TEXT("reload"), Reload))
		{
			Evaluator.Adopt(Koekata::LoadTableText(Utf8(Written(*Reload)), "table.json").Table);
		}
		Koekata::FMappingFrame Filled = Evaluator.MakeFrame();
		Fill(*Frame, Evaluator, Filled);
		Evaluator.Step(Filled);
		Compare(Test, Name, *Frame, Evaluator);
	}
}
} // namespace

FString Folder()
{
	FString Named;
	if (FParse::Value(FCommandLine::Get(), TEXT("KoekataVectors="), Named, false))
	{
		return Named;
	}
	const TSharedPtr<IPlugin> Plugin = IPluginManager::Get().FindPlugin(TEXT("Koekata"));
	return FPaths::ConvertRelativePathToFull(Plugin->GetBaseDir(), TEXT("../mappings/conformance/apply"));
}

TArray<FString> Files()
{
	TArray<FString> Names;
	IFileManager::Get().FindFiles(Names, *Folder(), TEXT("json"));
	for (FString& Name : Names)
	{
		Name = FPaths::Combine(Folder(), Name);
	}
	return Names;
}

void Walk(FAutomationTestBase& Test, const FString& Path)
{
	FString Text;
	TSharedPtr<FJsonObject> File;
	if (!FFileHelper::LoadFileToString(Text, *Path) || !FJsonSerializer::Deserialize(TJsonReaderFactory<>::Create(Text), File))
	{
		Test.AddError(FString::Printf(TEXT("%s cannot be read"), *Path));
		return;
	}
	for (const TSharedPtr<FJsonValue>& Case : File->GetArrayField(TEXT("tests")))
	{
		RunCase(Test, *Case->AsObject());
	}
}
} // namespace KoekataVectors
