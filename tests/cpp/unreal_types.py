"""Which C++ types Unreal's reflection can hold, as far as the names tell.

Source: "Unreal Engine UProperties" and "Unreal Header Tool" in Epic's documentation.
"""

from __future__ import annotations

import re

PLAIN = {"bool", "uint8", "int32", "int64", "float", "double", "FString", "FName", "FText"}
#: Held, but not shown to Blueprint.
HIDDEN = {"int8", "int16", "uint16", "uint32", "uint64"}
#: Structs of the engine that are no USTRUCT, or whose use as a property is a mistake.
NATIVE = {"FStringView", "FTextView", "FCriticalSection", "FDelegateHandle", "FScopeLock", "FThreadSafeBool"}
CONTAINERS = {"TArray": 1, "TSet": 1, "TMap": 2}
POINTERS = {"TObjectPtr", "TSubclassOf", "TSoftObjectPtr", "TSoftClassPtr", "TWeakObjectPtr", "TScriptInterface"}
#: Held, but not shown to Blueprint by value.
WEAK = {"TWeakObjectPtr"}
TEMPLATE = re.compile(r"(\w+)\s*<(.*)>", re.DOTALL)


class TypeRefusedError(Exception):
    """Why a type cannot be held."""


def check_type(text: str, *, exposed: bool, inside: str = "") -> None:
    """Raise TypeRefusedError for what reflection cannot hold; `exposed` for what Blueprint sees."""
    name = re.sub(r"\b(const|class|struct|enum|mutable)\b|&|UPARAM\([^)]*\)", " ", text).strip()
    template = TEMPLATE.fullmatch(name)
    if template is not None:
        _check_template(template[1], template[2], exposed=exposed, inside=inside)
    elif name.endswith("*"):
        _check_pointer(name.rstrip("* "), name)
    elif name in HIDDEN and exposed:
        raise TypeRefusedError(f"Blueprint does not know {name}; take int32, int64 or uint8")
    elif name not in PLAIN | HIDDEN:
        _check_named(name)


def _check_template(name: str, arguments: str, *, exposed: bool, inside: str) -> None:
    if name in POINTERS:
        if not re.fullmatch(r"\s*(class\s+)?[UAI][A-Z]\w*\s*", arguments):
            raise TypeRefusedError(f"{name}<{arguments}> does not point to a UObject")
        if exposed and name in WEAK and inside:
            raise TypeRefusedError(f"Blueprint does not know {name} within {inside}")
        return
    if name == "TEnumAsByte":
        return
    if name not in CONTAINERS:
        raise TypeRefusedError(f"{name} is no container of the reflection; it knows TArray, TSet and TMap")
    if inside:
        raise TypeRefusedError(f"{name} within {inside}: containers cannot hold containers; put it into a USTRUCT")
    parts = [part for part in arguments.split(",") if part.strip()]
    if len(parts) != CONTAINERS[name]:
        raise TypeRefusedError(f"{name} needs {CONTAINERS[name]} types, and has {len(parts)}; allocators are not known")
    for part in parts:
        check_type(part, exposed=exposed, inside=name)


def _check_pointer(name: str, whole: str) -> None:
    if whole.count("*") != 1 or not re.fullmatch(r"[UA][A-Z]\w*", name):
        raise TypeRefusedError(f"{whole} is no pointer to a UObject")


def _check_named(name: str) -> None:
    if "::" in name:
        raise TypeRefusedError(f"{name}: the reflection knows no namespaces")
    if name in NATIVE or not re.fullmatch(r"[FE][A-Z]\w*", name):
        raise TypeRefusedError(f"{name} is no type of the reflection: no USTRUCT, no UENUM, no number that it knows")
