"""What Unreal Header Tool would say of a module's headers, and the headers that it would write, without the engine.

python tests/cpp/unreal_headers.py SOURCE_FOLDER [SOURCE_FOLDER ...] --output FOLDER

Prints each fault as FILE:LINE: what, and how to mend it, and ends with 1 if there is any. Writes NAME.generated.h for
each header that has UCLASS, USTRUCT, UENUM or UINTERFACE: with what GENERATED_BODY() stands for, so that a compiler
sees Super, StaticClass() and the functions that the tool would declare.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from unreal_types import TypeRefusedError, check_type

MACRO = re.compile(r"^[ \t]*(UCLASS|USTRUCT|UENUM|UINTERFACE|UPROPERTY|UFUNCTION)\s*\(", re.MULTILINE)
HEAD = re.compile(r"\s*(class|struct)\s+(?:[A-Z0-9_]+_API\s+)?(\w+)\s*(?:final\s*)?(?::\s*public\s+([\w:]+)[^{]*)?\{")
ENUM = re.compile(r"\s*enum\s+(class\s+)?(\w+)\s*(?::\s*(\w+)\s*)?\{")
BODY = re.compile(r"\s*(?:public:\s*)?GENERATED_BODY\(\)")
INCLUDE = re.compile(r'^[ \t]*#include\s+["<]([^">]+)[">]', re.MULTILINE)
DELEGATE = re.compile(r"^DECLARE_DYNAMIC_(?:MULTICAST_)?DELEGATE(?:_\w+?Params?)?\(\s*([^;]*)\);", re.MULTILINE)
FUNCTION = re.compile(
    r"(?P<before>[\w\s:<>,*&]*?)\b(?P<name>\w+)\s*\((?P<arguments>[^()]*)\)\s*(?P<after>[\w\s=]*)[;{]", re.DOTALL
)
PREFIXES = {"UCLASS": "UA", "USTRUCT": "F", "UENUM": "E", "UINTERFACE": "U"}
EXPOSED = re.compile(r"\b(Edit\w+|Visible\w+|Blueprint(?:ReadOnly|ReadWrite|Assignable|Callable|Pure))\b")
GUARDS = {"UPROPERTY": ("WITH_EDITORONLY_DATA",), "UFUNCTION": ("WITH_EDITOR",)}


@dataclass(frozen=True)
class Fault:
    """What the header tool would refuse, and where (lines from 1)."""

    path: Path
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


@dataclass
class Entry:
    """A type that the header tool knows, with its place."""

    macro: str
    name: str
    parent: str
    body_line: int
    begin: int
    end: int
    functions: list[str] = field(default_factory=list)


class Header:
    """One header, read once; what is wrong with it stands in `faults`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = blank_comments(path.read_text("utf-8"))
        self.faults: list[Fault] = []
        self.entries: list[Entry] = []
        self.marked = bool(MACRO.search(self.text) or DELEGATE.search(self.text))
        self._check_includes()
        for match in MACRO.finditer(self.text):
            if match[1] in PREFIXES:
                self._read_type(match)
        for match in MACRO.finditer(self.text):
            if match[1] not in PREFIXES:
                self._read_member(match)
        self._check_delegates()

    def refuse(self, place: int, text: str) -> None:
        """Note a fault at a place of the text."""
        self.faults.append(Fault(self.path, self.line(place), text))

    def line(self, place: int) -> int:
        """The line of a place, from 1."""
        return self.text.count("\n", 0, place) + 1

    def _check_includes(self) -> None:
        includes = list(INCLUDE.finditer(self.text))
        generated = [match for match in includes if match[1].endswith(".generated.h")]
        wanted = f"{self.path.stem}.generated.h"
        if not self.marked:
            for match in generated:
                self.refuse(
                    match.start(), f"{match[1]} is included, and nothing here is for the header tool: remove it"
                )
            return
        if [match[1] for match in generated] != [wanted]:
            self.refuse(0, f'include "{wanted}" exactly once')
        elif includes[-1] is not generated[0]:
            self.refuse(generated[0].start(), f'"{wanted}" must be the last of the includes')

    def _read_type(self, match: re.Match[str]) -> None:
        macro, after = match[1], closing(self.text, match.end() - 1) + 1
        head = (ENUM if macro == "UENUM" else HEAD).match(self.text, after)
        if head is None:
            self.refuse(match.start(), f"{macro} is not followed by a declaration that the header tool can read")
            return
        name = head[2]
        if name[0] not in PREFIXES[macro] or not name[1:2].isupper():
            self.refuse(head.start(2), f"{name}: the name of a {macro} begins with one of {PREFIXES[macro]}")
        if self._depth(match.start(), "namespace"):
            self.refuse(match.start(), f"{name} is in a namespace, which the header tool does not know")
        if macro == "UENUM":
            if not head[1] or head[3] != "uint8":
                self.refuse(head.start(2), f"{name}: Blueprint needs 'enum class {name} : uint8'")
            return
        body = BODY.match(self.text, head.end())
        if body is None:
            self.refuse(head.end(), f"{name}: GENERATED_BODY() must come first in the body")
            return
        end = closing(self.text, head.end() - 1)
        self.entries.append(Entry(macro, name, head[3] or "", self.line(body.end()), head.start(), end))
        if macro in ("UCLASS", "UINTERFACE") and not head[3]:
            self.refuse(head.start(2), f"{name}: a {macro} needs a base class, 'public' and named first")

    def _depth(self, place: int, word: str) -> bool:
        for match in re.finditer(rf"\b{word}\b[\w\s:]*\{{", self.text[:place]):
            if closing(self.text, match.end() - 1) > place:
                return True
        return False

    def _read_member(self, match: re.Match[str]) -> None:
        macro, end = match[1], closing(self.text, match.end() - 1) + 1
        specifiers = self.text[match.end() : end - 1]
        owner = next((entry for entry in self.entries if entry.begin < match.start() < entry.end), None)
        if owner is None:
            self.refuse(match.start(), f"{macro} outside of a UCLASS or USTRUCT")
            return
        if EXPOSED.search(specifiers) and "Category" not in specifiers:
            self.refuse(match.start(), f"{macro} that people see needs a Category")
        guard = self._guard(match.start())
        if guard and guard not in GUARDS[macro]:
            self.refuse(match.start(), f"{macro} within #if {guard}; only {GUARDS[macro][0]} is allowed")
        if macro == "UPROPERTY":
            self._check_property(match.start(), end, specifiers, owner)
        else:
            self._check_function(match.start(), end, specifiers, owner)

    def _guard(self, place: int) -> str:
        """The condition of the innermost #if around a place; empty outside of any."""
        stack: list[str] = []
        for match in re.finditer(r"^[ \t]*#[ \t]*(if\w*|endif)\b(.*)$", self.text[:place], re.MULTILINE):
            if match[1] == "endif":
                stack.pop()
            else:
                stack.append(match[2].strip())
        return stack[-1] if stack else ""

    def _check_property(self, place: int, end: int, specifiers: str, owner: Entry) -> None:
        declaration = self.text[end : self.text.index(";", end)]
        declaration = re.split(r"=|\{", declaration)[0].strip()
        declared = re.fullmatch(r"(?P<type>.*?)[\s&]\s*(?P<name>\w+)(?:\s*:\s*1|\[\w+\])?", declaration, re.DOTALL)
        if declared is None:
            self.refuse(place, f"UPROPERTY '{declaration}' is no declaration that the header tool can read")
            return
        exposed = "Blueprint" in specifiers and "BlueprintAssignable" not in specifiers
        self._check_type(place, declared["type"], exposed=exposed, what=declared["name"])
        readable = re.search(r"Blueprint(ReadOnly|ReadWrite)", specifiers)
        if readable and self._access(place, owner) == "private" and "AllowPrivateAccess" not in specifiers:
            self.refuse(place, f"{declared['name']}: private, so Blueprint cannot read it without AllowPrivateAccess")

    def _access(self, place: int, owner: Entry) -> str:
        found = re.findall(r"^\s*(public|protected|private):", self.text[owner.begin : place], re.MULTILINE)
        return found[-1] if found else "public" if owner.macro == "USTRUCT" else "private"

    def _check_function(self, place: int, end: int, specifiers: str, owner: Entry) -> None:
        if owner.macro == "USTRUCT":
            self.refuse(place, "a USTRUCT cannot have a UFUNCTION")
        match = FUNCTION.match(self.text, end)
        if match is None:
            self.refuse(place, "UFUNCTION is not followed by a declaration that the header tool can read")
            return
        name = match["name"]
        if name in owner.functions:
            self.refuse(place, f"{name}: a UFUNCTION cannot have a second one of its name")
        owner.functions.append(name)
        exposed = "Blueprint" in specifiers
        result = re.sub(r"\b(virtual|static|inline|FORCEINLINE|\w+_API)\b", "", match["before"]).strip()
        if result != "void":
            self._check_type(place, result, exposed=exposed, what=name)
        for argument in split_arguments(match["arguments"]):
            declared = re.fullmatch(r"(?P<type>.*?[\s&*>])(?P<name>\w+)", argument.split("=")[0].strip(), re.DOTALL)
            if declared is None:
                self.refuse(place, f"{name}: the argument '{argument}' needs a type and a name")
            else:
                self._check_type(place, declared["type"], exposed=exposed, what=f"{name}({declared['name']})")

    def _check_delegates(self) -> None:
        for match in DELEGATE.finditer(self.text):
            name, *parts = split_arguments(match[1])
            if not name.startswith("F"):
                self.refuse(match.start(), f"{name}: the name of a delegate begins with F")
            for kind in parts[0::2]:
                self._check_type(match.start(), kind, exposed=True, what=name)

    def _check_type(self, place: int, kind: str, *, exposed: bool, what: str) -> None:
        try:
            check_type(kind, exposed=exposed)
        except TypeRefusedError as fault:
            self.refuse(place, f"{what}: {fault}")


