#!/usr/bin/env python3
"""Records what wasmtime answers to the calls in src/test/resources/wasi/calls.c, into calls.txt.

    pip install wasmtime
    python3 src/test/scripts/wasi_vectors.py            run calls.wasm and write calls.txt
    python3 src/test/scripts/wasi_vectors.py --build    first compile calls.c again

Building wants clang with a wasm32-wasi sysroot, and wasm-strip. Recorded on Linux with ext4 or
overlayfs; the first line of calls.txt says by which wasmtime.
"""

import importlib.metadata
import pathlib
import subprocess
import sys
import tempfile

import wasmtime

CALLS = pathlib.Path(__file__).parent.parent / "resources" / "wasi"


def build():
    wasm = CALLS / "calls.wasm"
    command = ["clang", "--target=wasm32-wasi", "-Os", "-Wno-format", CALLS / "calls.c", "-o", wasm]
    subprocess.run(command, check=True)
    subprocess.run(["wasm-strip", wasm], check=True)


def record(work):
    for name in ("rw", "ro"):
        (work / name).mkdir()
    (work / "ro" / "g").write_text("ghi")
    (work / "in").write_text("some input\n")
    config = wasmtime.WasiConfig()
    config.argv = ["calls"]
    config.stdin_file = str(work / "in")
    config.stdout_file = str(work / "out")
    config.preopen_dir(str(work / "rw"), "/rw", True)
    config.preopen_dir(str(work / "ro"), "/ro", False)
    engine = wasmtime.Engine()
    store = wasmtime.Store(engine)
    store.set_wasi(config)
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    module = wasmtime.Module.from_file(engine, str(CALLS / "calls.wasm"))
    linker.instantiate(store, module).exports(store)["_start"](store)
    return (work / "out").read_bytes()


def main():
    if "--build" in sys.argv:
        build()
    with tempfile.TemporaryDirectory() as work:
        out = record(pathlib.Path(work))
    (CALLS / "calls.txt").write_bytes(f"wasmtime {importlib.metadata.version('wasmtime')}\n".encode() + out)


if __name__ == "__main__":
    main()
