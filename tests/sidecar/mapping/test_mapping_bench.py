"""`koekata bench mapping` measures what is there, and says why something is not."""

from __future__ import annotations

import stat
from pathlib import Path

from koekata.bench.mapping import mapping_cost

ANSWER = '#!/bin/sh\ncat > "$0.case"\necho \'{"us_per_frame": 4.5, "bytes_per_frame": 0, "load_us": 2000}\'\n'


def test_what_is_not_built_is_null_with_the_command_that_builds_it(tmp_path: Path) -> None:
    found = mapping_cost(tmp_path)
    assert found["rows"] == 120
    assert found["python_us"] > 0.0
    assert found["load_ms"] > 0.0
    assert found["csharp_us"] is None
    assert "make csharp" in found["csharp_reason"]
    assert "make test-cpp" in found["cpp_reason"]


def test_a_program_gets_the_table_with_its_frames_and_its_figures_are_told(tmp_path: Path) -> None:
    program = tmp_path / "build" / "cpp" / "koekata-mapping"
    program.parent.mkdir(parents=True)
    program.write_text(ANSWER)
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    found = mapping_cost(tmp_path)
    assert (found["cpp_us"], found["cpp_load_ms"], found["cpp_bytes_per_frame"]) == (4.5, 2.0, 0.0)
    assert '"frames"' in program.with_suffix(".case").read_text()


def test_a_program_that_breaks_down_is_told_as_such(tmp_path: Path) -> None:
    program = tmp_path / "build" / "cpp" / "koekata-mapping"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\ncat > /dev/null\nexit 3\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    found = mapping_cost(tmp_path)
    assert found["cpp_us"] is None
    assert "does not answer" in found["cpp_reason"]
