"""What is printed without a session: help, errors, findings, models, configuration, benchmarks."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from koekata.config import KoekataConfig, load_config


def test_help_loads_nothing_heavy():
    script = (
        "import sys; from koekata.cli import app\n"
        "try: app(['run', '--help'])\n"
        "except SystemExit: pass\n"
        "print([name for name in ('mediapipe', 'cv2', 'av', 'zmq', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "command", ["run", "demo", "solve", "monitor", "calibrate", "doctor", "cameras", "bench", "models", "config"]
)
def test_every_command_explains_itself(invoke, command):
    done = invoke(command, "--help")
    assert done.exit_code == 0
    assert f"koekata {command}" in done.output or "Usage" in done.output


def test_version_is_shown(invoke):
    assert invoke("--version").output.startswith("koekata ")


@pytest.mark.parametrize(("wrong", "meant"), [(("rnu",), "run"), (("run", "--prest", "calm"), "--preset")])
def test_mistyped_words_get_a_suggestion(invoke, wrong, meant):
    done = invoke(*wrong)
    assert done.exit_code == 2
    assert meant in done.stderr


def test_a_wrong_path_gets_a_suggestion(koekata, tmp_path, clip):
    (tmp_path / "performance.mp4").write_bytes(clip.read_bytes())
    done = koekata("run", "perfomance.mp4", "--headless", "--zmq-port", "0")
    assert done.returncode == 1
    assert done.stderr == "error: perfomance.mp4: there is no such file\nDid you mean performance.mp4?\n"


def test_a_wrong_option_value_names_the_option(invoke):
    done = invoke("run", "--preset", "calmer")
    assert done.exit_code == 2
    assert done.stderr.startswith("error: --preset: input should be 'off', 'responsive', 'balanced' or 'calm'")


def test_a_wrong_file_is_told_with_its_line_and_a_suggestion(invoke, tmp_path):
    (tmp_path / "koekata.toml").write_text("[smooth]\npreset = 'calm'\n[capture]\nmirored = true\n")
    for arguments in (("config", "check", "koekata.toml"), ("config", "show"), ("run", "film.mp4")):
        done = invoke(*arguments)
        assert done.exit_code == 2
        assert "koekata.toml:4: unknown key 'capture.mirored'; did you mean 'mirrored'?" in done.stderr


def test_shown_configuration_reads_back_and_explains_itself(invoke, tmp_path):
    shown = invoke("config", "show")
    assert shown.exit_code == 0
    assert "# Extrapolates this far to make up for delay" in shown.output
    (tmp_path / "written.toml").write_text(shown.output)
    assert load_config(tmp_path / "written.toml") == KoekataConfig()
    assert invoke("config", "check", "written.toml").exit_code == 0


def test_the_file_in_this_folder_is_used_and_options_go_before_it(tmp_path, monkeypatch):
    from koekata.commands._configuration import configuration
    from koekata.commands._settings import SETTINGS

    monkeypatch.chdir(tmp_path)
    (tmp_path / "koekata.toml").write_text("[capture]\nmirrored = true\n[outputs.zmq]\nport = 40000\n")
    config = configuration(None, {SETTINGS["zmq_port"]: 40001, SETTINGS["vmc_host"]: "10.0.0.7"})
    assert config.capture.mirrored
    assert config.outputs.zmq.port == 40001
    assert config.outputs.vmc.enabled  # its host was given
    assert not configuration(None, {SETTINGS["vmc"]: False, SETTINGS["vmc_host"]: "10.0.0.7"}).outputs.vmc.enabled


def test_doctor_tells_what_to_do(invoke, clip):
    done = invoke("doctor", clip, "--json")
    findings = json.loads(done.stdout)
    assert done.exit_code == int(any(finding["state"] == "fail" for finding in findings))
    assert findings[-1]["subject"] == "what to do"
    missing = invoke("doctor", "absent.mp4")
    assert missing.exit_code == 1
    assert "absent.mp4" in missing.output
    assert "what to do" in missing.output


def test_doctor_runs_without_camera(invoke):
    done = invoke("doctor")
    assert "what to do" in done.output
    assert "Traceback" not in done.output


def test_cameras_are_listed_or_it_is_said_what_to_check(invoke):
    assert invoke("cameras").output
    assert isinstance(json.loads(invoke("cameras", "--json").stdout), list)


def test_models_show_their_licence_and_refuse_strangers(invoke, tmp_path):
    assert "face-landmarker" in invoke("models", "list").output
    assert "Apache-2.0" in invoke("models", "show", "face-landmarker").output
    assert "Did you mean 'face-landmarker'?" in invoke("models", "show", "face-landmark").stderr
    (tmp_path / "wrong.task").write_bytes(b"something else")
    refused = invoke("models", "import", "face-landmarker", "wrong.task")
    assert refused.exit_code == 1
    assert "not an intact copy" in refused.stderr
    assert invoke("models", "remove", "face-landmarker").exit_code == 1


def test_benchmarks_are_listed_and_missing_options_named(invoke):
    assert "soak" in invoke("bench").output
    unknown = invoke("bench", "strean")
    assert unknown.exit_code == 2
    assert "Did you mean 'stream'?" in unknown.stderr
    assert "--footage" in invoke("bench", "tracking").stderr


def test_bench_prints_json(koekata):
    done = koekata("bench", "stream", "--seconds", "0.3", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["frames"] > 0


@pytest.mark.parametrize("arguments", [("live", "--seconds", "1"), ("soak", "--minutes", "0.1")])
def test_measurements_of_the_whole_pipeline_hear_every_output(koekata, arguments):
    done = koekata("bench", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    assert figures["frames"] > 0
    assert figures["tracked_share"] > 0.9
    if "heard" in figures:
        assert all(sent == figures["frames"] for sent in figures["sent"].values())
        assert figures["heard"]["zmq_frames"] > 0
        assert figures["heard"]["datagrams"] > figures["frames"]
