"""A model file is data: whatever it asks for is refused by name, and nothing in it runs."""

from __future__ import annotations

import os
import pickle
import pickletools
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from koekata.errors import ModelError
from koekata.face_model.flame import load_flame
from koekata.face_model.flame._globals import Token
from koekata.face_model.flame._inert import DamagedError, RefusedError
from koekata.face_model.flame._pickle import read_pickle


def text(value: str) -> bytes:
    return b"X" + struct.pack("<I", len(value)) + value.encode()


class RunsACommand:
    def __init__(self, command: str) -> None:
        self.command = command

    def __reduce__(self) -> Any:
        return (os.system, (self.command,))


ATTACKS = {
    "os.system": (b"cos\nsystem\n(S'touch CANARY'\ntR.", "os.system"),
    "posix.system": (b"cposix\nsystem\n(S'touch CANARY'\ntR.", "posix.system"),
    "eval": (b'c__builtin__\neval\n(S\'open("CANARY","w")\'\ntR.', "__builtin__.eval"),
    "eval of Python 3": (
        b"\x80\x04" + text("builtins") + text("eval") + b"\x93" + text("1") + b"\x85R.",
        "builtins.eval",
    ),
    "getattr": (b"cbuiltins\ngetattr\n(cos\nS'system'\ntR.", "builtins.getattr"),
    "dotted name": (b"\x80\x04" + text("numpy") + text("core.os.system") + b"\x93.", "numpy.core.os.system"),
    "dotted name in chumpy": (b"\x80\x04" + text("chumpy.ch") + text("np.os.system") + b"\x93.", "np.os.system"),
    "neighbour in numpy": (b"cnumpy.testing._private.utils\nrunstring\n(S'1'\nS'2'\ntR.", "runstring"),
    "numpy.load": (b"cnumpy\nload\n(S'CANARY'\ntR.", "numpy.load"),
    "neighbour in scipy": (b"cscipy.sparse\nload_npz\n(S'CANARY'\ntR.", "scipy.sparse.load_npz"),
    "old-style instance": (b"(S'touch CANARY'\nios\nsystem\n.", "os.system"),
    "old-style object": (b"(cos\nsystem\nS'touch CANARY'\no.", "os.system"),
    "new object": (b"\x80\x02csubprocess\nPopen\nS'touch CANARY'\n\x85\x81.", "subprocess.Popen"),
    "codec": (b"c_codecs\nencode\n(S'x'\nS'zlib'\ntR.", "_codecs.encode"),
    "dtype as reconstructed class": (
        b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\ndtype\n(I0\ntS'b'\ntR.",
        "_reconstruct of something",
    ),
    "state of a class": (b"cnumpy\nndarray\n}S'x'\nI1\nsb.", "change of numpy.ndarray"),
    "slots of a class": (b"cchumpy.ch\nCh\n(N}S'__setstate__'\nI1\nstb.", "change of Ch"),
    "state of a list": (b"]}b.", "state set on a list"),
    "state of text": (b"S'x'\n}b.", "state set on a str"),
    "persistent id": (b"PCANARY\n.", "PERSID"),
    "binary persistent id": (b"S'CANARY'\nQ.", "BINPERSID"),
    "extension code": (b"\x80\x02\x82\x01.", "EXT1"),
    "buffer from outside": (b"\x80\x05\x97.", "NEXT_BUFFER"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_forbidden_request_is_refused_by_name(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data, named = ATTACKS[name]
    path = tmp_path / "model.pkl"
    path.write_bytes(b"\x80\x02" + data)
    with pytest.raises(ModelError) as caught:
        load_flame(path)
    assert "refused" in caught.value.message
    assert named in caught.value.message
    assert not (tmp_path / "CANARY").exists()


def test_command_hidden_in_an_otherwise_good_model_is_not_run(
    arrays: dict[str, Any], store: Callable[..., Path], tmp_path: Path
) -> None:
    canary = tmp_path / "canary"
    path = store({**arrays, "extra": RunsACommand(f"touch {canary}")})
    with pytest.raises(ModelError, match=r"refused.*system"):
        load_flame(path, expression_modes=8)
    assert not canary.exists()


def test_command_hidden_in_an_npz_is_not_run(
    arrays: dict[str, Any], store: Callable[..., Path], tmp_path: Path
) -> None:
    canary = tmp_path / "canary"
    boxed = np.empty((), dtype=object)
    boxed[()] = RunsACommand(f"touch {canary}")
    with pytest.raises(ModelError, match=r"refused.*system"):
        load_flame(store({**arrays, "weights": boxed}, "model.npz"), expression_modes=8)
    assert not canary.exists()


def test_names_stay_names() -> None:
    assert isinstance(read_pickle(b"cnumpy\nndarray\n."), Token)
    assert isinstance(read_pickle(b"cchumpy.ch\nCh\n."), Token)


BOMBS = {
    "memo at a huge index": b"]r\xff\xff\xff\x7f0N.",
    "text of 4 GiB": b"X\xff\xff\xff\xffabc.",
    "bytes of 2**60": b"\x8e" + struct.pack("<Q", 2**60) + b"abc.",
    "frame of 2**60": b"\x80\x04\x95" + struct.pack("<Q", 2**60) + b"N",
    "array of 2**60 elements": (
        b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntS'b'\ntR"
        b"(I1\n(L1152921504606846976L\ntcnumpy\ndtype\n(S'f8'\nI0\nI1\ntR(I3\nS'<'\nNNNI-1\nI-1\nI0\ntbI00\nS''\ntb."
    ),
    "object that calls itself": b"(lp0\ng0\n(tR.",
}


@pytest.mark.parametrize("name", BOMBS)
def test_claimed_sizes_are_not_believed(name: str) -> None:
    try:
        read_pickle(BOMBS[name])
    except (DamagedError, RefusedError):
        return
    assert name == "memo at a huge index"  # Harmless: the memo is a dictionary.


def test_key_that_would_take_for_ever_to_hash_is_passed_over() -> None:
    nested = b"}I1\np0\n" + b"".join(b"g%d\ng%d\n\x86p%d\n0g%d\n0" % (i, i, i + 1, i + 1) for i in range(60))
    assert read_pickle(nested + b"0g60\nNs.") == {}


def test_shared_lists_do_not_grow_into_a_huge_array(arrays: dict[str, Any], store: Callable[..., Path]) -> None:
    shared: list[Any] = [1.0] * 1000
    for _ in range(3):
        shared = [shared] * 1000
    with pytest.raises(ModelError, match="claims more elements"):
        load_flame(store({**arrays, "v_template": shared}), expression_modes=8)


def test_list_that_holds_itself_is_refused(arrays: dict[str, Any], store: Callable[..., Path]) -> None:
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(ModelError):
        load_flame(store({**arrays, "v_template": endless}), expression_modes=8)


def test_npz_that_claims_a_huge_array_is_refused(arrays: dict[str, Any], store: Callable[..., Path]) -> None:
    path = store(arrays, "model.npz")
    header = b"{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000000, 3), }\n"
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("v_template.npy", b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header)
    with pytest.raises(ModelError, match="damaged"):
        load_flame(path, expression_modes=8)


def test_truncated_pickle_is_called_damaged_wherever_it_ends(arrays: dict[str, Any], tmp_path: Path) -> None:
    whole = pickle.dumps(arrays, 2)
    path = tmp_path / "model.pkl"
    for length in np.linspace(1, len(whole) - 1, 40).astype(int):
        path.write_bytes(whole[:length])
        with pytest.raises(ModelError, match="damaged"):
            load_flame(path, expression_modes=8)


@pytest.mark.parametrize("name", ["model.pkl", "model.npz"])
def test_flipped_bytes_give_a_model_error_or_a_model(
    name: str, arrays: dict[str, Any], store: Callable[..., Path]
) -> None:
    arrays = {key: value for key, value in arrays.items() if key not in ("shapedirs", "posedirs")}
    path = store(arrays, name, protocol=2)
    whole = path.read_bytes()
    random = np.random.default_rng(1)
    for _ in range(400):
        data = bytearray(whole)
        # Instructions sit at both ends and between arrays; numbers may be anything.
        data[int(random.integers(len(data)) if random.random() < 0.5 else random.integers(250))] = random.integers(256)
        path.write_bytes(data)
        with pytest.raises(ModelError):  # At the latest for the arrays that are left out.
            load_flame(path, expression_modes=8)


def test_truncated_npz_is_called_damaged(arrays: dict[str, Any], store: Callable[..., Path]) -> None:
    path = store(arrays, "model.npz")
    path.write_bytes(path.read_bytes()[:-300])
    with pytest.raises(ModelError, match="damaged"):
        load_flame(path, expression_modes=8)


@pytest.mark.parametrize(
    "name", ["v_template", "f", "shapedirs", "posedirs", "J_regressor", "kintree_table", "weights"]
)
def test_missing_array_is_named(name: str, arrays: dict[str, Any], store: Callable[..., Path]) -> None:
    del arrays[name]
    with pytest.raises(ModelError, match=f"has no {'faces' if name == 'f' else name}\\n") as caught:
        load_flame(store(arrays), expression_modes=8)
    assert "damaged" not in str(caught.value)


WRONG = {
    "v_template": (lambda a: a[:, :2], r"v_template has the shape \(300, 2\)"),
    "shapedirs": (lambda a: a[:200], r"shapedirs has the shape \(200, 3, 18\); FLAME's is 300 x 3 x any"),
    "posedirs": (lambda a: a[:, :, :9], "FLAME's is 300 x 3 x 36"),
    "J_regressor": (lambda a: a[:4], "FLAME's is 5 x 300"),
    "kintree_table": (lambda a: np.zeros((len(a), 24)), "has 24 joints; FLAME's has 5"),
    "weights": (lambda a: a * 2, "add up to 1"),
    "f": (lambda a: a + 1, "names vertices outside of 0 to 299"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_array_is_named_with_what_was_expected(
    name: str, arrays: dict[str, Any], store: Callable[..., Path]
) -> None:
    change, expected = WRONG[name]
    arrays[name] = change(arrays[name])
    with pytest.raises(ModelError, match=expected):
        load_flame(store(arrays), expression_modes=8)


def test_numbers_that_are_not_finite_are_refused(arrays: dict[str, Any], store: Callable[..., Path]) -> None:
    arrays["posedirs"][3, 1, 4] = np.nan
    with pytest.raises(ModelError, match="posedirs has numbers that are not finite"):
        load_flame(store(arrays), expression_modes=8)


def test_text_instead_of_numbers_is_refused(arrays: dict[str, Any], store: Callable[..., Path]) -> None:
    with pytest.raises(ModelError, match="v_template"):
        load_flame(store({**arrays, "v_template": np.array([["a", "b", "c"]])}), expression_modes=8)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "empty"),
        (b"<!DOCTYPE html><title>Login</title>", "web page"),
        (b"\x89HDF\r\n\x1a\n", "neither a pickle nor"),
        (pickle.dumps([1, 2, 3]), "dictionary of arrays was expected"),
        (pickle.dumps({"a": 1}), "no FLAME model"),
    ],
)
def test_other_files_are_told_apart(content: bytes, expected: str, tmp_path: Path) -> None:
    path = tmp_path / "model.pkl"
    path.write_bytes(content)
    with pytest.raises(ModelError, match=expected):
        load_flame(path)


def test_packed_download_is_to_be_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "FLAME2023Open.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("flame2023_Open.pkl", b"x")
    with pytest.raises(ModelError, match=r"unpack it and take flame2023_Open\.pkl"):
        load_flame(path)


def test_absent_file_is_told_apart_from_a_damaged_one(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="there is no such file"):
        load_flame(tmp_path / "nothing.pkl")
    with pytest.raises(ModelError, match="cannot be read"):
        load_flame(tmp_path)


def test_every_instruction_of_pickle_is_either_known_or_refused() -> None:
    for info in pickletools.opcodes:
        data = info.code.encode("latin-1") + b"\x00" * 8
        with pytest.raises((DamagedError, RefusedError)):
            read_pickle(data)
