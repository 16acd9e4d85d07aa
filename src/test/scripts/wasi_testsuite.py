#!/usr/bin/env python3
"""Runs the wasi-testsuite's prebuilt preview 1 modules through the command line.

    wasi_testsuite.py FOLDER [SANDGLASS]

FOLDER is a checkout of the branch prod/testsuite-base of WebAssembly/wasi-testsuite; SANDGLASS the
program, target/sandglass/bin/sandglass by default. Each test is a module and, where it needs more
than that, a JSON file beside it with its arguments, environment, folder and expectation. Prints
"N of M", and each test that fails with the reason.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def run(sandglass, wasm):
    spec_file = wasm.with_suffix(".json")
    spec = json.loads(spec_file.read_text()) if spec_file.exists() else {}
    command = [sandglass, "run", str(wasm), "--clock", "real", "--random", "real"]
    for name, value in spec.get("env", {}).items():
        command += ["--env", f"{name}={value}"]
    with tempfile.TemporaryDirectory() as scratch:
        folders = spec.get("dirs", [])
        if "root" in spec:
            folders = [spec["root"]]
        for folder in folders:
            copy = Path(scratch) / folder
            shutil.copytree(wasm.parent / folder, copy, symlinks=True)
            guest = "/" if "root" in spec else folder
            command += ["--dir", f"{copy}::{guest}:rw"]
        command += ["--"] + spec.get("args", [])
        done = subprocess.run(
            command, capture_output=True, timeout=120, stdin=subprocess.DEVNULL, check=False
        )
    wanted = spec.get("exit_code", 0)
    if done.returncode != wanted:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        return f"status {done.returncode}, not {wanted}: {said[-1] if said else ''}"
    if "stdout" in spec and done.stdout.decode() != spec["stdout"]:
        return f"stdout {done.stdout!r}"
    return None


def main():
    folder = Path(sys.argv[1])
    sandglass = sys.argv[2] if len(sys.argv) > 2 else "target/sandglass/bin/sandglass"
    tests = sorted(folder.glob("tests/*/testsuite/wasm32-wasip1/*.wasm"))
    passed = 0
    for wasm in tests:
        why = run(sandglass, wasm)
        if why is None:
            passed += 1
        else:
            print(f"FAIL {wasm.relative_to(folder)}: {why}")
    print(f"{passed} of {len(tests)}")
    return 0 if passed == len(tests) else 1


if __name__ == "__main__":
    sys.exit(main())
