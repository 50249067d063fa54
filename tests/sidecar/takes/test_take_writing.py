"""A take appears whole or not at all, and what went wrong is told with its remedy."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np
import pytest

from koekata.errors import TakeError
from koekata.frames import FrameTime, SolvedFace
from koekata.takes import open_take, read_take


def face(sequence: int, performer: int = 0) -> SolvedFace:
    when = FrameTime(sequence, sequence / 30, 0, 0)
    zeros = np.zeros(3)
    return SolvedFace(performer, when, True, 1.0, np.zeros(52), np.ones(52), zeros, zeros, np.zeros(4))


def test_nothing_is_under_the_name_until_the_take_is_finished(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"take{suffix}"
    with open_take(path, fps=30.0) as writer:
        writer.add(face(0))
        assert not path.exists()
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_an_error_leaves_nothing_behind(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(RuntimeError), open_take(tmp_path / f"take{suffix}", fps=30.0) as writer:  # noqa: PT012
        writer.add(face(0))
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_an_error_tells_nothing_beside_a_csv_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), open_take(tmp_path / "take.csv", fps=30.0, face_model="builtin"):
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_an_error_leaves_the_earlier_take_as_it_was(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"take{suffix}"
    with open_take(path, fps=30.0) as writer:
        writer.add(face(0))
    before = path.read_bytes()
    with pytest.raises(RuntimeError), open_take(path, fps=30.0) as writer:  # noqa: PT012
        writer.add(face(0))
        writer.add(face(1))
        raise RuntimeError
    assert path.read_bytes() == before


def test_a_take_finished_on_interrupt_keeps_its_rows(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"take{suffix}"

    def perform() -> None:
        with open_take(path, fps=30.0) as writer:
            writer.add(face(0))
            try:
                raise KeyboardInterrupt
            except KeyboardInterrupt:
                writer.finish()
                raise

    with pytest.raises(KeyboardInterrupt):
        perform()
    assert len(read_take(path)) == 1


def test_rows_and_missing_pictures_are_counted(tmp_path: Path) -> None:
    with open_take(tmp_path / "take.csv", fps=30.0) as writer:
        for sequence in (5, 6, 9):
            writer.add(face(sequence))
    assert (writer.rows, writer.missing) == (3, 2)


def test_a_picture_out_of_order_is_refused(tmp_path: Path) -> None:
    with open_take(tmp_path / "take.csv", fps=30.0) as writer:
        writer.add(face(3))
        with pytest.raises(TakeError, match="picture 3 came after picture 3"):
            writer.add(face(3))


def test_a_second_performer_is_refused(tmp_path: Path) -> None:
    with open_take(tmp_path / "take.csv", fps=30.0) as writer:
        writer.add(face(0))
        with pytest.raises(TakeError, match="performer 1"):
            writer.add(face(1, performer=1))


def test_a_finished_take_refuses_further_rows(tmp_path: Path) -> None:
    writer = open_take(tmp_path / "take.csv", fps=30.0)
    writer.finish()
    writer.finish()
    with pytest.raises(TakeError, match="finished"):
        writer.add(face(0))


@pytest.mark.parametrize("name", ["take.fbx", "take"])
def test_an_unknown_suffix_names_the_known_ones(tmp_path: Path, name: str) -> None:
    with pytest.raises(TakeError) as caught:
        open_take(tmp_path / name, fps=30.0)
    assert ".csv" in caught.value.remedy
    with pytest.raises(TakeError):
        read_take(tmp_path / name)


def test_a_missing_folder_is_told_before_recording(tmp_path: Path) -> None:
    with pytest.raises(TakeError) as caught:
        open_take(tmp_path / "absent" / "take.csv", fps=30.0)
    assert "folder" in caught.value.remedy


def test_a_folder_in_place_of_the_file_is_told_before_recording(tmp_path: Path) -> None:
    (tmp_path / "take.csv").mkdir()
    with pytest.raises(TakeError) as caught:
        open_take(tmp_path / "take.csv", fps=30.0)
    assert "file name" in caught.value.remedy


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a folder where nobody may write, as Linux has")
def test_a_forbidden_folder_is_told_before_recording() -> None:
    with pytest.raises(TakeError) as caught:
        open_take(Path("/sys/kernel/take.csv"), fps=30.0)
    assert caught.value.remedy


def test_a_rate_of_zero_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TakeError, match="rate"):
        open_take(tmp_path / "take.csv", fps=0.0)


def test_a_take_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(TakeError) as caught:
        read_take(tmp_path / "absent.npz")
    assert caught.value.remedy == "Check the path."


@pytest.mark.skipif(sys.platform == "win32", reason="file sizes cannot be limited on Windows")
def test_a_disk_that_fills_up_raises_and_leaves_nothing_behind(tmp_path: Path, suffix: str) -> None:
    """The limit on the size of files stands in for the end of the disk: the system refuses the same call."""
    script = f"""
        import resource, sys
        sys.path.insert(0, {str(Path(__file__).parent)!r})
        from pathlib import Path
        import numpy as np
        from koekata.errors import TakeError
        from koekata.takes import open_take
        from test_take_writing import face
        resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
        try:
            with open_take(Path({str(tmp_path / ("take" + suffix))!r}), fps=30.0) as writer:
                for sequence in range(40):
                    frame = face(sequence)
                    frame.weights[:] = np.random.default_rng(sequence).random(52)
                    writer.add(frame)
        except TakeError as error:
            print(error.remedy)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "another disk" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_parquet_without_pyarrow_says_what_to_install(tmp_path: Path) -> None:
    script = f"""
        import sys
        sys.modules["pyarrow"] = None
        from pathlib import Path
        from koekata.errors import TakeError
        from koekata.takes import open_take
        try:
            open_take(Path({str(tmp_path / "take.parquet")!r}), fps=30.0)
        except TakeError as error:
            print(error.remedy)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=True)
    assert 'pip install "koekata[parquet]"' in done.stdout
    assert list(tmp_path.iterdir()) == []
