"""Reads pickles as data: an interpreter of the pickle instructions that never imports and never calls.

Python's own unpickler runs what the file asks for. Here a name in the file stays a name (`_globals.Token`), and calling
it yields inert data or a refusal. The instructions are those of `pickletools`; protocols 0 to 5 and Python 2 are read.
"""

from __future__ import annotations

import codecs
import io
import pickletools
import warnings
from collections.abc import Callable
from typing import cast

from koekata.face_model.flame._globals import Token, call, instance, token
from koekata.face_model.flame._inert import Chumpy, DamagedError, Dtype, Opaque, RefusedError, Sparse, StoredArray

__all__ = ["read_pickle"]

Operation = Callable[[object], None]

LONGEST = 5_000_000
"""Instructions; released models have a few hundred."""
VALUES = frozenset(
    "INT BININT BININT1 BININT2 LONG LONG1 LONG4 FLOAT BINFLOAT STRING BINSTRING SHORT_BINSTRING UNICODE BINUNICODE "
    "SHORT_BINUNICODE BINUNICODE8 BINBYTES SHORT_BINBYTES BINBYTES8 BYTEARRAY8".split()
)
CONSTANTS: dict[str, object] = {"NONE": None, "NEWTRUE": True, "NEWFALSE": False, "EMPTY_TUPLE": ()}
TUPLES = {"TUPLE1": 1, "TUPLE2": 2, "TUPLE3": 3}
ALIASES = {
    **dict.fromkeys(("BINGET", "LONG_BINGET"), "GET"),
    **dict.fromkeys(("BINPUT", "LONG_BINPUT"), "PUT"),
}
NAMES = frozenset(("GLOBAL", "INST"))
"""Instructions with a module and a name, a line each."""
IGNORED = frozenset(("PROTO", "FRAME"))
OPENERS = b"\x80(}]cl"


def read_pickle(data: bytes) -> object:
    """The object that a pickle holds. Raises RefusedError naming what is forbidden, DamagedError when it is broken."""
    try:
        return _Machine(data).run()
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise DamagedError(f"the pickle is damaged or cut short ({error})") from error