def blank_comments(text: str) -> str:
    """Comments and what texts say become spaces, so that places stay where they are."""

    def blank(match: re.Match[str]) -> str:
        found = match[0]
        if found.startswith('"'):
            return found
        return re.sub(r"[^\n]", " ", found)

    return re.sub(r'"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*.*?\*/', blank, text, flags=re.DOTALL)


def closing(text: str, place: int) -> int:
    """The bracket that closes the one at a place; the end of the text where none does."""
    pairs = {"(": ")", "{": "}"}
    opened, closed = text[place], pairs[text[place]]
    depth = 0
    for at in range(place, len(text)):
        depth += (text[at] == opened) - (text[at] == closed)
        if depth == 0:
            return at
    return len(text)


def split_arguments(text: str) -> list[str]:
    """Parts between commas that stand in no bracket; nothing for an empty text."""
    parts, depth = [""], 0
    for sign in text:
        depth += (sign in "<(") - (sign in ">)")
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts if part.strip()]


def generated(header: Header) -> str:
    """What stands in NAME.generated.h: GENERATED_BODY() of each type, found by the line that it stands in."""
    identity = "FID_" + re.sub(r"\W", "_", header.path.name)
    lines = [f"// Written by unreal_headers.py for {header.path.name}.", "#undef CURRENT_FILE_ID"]
    lines.append(f"#define CURRENT_FILE_ID {identity}")
    for entry in header.entries:
        parent = f"typedef {entry.parent} Super; " if entry.parent else ""
        body = f"public: {parent}typedef {entry.name} ThisClass; "
        if entry.macro == "USTRUCT":
            body = f"public: {parent}static UScriptStruct* StaticStruct(); "
        else:
            body += "static UClass* StaticClass(); private: "
        lines.append(f"#define {identity}_{entry.body_line}_GENERATED_BODY {body}")
    return "\n".join(lines) + "\n"


def headers(folders: list[Path]) -> Iterator[Header]:
    """Every header below the folders, in the order of their names."""
    for folder in folders:
        for path in sorted(folder.rglob("*.h")):
            yield Header(path)


def main() -> int:
    """Write the generated headers, and print what is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--output", type=Path, help="folder for the generated headers")
    options = parser.parse_args()
    faults: list[Fault] = []
    if options.output is not None:
        options.output.mkdir(parents=True, exist_ok=True)
    for header in headers(options.folders):
        faults += header.faults
        if header.marked and options.output is not None:
            target = options.output / f"{header.path.stem}.generated.h"
            text = generated(header)
            if not target.exists() or target.read_text("utf-8") != text:
                target.write_text(text, "utf-8")
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
