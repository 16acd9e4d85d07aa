#!/usr/bin/env python3
"""Runs CPython's own tests of the language and the library in the guest, through the command line.

    cpython_regression.py LIB_TEST PYTHON.WASM [MODULE...]                through Sandglass
    cpython_regression.py LIB_TEST PYTHON.WASM --wasmtime [MODULE...]     record the reference

LIB_TEST is the folder Lib/test of a CPython 3.12; the module has none. The recorded reference is by
3.12.1's, as an installed 3.12.1 has it; another's may differ in a test or two. PYTHON.WASM is what
CPythonTest keeps in the cache folder.

The reference, cpython_regression.txt beside this script, has one line for each test module: how many
tests ran and were skipped, and which failed. It is what the same module does in wasmtime, so that
what the guest itself cannot do (threads, processes, deep recursion) is no fault of Sandglass. Without
MODULE all of the reference's are run; with --wasmtime, lines of the given modules are replaced or
added. Prints a table, and at the end how many are equal.

Options, before MODULE: --sandglass PROGRAM (target/sandglass/bin/sandglass), --timeout SECONDS for
each (1200), --native PYTHON, a 3.12 that compiles the tests beforehand, which saves the guest doing so.
"""

import argparse
import contextlib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

REFERENCE = pathlib.Path(__file__).with_suffix(".txt")

# Runs in the guest. Files go to the one place where it may write; the last line is the result.
DRIVER = """
import json, os, sys, unittest
os.chdir("/work")
from test import support
support.verbose = 0
try:
    suite = unittest.defaultTestLoader.loadTestsFromName("test." + sys.argv[1])
except unittest.SkipTest as e:
    suite = unittest.TestSuite()
result = unittest.TextTestRunner(sys.stderr, verbosity=0).run(suite)
def ids(failed):
    return sorted({t.id().removeprefix("test." + sys.argv[1] + ".") for t, _ in failed})
wrong = ids(result.failures + result.errors + [(t, "") for t in result.unexpectedSuccesses])
print("\\n" + json.dumps({"run": result.testsRun, "skipped": len(result.skipped), "wrong": wrong}))
"""

ENV = {"PYTHONPATH": "/lib", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lib_test", type=pathlib.Path)
    parser.add_argument("wasm", type=pathlib.Path)
    parser.add_argument("--wasmtime", action="store_true")
    parser.add_argument("--sandglass", default="target/sandglass/bin/sandglass")
    parser.add_argument("--timeout", type=int, default=1200)
    parser.add_argument("--native")
    parser.add_argument("modules", nargs="*")
    return parser.parse_intermixed_args()


def library(lib_test, work, native):
    """A copy without what no test of these needs, since Sandglass copies the folder for each run."""
    unwanted = shutil.ignore_patterns("__pycache__", "*.whl", "*.tar", "*.xz", "cjkencodings",
        "test_tkinter", "test_ttk", "test_idle*", "test_lib2to3", "test_asyncio", "test_ctypes",
        "test_tools", "test_peg_generator", "ssl*", "certdata", "*.pem", "leakers", "crashers")
    shutil.copytree(lib_test, work / "lib" / "test", ignore=unwanted)
    if native:
        subprocess.run(
            [native, "-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash",
             "-s", work / "lib", "-p", "/lib", work / "lib"],
            check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # some tests are meant not to compile
    return work / "lib"


def in_sandglass(options, lib, scratch, module):
    command = [options.sandglass, "run", "--module-size", "50MiB", "--fuel", "100000G"]
    command += ["--timeout", f"{options.timeout}s", "--memory", "512MiB", "--files", "512MiB"]
    command += ["--dir", f"{lib}::/lib", "--dir", f"{scratch}::/work:rw"]
    for name, value in ENV.items():
        command += ["--env", f"{name}={value}"]
    command += [str(options.wasm), "--", "-c", DRIVER, module]
    done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    return done.returncode, done.stdout, done.stderr


def in_wasmtime(guest, options, lib, scratch, module):
    ended = guest.run(
        ["python", "-c", DRIVER, module],
        env=ENV,
        folders=[(lib, "/lib"), (scratch, "/work")],
        seconds=options.timeout,
    )
    return ended.status, ended.stdout, ended.stderr


def summary(status, stdout, stderr):
    """One line: the counts and what failed, or how the run ended without them."""
    with contextlib.suppress(ValueError, IndexError):
        result = json.loads(stdout.decode(errors="replace").splitlines()[-1])
        wrong = " ".join(result["wrong"]) or "-"
        return f"{result['run']} run, {result['skipped']} skipped, wrong: {wrong}"
    last = stderr.decode(errors="replace").strip().splitlines()[-1:] or [""]
    return f"status {status}: {last[0].strip()}"


def read_reference():
    if not REFERENCE.exists():
        return {}
    lines = REFERENCE.read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if not line.startswith("#"))


def write_reference(reference):
    head = "# What CPython's tests do in the guest, in wasmtime; by cpython_regression.py.\n"
    lines = [f"{module}: {said}\n" for module, said in sorted(reference.items())]
    REFERENCE.write_text(head + "".join(lines), encoding="utf-8")


def main():
    options = arguments()
    reference = read_reference()
    guest = None
    if options.wasmtime:
        from wasmtime_guest import Guest

        guest = Guest(options.wasm)
    modules = options.modules or sorted(reference)
    equal = 0
    with tempfile.TemporaryDirectory() as work:
        lib = library(options.lib_test, pathlib.Path(work), options.native)
        for module in modules:
            began = time.monotonic()
            with tempfile.TemporaryDirectory() as scratch:
                if guest:
                    ended = in_wasmtime(guest, options, lib, scratch, module)
                else:
                    ended = in_sandglass(options, lib, scratch, module)
            said = summary(*ended)
            if guest:
                reference[module] = said
                write_reference(reference)
            same = said == reference.get(module)
            equal += same
            seconds = time.monotonic() - began
            print(f"{'equal' if same else 'DIFFERS':8}{seconds:7.1f} s  {module:28}{said}", flush=True)
            if not same:
                print(f"{'':19}{'expected':28}{reference.get(module)}", flush=True)
    print(f"{equal} of {len(modules)} equal")
    return 0 if equal == len(modules) else 1


if __name__ == "__main__":
    sys.exit(main())
