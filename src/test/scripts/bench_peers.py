#!/usr/bin/env python3
"""Runs the kernels of src/test/resources/bench in Sandglass, wasmtime with fuel, and node (V8).

    pip install wasmtime
    python3 src/test/scripts/bench_peers.py            prints milliseconds and ratios
    python3 src/test/scripts/bench_peers.py --build    first compile the kernels again

Each is the best of several repeats in one warm process, with its module compiled beforehand: new
instance, _start, end. All three must print the same. Building wants clang with a wasm32-wasi sysroot
and wasm-strip; running wants mvn, node 20 or later, and a JDK as the project does.
"""

import json
import math
import pathlib
import subprocess
import sys
import tempfile
import time

import wasmtime

ROOT = pathlib.Path(__file__).resolve().parents[3]
KERNELS = ROOT / "src/test/resources/bench"
SOURCES = ROOT / "src/test/resources/fuel/c"
REPEATS = 9

# Source, and how large.
BUILDS = {
    "fib": ("fib.c", ["-DN=30"]),
    "sieve": ("sieve.c", ["-DN=5000000"]),
    "matrix": ("matrix.c", ["-DN=300"]),
    "sha256": ("sha256.c", ["-DN=4000000"]),
    "qsort": ("qsort.c", ["-DN=1000000"]),
    "calls": ("recursion.c", ["-DDEPTH=9"]),
}

NODE = """
const { WASI } = require('wasi'), fs = require('fs');
const [file, repeats, out] = process.argv.slice(2);
const compiled = new WebAssembly.Module(fs.readFileSync(file));
let best = Infinity;
for (let i = 0; i < +repeats; i++) {
  const fd = fs.openSync(out, 'w+');
  const wasi = new WASI({ version: 'preview1', args: ['guest'], stdout: fd, returnOnExit: true });
  const begin = performance.now();
  wasi.start(new WebAssembly.Instance(compiled, { wasi_snapshot_preview1: wasi.wasiImport }));
  best = Math.min(best, performance.now() - begin);
  fs.closeSync(fd);
}
console.log(JSON.stringify({ ms: best, stdout: fs.readFileSync(out, 'utf8') }));
"""


def build():
    for name, (source, options) in BUILDS.items():
        wasm = KERNELS / f"{name}.wasm"
        command = ["clang", "--target=wasm32-wasi", "-O2", *options, "-o", wasm, SOURCES / source]
        subprocess.run(command, check=True)
        subprocess.run(["wasm-strip", wasm], check=True)
        wasm.chmod(0o644)


def with_wasmtime(scratch):
    config = wasmtime.Config()
    config.consume_fuel = True
    engine = wasmtime.Engine(config)
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    results = {}
    for path in sorted(KERNELS.glob("*.wasm")):
        module = wasmtime.Module(engine, path.read_bytes())
        best = math.inf
        for _ in range(REPEATS):
            store = wasmtime.Store(engine)
            store.set_fuel(10**15)
            wasi = wasmtime.WasiConfig()
            wasi.argv = ["guest"]
            wasi.stdout_file = scratch / "out"
            store.set_wasi(wasi)
            begin = time.perf_counter()
            linker.instantiate(store, module).exports(store)["_start"](store)
            best = min(best, (time.perf_counter() - begin) * 1000)
        results[path.stem] = {"ms": best, "stdout": (scratch / "out").read_text()}
    return results


def with_node(scratch):
    script = scratch / "kernel.cjs"
    script.write_text(NODE)
    results = {}
    # A process each: node 20 crashes where one runs them all.
    for path in sorted(KERNELS.glob("*.wasm")):
        command = ["node", "--no-warnings", script, path, str(REPEATS), scratch / "out"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        results[path.stem] = json.loads(done.stdout)
    return results


def with_sandglass(scratch):
    command = ["mvn", "-q", "-Pbench", "test-compile", "exec:exec"]
    command += ["-Dbench.main=sandglass.bench.PeerTimes", f"-Dbench.args={REPEATS} {scratch}/times"]
    subprocess.run(command, check=True, cwd=ROOT)
    return json.loads((scratch / "times").read_text())


def main():
    if "--build" in sys.argv[1:]:
        build()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        ours = with_sandglass(scratch)
        theirs = [with_wasmtime(scratch), with_node(scratch)]
    print(f"{'kernel':10}{'sandglass':>12}{'wasmtime':>12}{'node':>12}{'/ wasmtime':>12}{'/ node':>10}")
    ratios = []
    for name, result in ours.items():
        for their in theirs:
            if their[name]["stdout"] != result["stdout"]:
                sys.exit(f"{name} prints {result['stdout']!r} here, {their[name]['stdout']!r} there")
        times = [result["ms"], *(their[name]["ms"] for their in theirs)]
        ratios.append([times[0] / times[1], times[0] / times[2]])
        cells = "".join(f"{ms:9.1f} ms" for ms in times)
        print(f"{name:10}{cells}{ratios[-1][0]:12.2f}{ratios[-1][1]:10.2f}")
    means = [math.exp(sum(map(math.log, column)) / len(column)) for column in zip(*ratios)]
    print(f"{'geometric mean':46}{means[0]:12.2f}{means[1]:10.2f}")


if __name__ == "__main__":
    main()
