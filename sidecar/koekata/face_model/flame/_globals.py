"""Which names a model pickle may refer to, and what calling them yields: always inert data."""

from __future__ import annotations

from dataclasses import dataclass

from koekata.face_model.flame._inert import (
    Chumpy,
    DamagedError,
    Dtype,
    Opaque,
    RefusedError,
    Sparse,
    StoredArray,
    as_bytes,
)

__all__ = ["Token", "call", "instance", "token"]

ROLES = {
    "numpy.ndarray": "class",
    "numpy.dtype": "dtype",
    "numpy.core.multiarray._reconstruct": "array",
    "numpy.core.multiarray.scalar": "scalar",
    "numpy.core.numeric._frombuffer": "buffer",
    "_codecs.encode": "encode",
    "copyreg._reconstructor": "object",
    "copyreg.__newobj__": "object",
    "builtins.object": "class",
    "builtins.set": "opaque",
    "builtins.frozenset": "opaque",
    "builtins.bytearray": "encode",
}
"""By the names of today; Python 2's and NumPy 2's are translated before."""
SPARSE = ("csc", "csr", "coo")


@dataclass(frozen=True, slots=True)
class Token:
    """A permitted name: never the thing that it names."""

    name: str
    role: str


def token(module: str, name: str) -> Token:
    """The token of a name. Raises RefusedError when the name has no place in a face model."""
    known = f"{_today(module)}.{name}"
    if known in ROLES:
        return Token(known, ROLES[known])
    package, _, rest = module.partition(".")
    if package == "chumpy" and name.isidentifier() and (not rest or rest.replace(".", "_").isidentifier()):
        return Token(name, "chumpy")
    if module.startswith("scipy.sparse") and name in {f"{kind}_{ending}" for kind in SPARSE for ending in _ENDINGS}:
        return Token(name[:3], "sparse")
    raise RefusedError(f"{module}.{name}"[:120])


def call(function: object, args: object) -> object:
    """What a REDUCE yields."""
    if not isinstance(function, Token) or not isinstance(args, tuple):
        raise DamagedError("something that is no function is called")
    maker = {
        "array": _new_array,
        "dtype": _new_dtype,
        "scalar": _new_scalar,
        "buffer": _new_from_buffer,
        "encode": _new_bytes,
        "object": _new_object,
    }.get(function.role)
    if function.role == "opaque":
        return Opaque()
    if maker is None:
        return instance(function, args)
    return maker(args)


def instance(kind: object, args: object) -> object:
    """What a NEWOBJ yields: an empty stand-in that BUILD fills."""
    if isinstance(kind, Token) and isinstance(args, tuple):
        if kind.role == "chumpy":
            return Chumpy(kind.name)
        if kind.role == "sparse":
            return Sparse(kind.name)
        if kind.role == "opaque":
            return Opaque()
        raise RefusedError(f"{kind.name}, made in an unusual way")
    raise DamagedError("an object of no class is made")


_ENDINGS = ("matrix", "array")


def _today(module: str) -> str:
    renamed = {"__builtin__": "builtins", "copy_reg": "copyreg"}.get(module, module)
    return renamed.replace("numpy._core", "numpy.core", 1)


def _new_array(args: tuple[object, ...]) -> object:
    if not args or not isinstance(args[0], Token) or args[0].name != "numpy.ndarray":
        raise RefusedError("numpy.core.multiarray._reconstruct of something other than numpy.ndarray")
    return StoredArray()


def _new_dtype(args: tuple[object, ...]) -> object:
    if not args or not isinstance(args[0], str):
        raise DamagedError("a dtype is malformed")
    return Dtype(args[0])


def _new_scalar(args: tuple[object, ...]) -> object:
    if len(args) != 2 or not isinstance(args[0], Dtype):
        raise DamagedError("a number is malformed")
    made = StoredArray()
    made.fill((), args[0], "C", args[1])
    return made


def _new_from_buffer(args: tuple[object, ...]) -> object:
    if len(args) != 4 or not isinstance(args[1], Dtype):
        raise DamagedError("an array's buffer is malformed")
    made = StoredArray()
    made.fill(args[2], args[1], str(args[3]), args[0])
    return made


def _new_bytes(args: tuple[object, ...]) -> object:
    """`_codecs.encode(text, "latin1")`, as Python 3 writes bytes for Python 2; `bytearray(bytes)`."""
    if len(args) == 2 and args[1] not in ("latin1", "latin-1"):
        raise RefusedError(f"_codecs.encode to {str(args[1])[:20]!r}")
    return as_bytes(args[0]) if args else b""


def _new_object(args: tuple[object, ...]) -> object:
    if not args:
        raise DamagedError("an object of no class is made")
    return instance(args[0], tuple(args[1:]))
