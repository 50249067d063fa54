"""What Unreal Header Tool would refuse is refused here, and what it takes is taken."""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).resolve().parent
GOOD = """
#pragma once

#include "CoreMinimal.h"
#include "UObject/Object.h"

#include "Sample.generated.h"

DECLARE_DYNAMIC_MULTICAST_DELEGATE_OneParam(FSampleEvent, FName, Name);

/** UPROPERTY() in a comment is none. */
UENUM(BlueprintType)
enum class ESample : uint8
{
	One UMETA(DisplayName = "Number (one)"),
	Two
};

USTRUCT(BlueprintType)
struct SAMPLE_API FSample
{
	GENERATED_BODY()

	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Sample", meta = (ClampMin = "0"))
	TMap<FName, FString> Names;

	UPROPERTY()
	uint32 Count = 0;
};

UCLASS(BlueprintType, meta = (DisplayName = "Sample"))
class SAMPLE_API USample : public UObject, public ISomething
{
	GENERATED_BODY()

public:
	UPROPERTY(EditAnywhere, BlueprintReadOnly, Category = "Sample")
	TArray<TObjectPtr<UObject>> Objects;

	UPROPERTY(BlueprintAssignable, Category = "Sample")
	FSampleEvent OnEvent;

	UPROPERTY(EditAnywhere, Category = "Sample")
	uint8 bOn : 1;

	UFUNCTION(BlueprintCallable, Category = "Sample")
	bool Find(const FString& Name, float& Value, ESample Kind = ESample::One) const;

	UFUNCTION(BlueprintPure, Category = "Sample")
	TArray<FSample> GetSamples() const { return {}; }

#if WITH_EDITORONLY_DATA
	UPROPERTY(VisibleAnywhere, Category = "Sample")
	FString Source;
#endif

private:
	UPROPERTY(EditAnywhere, BlueprintReadOnly, Category = "Sample", meta = (AllowPrivateAccess = "true"))
	double Amount = 1.0;
};
"""

FAULTS = [
    ("the generated header missing", '#include "Sample.generated.h"\n', "", "exactly once"),
    ("the generated header of another file", "Sample.generated.h", "Other.generated.h", "exactly once"),
    (
        "the generated header not last",
        '#include "UObject/Object.h"\n\n#include "Sample.generated.h"',
        '#include "Sample.generated.h"\n#include "UObject/Object.h"',
        "last of the includes",
    ),
    ("no GENERATED_BODY", "ISomething\n{\n\tGENERATED_BODY()\n", "ISomething\n{\n", "GENERATED_BODY"),
    ("a class without a base", "class SAMPLE_API USample : public UObject, public ISomething", "class USample", "base"),
    ("a class with another prefix", "USample : public UObject", "FSomething : public UObject", "begins with one of UA"),
    ("a struct with another prefix", "struct SAMPLE_API FSample", "struct SAMPLE_API TSample", "begins with one of F"),
    ("an enum that Blueprint cannot hold", "enum class ESample : uint8", "enum class ESample", "needs 'enum class"),
    ("a type of the standard library", "TMap<FName, FString> Names", "std::string Names", "namespaces"),
    ("a container in a container", "TMap<FName, FString> Names", "TMap<FName, TArray<int32>> Names", "containers"),
    ("a map with one type", "TMap<FName, FString> Names", "TMap<FName> Names", "needs 2 types"),
    ("a plain int", "uint32 Count", "int Count", "int is no type"),
    ("an unsigned number for Blueprint", "double Amount", "uint32 Amount", "take int32"),
    ("a pointer to no object", "FString Source", "FString* Source", "no pointer to a UObject"),
    ("a view as a property", "FString Source", "FStringView Source", "no type of the reflection"),
    ("a shared pointer", "FString Source", "TSharedPtr<FSample> Source", "no container"),
    ("no category", 'BlueprintPure, Category = "Sample"', "BlueprintPure", "needs a Category"),
    ("a private property for Blueprint", ', meta = (AllowPrivateAccess = "true")', "", "AllowPrivateAccess"),
    ("a property within another #if", "#if WITH_EDITORONLY_DATA", "#if WITH_EDITOR", "only WITH_EDITORONLY_DATA"),
    ("an argument that Blueprint cannot hold", "float& Value", "std::vector<int>& Value", "Find(Value)"),
    ("a second function of the same name", "GetSamples() const", "Find() const", "second one"),
    ("a delegate with another prefix", "FSampleEvent, FName", "SampleEvent, FName", "begins with F"),
    ("a delegate of what Blueprint cannot hold", "FSampleEvent, FName, Name", "FSampleEvent, int, Name", "int is no"),
]


@pytest.fixture(scope="module")
def tool() -> Iterator[ModuleType]:
    """unreal_headers.py, which is no package."""
    sys.path.insert(0, str(HERE))
    yield importlib.import_module("unreal_headers")
    sys.path.remove(str(HERE))


def check(tool: ModuleType, folder: Path, text: str) -> list[str]:
    """What the tool says of a header, Sample.h."""
    path = folder / "Sample.h"
    path.write_text(text, "utf-8")
    return [str(fault) for fault in tool.Header(path).faults]


def test_a_header_that_the_engine_takes_is_taken(tool: ModuleType, tmp_path: Path) -> None:
    assert check(tool, tmp_path, GOOD) == []


def test_the_generated_header_gives_each_type_its_base(tool: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "Sample.h"
    path.write_text(GOOD, "utf-8")
    written = tool.generated(tool.Header(path))
    line = GOOD[: GOOD.index("GENERATED_BODY()", GOOD.index("class SAMPLE_API USample"))].count("\n") + 1
    assert f"_{line}_GENERATED_BODY public: typedef UObject Super; typedef USample ThisClass;" in written
    assert "static UScriptStruct* StaticStruct();" in written


@pytest.mark.parametrize(("what", "before", "after", "message"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_what_the_header_tool_refuses_is_refused(
    tool: ModuleType, tmp_path: Path, what: str, before: str, after: str, message: str
) -> None:
    assert GOOD.count(before) >= 1, what
    faults = check(tool, tmp_path, GOOD.replace(before, after, 1))
    assert any(message in fault and "Sample.h:" in fault for fault in faults), faults


def test_a_function_in_a_struct_is_refused(tool: ModuleType, tmp_path: Path) -> None:
    text = GOOD.replace("uint32 Count = 0;", "uint32 Count = 0;\n\n\tUFUNCTION()\n\tvoid Do();", 1)
    assert any("a USTRUCT cannot have a UFUNCTION" in fault for fault in check(tool, tmp_path, text))


def test_a_type_in_a_namespace_is_refused(tool: ModuleType, tmp_path: Path) -> None:
    text = GOOD.replace("USTRUCT(BlueprintType)\nstruct", "namespace Sample\n{\nUSTRUCT(BlueprintType)\nstruct", 1)
    text = text.replace("uint32 Count = 0;\n};", "uint32 Count = 0;\n};\n}", 1)
    assert any("in a namespace" in fault for fault in check(tool, tmp_path, text))


def test_every_header_of_the_plugin_is_taken(tmp_path: Path) -> None:
    source = HERE.parents[1] / "unreal-plugin" / "Source"
    command = [sys.executable, str(HERE / "unreal_headers.py"), str(source), "--output", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
