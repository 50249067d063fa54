# make demo    install into .venv and run the demonstration          (ARGS="--source 1" hands options on)
# make test    everything that can be tested on this machine
# make test-torch    comparisons with published PyTorch code, in an environment of its own. On Linux, PyPI's torch brings
#                    5 GB of CUDA along; TORCH_INDEX=https://download.pytorch.org/whl/cpu takes the build for the CPU.
# make lint    style and types
# make lock    renew requirements.lock after a change to pyproject.toml
#
# Needs python3 (3.10 or newer) and make. PYTHON=python3.12 takes another interpreter.

PYTHON ?= python3
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
TORCH_VENV := .venv-torch
TORCH_INSTALLED := $(TORCH_VENV)/.installed
TORCH_INDEX ?=
TORCH_PYTHON := $(TORCH_VENV)/bin/python
TORCH_TESTS := $(wildcard tests/torch) tests/sidecar/face_model_flame/test_flame_against_reference.py

.PHONY: demo test test-python test-torch lint lock system-packages clean

demo: $(INSTALLED)
	$(BIN)/koekata demo $(ARGS)

test: lint test-python

test-python: $(INSTALLED) system-packages
	$(BIN)/python -m pytest $(ARGS)

test-torch: $(TORCH_INSTALLED)
	$(TORCH_PYTHON) -m pytest $(TORCH_TESTS) $(ARGS)

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(INSTALLED): pyproject.toml requirements.lock | $(BIN)/uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --requirement requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	@$(BIN)/python -c "$$CHECK" || { $(APT) && $(APT_INSTALL) libegl1 libgles2 && $(BIN)/python -c "$$CHECK"; } || \
	    { echo "$$UNSUPPORTED"; exit 1; }
	@touch $@

# pip fetches torch, so that its settings on this machine (an index, a folder of wheels) decide which build it is.
# flame-pytorch pins packages that no longer install, so it comes without what it asks for.
$(TORCH_INSTALLED): pyproject.toml requirements.lock | $(BIN)/uv
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(TORCH_VENV)
	$(BIN)/uv pip install --quiet --python $(TORCH_PYTHON) --require-hashes --requirement requirements.lock
	$(BIN)/uv pip install --quiet --python $(TORCH_PYTHON) --no-deps --editable .
	$(BIN)/python -m pip --python $(TORCH_PYTHON) install --quiet $(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX)) \
	    torch==2.13.0
	$(BIN)/uv pip install --quiet --python $(TORCH_PYTHON) --no-deps flame-pytorch==0.0.1 smplx==0.1.28
	$(TORCH_PYTHON) -c "import flame_pytorch, smplx, torch"
	@touch $@

$(BIN)/uv:
	@$(PYTHON) -c "import sys; sys.exit(not (3, 10) <= sys.version_info < (3, 15))" || { echo "$$WRONG_PYTHON"; exit 1; }
	@$(PYTHON) -c "import ensurepip" 2>/dev/null || { $(APT) && $(APT_INSTALL) python3-venv; } || { echo "$$NO_VENV"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv

# The header is left out since it names the options of the machine that made the file.
lock: $(BIN)/uv
	UV_PYTHON_DOWNLOADS=never $(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-header \
	    --no-annotate --python-version 3.10 --group dev --group headless-opencv pyproject.toml --output-file requirements.lock

clean:
	rm -rf $(VENV) $(TORCH_VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist

# --- system packages that some tests use: command:package ----------------------------------------------------------

TEST_PACKAGES := ffmpeg:ffmpeg
ROOT := $$(test "$$(id -u)" = 0 || echo "sudo -n")
APT = command -v apt-get >/dev/null && { test "$$(id -u)" = 0 || sudo -n true 2>/dev/null; }
APT_INSTALL = $(ROOT) env DEBIAN_FRONTEND=noninteractive sh -c 'apt-get update -qq && apt-get install -y -qq --no-install-recommends "$$@"' apt

system-packages:
	@missing=; for pair in $(TEST_PACKAGES); do \
	    command -v "$${pair%%:*}" >/dev/null || missing="$$missing $${pair##*:}"; \
	done; \
	test -z "$$missing" || { $(APT) && $(APT_INSTALL) $$missing; } || \
	    echo "Not installed:$$missing. The tests that use them are skipped; 'apt install$$missing' brings them."

# Making a picture loads the tracker's library, which in newer releases leans on the system's libEGL and libGLESv2.
define CHECK
import cv2, koekata, mediapipe, numpy
mediapipe.Image(image_format=mediapipe.ImageFormat.SRGB, data=numpy.zeros((8, 8, 3), numpy.uint8))
endef
define WRONG_PYTHON
Koekata needs Python 3.10 to 3.14, and '$(PYTHON)' is another version or is missing.
Install one, or name it: make PYTHON=python3.12
endef
define NO_VENV
This Python cannot make virtual environments: the package python3-venv is missing.
Install it: sudo apt install python3-venv (or the one of that version, such as python3.12-venv)
endef
define UNSUPPORTED
The packages do not work on this machine; the error stands above.
Where a shared library is missing on Debian or Ubuntu: sudo apt install libegl1 libgles2
Supported: Linux (x86-64, ARM64), macOS (Apple silicon; Intel up to Python 3.12), Windows (x86-64).
endef
export CHECK WRONG_PYTHON NO_VENV UNSUPPORTED