class _Machine:
    """The pickle machine: a stack, the stacks below its marks, and a memo."""

    def __init__(self, data: bytes) -> None:
        self._stream = io.BytesIO(data)
        self._stack: list[object] = []
        self._below: list[list[object]] = []
        self._memo: dict[int, object] = {}
        self._codes = {info.code: info for info in pickletools.opcodes}
        names = (name for name in dir(self) if name.startswith("do_"))
        self._operations: dict[str, Operation] = {name[3:].upper(): getattr(self, name) for name in names}

    def run(self) -> object:
        for _ in range(LONGEST):
            opcode = self._next()
            if opcode.name == "STOP":
                return self._stack[-1]
            self._execute(ALIASES.get(opcode.name, opcode.name), self._argument(opcode))
        raise RefusedError(f"more than {LONGEST} pickle instructions")

    def _next(self) -> pickletools.OpcodeInfo:
        at = self._stream.tell()
        code = self._stream.read(1)
        if not code:
            raise DamagedError(f"the pickle is cut short: it ends after {at} bytes without its last instruction")
        opcode = self._codes.get(code.decode("latin-1"))
        if opcode is None:
            raise DamagedError(f"byte {at} is no pickle instruction")
        return opcode

    def _argument(self, opcode: pickletools.OpcodeInfo) -> object:
        if opcode.name == "STRING":
            return _quoted(self._stream.readline())
        if opcode.name in NAMES:
            return _line(self._stream.readline()), _line(self._stream.readline())
        return opcode.arg.reader(self._stream) if opcode.arg is not None else None

    def _execute(self, name: str, argument: object) -> None:
        if name in VALUES:
            self._stack.append(argument)
        elif name in CONSTANTS:
            self._stack.append(CONSTANTS[name])
        elif name in TUPLES:
            self._stack.append(tuple(self._take(TUPLES[name])))
        elif name in self._operations:
            self._operations[name](argument)
        elif name not in IGNORED:
            raise RefusedError(f"the pickle instruction {name}")

    def _take(self, count: int) -> list[object]:
        if len(self._stack) < count:
            raise IndexError("the stack is empty")
        taken = self._stack[-count:]
        del self._stack[-count:]
        return taken

    def _since_mark(self) -> list[object]:
        items, self._stack = self._stack, self._below.pop()
        return items

    def do_mark(self, _: object) -> None:
        self._below.append(self._stack)
        self._stack = []

    def do_pop(self, _: object) -> None:
        if self._stack:
            self._stack.pop()
        else:
            self._since_mark()

    def do_pop_mark(self, _: object) -> None:
        self._since_mark()

    def do_dup(self, _: object) -> None:
        self._stack.append(self._stack[-1])

    def do_get(self, index: object) -> None:
        self._stack.append(self._memo[cast(int, index)])

    def do_put(self, index: object) -> None:
        self._memo[cast(int, index)] = self._stack[-1]

    def do_memoize(self, _: object) -> None:
        self._memo[len(self._memo)] = self._stack[-1]

    def do_tuple(self, _: object) -> None:
        items = self._since_mark()
        self._stack.append(tuple(items))

    def do_list(self, _: object) -> None:
        items = self._since_mark()
        self._stack.append(items)

    def do_dict(self, _: object) -> None:
        items = self._since_mark()
        made: dict[object, object] = {}
        _update(made, items)
        self._stack.append(made)

    def do_empty_list(self, _: object) -> None:
        self._stack.append([])

    def do_empty_dict(self, _: object) -> None:
        self._stack.append({})

    def do_empty_set(self, _: object) -> None:
        self._stack.append(Opaque())

    def do_frozenset(self, _: object) -> None:
        self._since_mark()
        self._stack.append(Opaque())

    def do_additems(self, _: object) -> None:
        self._since_mark()

    def do_append(self, _: object) -> None:
        _list(self._stack[-2]).append(self._stack.pop())

    def do_appends(self, _: object) -> None:
        items = self._since_mark()
        _list(self._stack[-1]).extend(items)

    def do_setitem(self, _: object) -> None:
        items = self._take(2)
        _update(self._stack[-1], items)

    def do_setitems(self, _: object) -> None:
        items = self._since_mark()
        _update(self._stack[-1], items)

    def do_global(self, names: object) -> None:
        self._stack.append(token(*cast(tuple[str, str], names)))

    def do_stack_global(self, _: object) -> None:
        module, name = self._take(2)
        if not isinstance(module, str) or not isinstance(name, str):
            raise DamagedError("a name in the pickle is not text")
        self._stack.append(token(module, name))

    def do_reduce(self, _: object) -> None:
        function, args = self._take(2)
        self._stack.append(call(function, args))

    def do_newobj(self, _: object) -> None:
        kind, args = self._take(2)
        self._stack.append(instance(kind, args))

    def do_newobj_ex(self, _: object) -> None:
        kind, args, _keywords = self._take(3)
        self._stack.append(instance(kind, args))

    def do_inst(self, names: object) -> None:
        kind = token(*cast(tuple[str, str], names))
        self._stack.append(instance(kind, tuple(self._since_mark())))

    def do_obj(self, _: object) -> None:
        kind, *args = self._since_mark()
        self._stack.append(instance(kind, tuple(args)))

    def do_build(self, _: object) -> None:
        state = self._stack.pop()
        target = self._stack[-1]
        if isinstance(target, Token):
            raise RefusedError(f"a change of {target.name} itself")
        if isinstance(target, Dtype | StoredArray | Sparse | Chumpy):
            target.set_state(state)
        elif not isinstance(target, Opaque):
            raise RefusedError(f"a state set on a {type(target).__name__}")


def _quoted(line: bytes) -> str:
    text = line.strip()
    if len(text) < 2 or not line.endswith(b"\n") or text[:1] != text[-1:] or text[:1] not in (b'"', b"'"):
        raise DamagedError("a string of the pickle is cut short")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Escapes that nobody writes stay as they are.
        return codecs.escape_decode(text[1:-1])[0].decode("latin-1")


def _line(line: bytes) -> str:
    if not line.endswith(b"\n"):
        raise DamagedError("a name in the pickle is cut short")
    return line[:-1].decode("ascii")


def _list(target: object) -> list[object]:
    if not isinstance(target, list):
        raise RefusedError(f"elements added to a {type(target).__name__}")
    return target


def _update(target: object, items: list[object]) -> None:
    """Add entries; those under keys other than names and numbers are never needed, and hashing them may never end."""
    if not isinstance(target, dict):
        raise RefusedError(f"entries added to a {type(target).__name__}")
    if len(items) % 2:
        raise DamagedError("a dictionary of the pickle has a key without a value")
    for key, value in zip(items[::2], items[1::2], strict=True):
        if isinstance(key, str | bytes | int):
            target[key] = value
