# make demo    install into .venv and run the demonstration          (ARGS="--source 1" hands options on)
# make test    everything that can be tested on this machine
# make test-torch    comparisons with published PyTorch code, in an environment of its own. On Linux, PyPI's torch brings
#                    5 GB of CUDA along; TORCH_INDEX=https://download.pytorch.org/whl/cpu takes the build for the CPU.
# make csharp        build the C# core and its runners into build/csharp (mcs; nothing where it is missing)
# make test-csharp   and run its tests (nunit-console); and compile all of the Unity package against a stand-in for Unity
# make test-cpp      build the core of the Unreal plugin into build/cpp, and run its tests (cmake, g++)
# make page    build the page of the studio (Node.js 18 or newer with npm; left as it is where they are missing)
# make characters    write the characters that come along anew, from their scripts
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
CSHARP := build/csharp
CSHARP_CORE := $(shell find unity-package/Runtime/Core -name '*.cs')
CSHARP_EDITING := $(shell find unity-package/Editor/Core -name '*.cs')
CSHARP_SAMPLE := $(wildcard unity-package/Samples~/ProceduralFace/Face*.cs)
# Unity 2021.3 takes C# 7.3 and newer; Mono's compiler goes up to 7.2.
MCS := mcs -langversion:7.2 -optimize+ -debug -warn:4 -warnaserror
NUNIT_DLL := /usr/lib/cli/nunit.framework-2.6.3/nunit.framework.dll
NEWTONSOFT_DLL := /usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll
# Tests of the core that run in Unity's runner as well.
CSHARP_SHARED_TESTS := unity-package/Tests/Runtime/Core
CSHARP_SHARED := $(shell find tests/csharp/shared -name '*.cs')
# What C# calls libzmq: the library that the sidecar itself uses, else the system's.
LIBZMQ = $(firstword $(wildcard $(VENV)/lib/python3*/site-packages/pyzmq.libs/libzmq*) $(wildcard /usr/lib/*/libzmq.so.5))

CPP := build/cpp
DOCTEST := /usr/include/doctest/doctest.h
NLOHMANN := /usr/include/nlohmann/json.hpp

WEB := sidecar/koekata/studio/web
PAGE := sidecar/koekata/studio/page/index.html
WEB_PACKAGES := $(WEB)/node_modules/.package-lock.json
WEB_FILES = $(shell find $(WEB)/src $(WEB)/public -type f) $(addprefix $(WEB)/,index.html package.json package-lock.json tsconfig.json vite.config.ts)

.PHONY: characters page demo test test-python test-torch csharp csharp-build test-csharp cpp test-cpp lint lock system-packages clean

demo: $(INSTALLED)
	@$(MAKE) --no-print-directory page || echo "The studio's page could not be built; meters are shown in the terminal."
	$(BIN)/koekata demo $(ARGS)

# Nothing where the page is newer than what it is made of.
page:
	@$(MAKE) --no-print-directory --question $(PAGE) 2>/dev/null || { command -v npm >/dev/null && $(NEW_NODE) 2>/dev/null; } || \
	    { $(APT) && $(APT_INSTALL) nodejs npm; } >/dev/null 2>&1 || true
	@if $(MAKE) --no-print-directory --question $(PAGE) 2>/dev/null; then :; \
	elif ! { command -v npm >/dev/null && $(NEW_NODE) 2>/dev/null; }; then echo "$$NO_NODE"; \
	elif ! $(MAKE) --no-print-directory $(WEB_PACKAGES); then echo "$$NO_PACKAGES"; \
	else $(MAKE) --no-print-directory $(PAGE); fi

NEW_NODE = node -e "process.exit(+(parseInt(process.versions.node) < 18))"

$(WEB_PACKAGES): $(WEB)/package-lock.json
	cd $(WEB) && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(PAGE): $(WEB_FILES)
	cd $(WEB) && npm run --silent build
	@touch $@

test: page lint test-csharp test-cpp test-python

test-python: $(INSTALLED) system-packages page
	$(BIN)/python -m pytest $(ARGS)

test-torch: $(TORCH_INSTALLED)
	$(TORCH_PYTHON) -m pytest $(TORCH_TESTS) $(ARGS)

# Built before pytest runs, which compares the evaluators of all languages.
csharp: system-packages
	@if command -v mcs >/dev/null && command -v mono >/dev/null; then $(MAKE) --no-print-directory csharp-build; \
	else echo "C#: not built, mcs or mono is missing; 'apt install mono-mcs' brings them."; fi

csharp-build: $(CSHARP)/Koekata.Core.dll $(CSHARP)/koekata-editing.exe $(CSHARP)/koekata-mapping.exe $(CSHARP)/koekata-listen.exe
	@echo '<configuration>$(if $(LIBZMQ),<dllmap dll="libzmq" target="$(abspath $(LIBZMQ))"/>)</configuration>' >$<.config

test-csharp: csharp
	@missing=; for needed in mcs mono nunit-console $(NUNIT_DLL) $(NEWTONSOFT_DLL); do \
	    command -v "$$needed" >/dev/null || test -e "$$needed" || missing="$$missing $$needed"; \
	done; \
	test -z "$$missing" || { echo "C#: tests skipped, missing:$$missing"; exit 0; }; \
	$(MAKE) --no-print-directory $(CSHARP)/Koekata.Core.Tests.dll && cp $(NEWTONSOFT_DLL) $(CSHARP) || exit 1; \
	nunit-console -nologo -nodots -noshadow -work=$(CSHARP) $(CSHARP)/Koekata.Core.Tests.dll >$(CSHARP)/nunit.log 2>&1; \
	status=$$?; sed 's/^Tests run:/C#: tests run:/' $(CSHARP)/nunit.log; \
	$(PYTHON) tests/csharp/type_check.py && exit $$status

$(CSHARP)/Koekata.Core.dll: $(CSHARP_CORE)
	@mkdir -p $(@D)
	$(MCS) -target:library -out:$@ -recurse:'unity-package/Runtime/Core/*.cs'

$(CSHARP)/Koekata.Editing.dll: $(CSHARP)/Koekata.Core.dll $(CSHARP_EDITING)
	$(MCS) -target:library -out:$@ -r:$(CSHARP)/Koekata.Core.dll -recurse:'unity-package/Editor/Core/*.cs'

$(CSHARP)/koekata-editing.exe: $(CSHARP)/Koekata.Editing.dll $(wildcard tests/csharp/editing/*.cs)
	$(MCS) -out:$@ -r:$(CSHARP)/Koekata.Core.dll -r:$(CSHARP)/Koekata.Editing.dll -recurse:'tests/csharp/editing/*.cs'

$(CSHARP)/koekata-mapping.exe: $(CSHARP_CORE) $(wildcard tests/csharp/runner/*.cs)
	@mkdir -p $(@D)
	$(MCS) -out:$@ -recurse:'unity-package/Runtime/Core/*.cs' -recurse:'tests/csharp/runner/*.cs'

$(CSHARP)/koekata-listen.exe: $(CSHARP)/Koekata.Core.dll $(CSHARP_SHARED) $(wildcard tests/csharp/listen/*.cs)
	$(MCS) -out:$@ -r:$(CSHARP)/Koekata.Core.dll tests/csharp/runner/JsonText.cs $(CSHARP_SHARED) -recurse:'tests/csharp/listen/*.cs'

$(CSHARP)/Koekata.Core.Tests.dll: $(CSHARP)/Koekata.Editing.dll $(CSHARP_SHARED) $(CSHARP_SAMPLE) $(shell find tests/csharp/unit $(CSHARP_SHARED_TESTS) -name '*.cs')
	$(MCS) -target:library -out:$@ -r:$(CSHARP)/Koekata.Core.dll -r:$(CSHARP)/Koekata.Editing.dll -r:$(NUNIT_DLL) -r:$(NEWTONSOFT_DLL) $(CSHARP_SHARED) $(CSHARP_SAMPLE) \
	    -recurse:'tests/csharp/unit/*.cs' -recurse:'$(CSHARP_SHARED_TESTS)/*.cs'

# Built before pytest runs, as C# is.
cpp: $(INSTALLED) system-packages
	@missing=; for needed in cmake g++ $(DOCTEST) $(NLOHMANN); do \
	    command -v "$$needed" >/dev/null || test -e "$$needed" || missing="$$missing $$needed"; \
	done; \
	test -z "$$missing" || { rm -rf $(CPP); echo "C++: not built and not tested, missing:$$missing"; exit 0; }; \
	mkdir -p $(CPP) && cmake -S tests/cpp -B $(CPP) -DPython3_EXECUTABLE=$(abspath $(BIN)/python) >$(CPP).log 2>&1 || { cat $(CPP).log; exit 1; }; \
	cmake --build $(CPP) --parallel 2

test-cpp: cpp
	@test ! -d $(CPP) || ctest --test-dir $(CPP) --parallel 2 --output-on-failure

characters: $(INSTALLED)
	$(BIN)/python -m koekata.characters

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@test ! -e $(WEB_PACKAGES) || ! command -v npm >/dev/null || { cd $(WEB) && npm run --silent check; }

$(INSTALLED): pyproject.toml requirements.lock | $(BIN)/uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --requirement requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	@$(BIN)/python -c "$$CHECK" || { $(APT) && $(APT_INSTALL) libegl1 libgles2 && $(BIN)/python -c "$$CHECK"; } || \
	    { echo "$$UNSUPPORTED"; exit 1; }
	@touch $@

# pip fetches torch, so that its settings on this machine (an index, a folder of wheels) decide which build it is.
# flame-pytorch pins packages that no longer install, so it comes without what it asks for; onnx's pin is the one that
# the viseme network was written with.
$(TORCH_INSTALLED): pyproject.toml requirements.lock | $(BIN)/uv
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(TORCH_VENV)
	$(BIN)/uv pip install --quiet --python $(TORCH_PYTHON) --require-hashes --requirement requirements.lock
	$(BIN)/uv pip install --quiet --python $(TORCH_PYTHON) --no-deps --editable .
	$(BIN)/python -m pip --python $(TORCH_PYTHON) install --quiet $(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX)) \
	    torch==2.13.0
	$(BIN)/uv pip install --quiet --python $(TORCH_PYTHON) --no-deps flame-pytorch==0.0.1 smplx==0.1.28 onnx==1.17.0
	$(TORCH_PYTHON) -c "import flame_pytorch, onnx, smplx, torch"
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

# --- system packages that some tests use: command:package, or file:package ------------------------------------------

TEST_PACKAGES = ffmpeg:ffmpeg mcs:mono-mcs nunit-console:nunit-console \
    $(NUNIT_DLL):libnunit-framework2.6.3-cil $(NEWTONSOFT_DLL):libnewtonsoft-json5.0-cil \
    cmake:cmake g++:g++ $(DOCTEST):doctest-dev $(NLOHMANN):nlohmann-json3-dev \
    chromium:chromium pulseaudio:pulseaudio pactl:pulseaudio-utils $(PORTAUDIO):libportaudio2 $(PULSE_FOR_ALSA):libasound2-plugins
# Where a library is found depends on the processor.
PORTAUDIO := $(or $(wildcard /usr/lib/*/libportaudio.so.2),libportaudio.so.2)
PULSE_FOR_ALSA := $(or $(wildcard /usr/lib/*/alsa-lib/libasound_module_pcm_pulse.so),libasound_module_pcm_pulse.so)
ROOT := $$(test "$$(id -u)" = 0 || echo "sudo -n")
APT = command -v apt-get >/dev/null && { test "$$(id -u)" = 0 || sudo -n true 2>/dev/null; }
APT_INSTALL = $(ROOT) env DEBIAN_FRONTEND=noninteractive sh -c 'apt-get update -qq && apt-get install -y -qq --no-install-recommends "$$@"' apt

system-packages:
	@missing=; for pair in $(TEST_PACKAGES); do \
	    command -v "$${pair%%:*}" >/dev/null || test -e "$${pair%%:*}" || missing="$$missing $${pair##*:}"; \
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
define NO_NODE
The studio's page is not built: Node.js 18 or newer with npm is missing ('apt install nodejs npm', or https://nodejs.org).
Without it the demonstration shows meters in the terminal, and the tests of the page are skipped.
endef
define NO_PACKAGES
The studio's page is not built: npm could not fetch what it is built with; its error stands above.
Without it the demonstration shows meters in the terminal, and the tests of the page are skipped or see an older page.
endef
define UNSUPPORTED
The packages do not work on this machine; the error stands above.
Where a shared library is missing on Debian or Ubuntu: sudo apt install libegl1 libgles2
Supported: Linux (x86-64, ARM64), macOS (Apple silicon; Intel up to Python 3.12), Windows (x86-64).
endef
export CHECK WRONG_PYTHON NO_VENV NO_NODE NO_PACKAGES UNSUPPORTED
