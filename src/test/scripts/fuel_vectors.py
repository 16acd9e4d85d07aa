#!/usr/bin/env python3
"""Records what wasmtime charges for the modules in src/test/resources/fuel, into vectors.json.

    pip install wasmtime
    python3 src/test/scripts/fuel_vectors.py            run all modules and write vectors.json
    python3 src/test/scripts/fuel_vectors.py --build    first compile the C and Rust programs again

Building wants clang with a wasm32-wasi sysroot, rustc with the target wasm32-wasi, and wasm-strip.
The .wat files need nothing else: wasmtime compiles them, so that every proposal is available.

A comment line `;; args:`, `;; env:` or `;; stdin:` in a .wat file says what the program is given; the
compiled programs' are in PROGRAMS below. `;; counted: N` is a count by hand: see "Where it forgets".
Standard input is a file; standard output and error are files, so no terminals, to which libc would
write line by line.

What wasmtime 49.0.0 charges, as measured
-----------------------------------------
Running
    Entry into a wasm function costs 1, whoever calls it. Host functions cost nothing. Every executed
    instruction costs 1, but for nop, drop, block, loop, unreachable, return, else and end, which cost
    nothing. That includes call and its kin, try_table, throw, throw_ref, atomics, and all of SIMD and
    GC.
By length
    memory.copy, memory.fill, memory.init: 1 a byte besides. table.copy, table.fill, table.init,
    array.new, array.new_default, array.new_data, array.new_elem, array.copy, array.fill,
    array.init_data, array.init_elem: 1 an element besides. Constant or not makes no difference.
    array.new_fixed: nothing besides. memory.grow: 1 a page, table.grow: 1 an element, when granted;
    when refused only if the delta is a constant of at most 128.
Tail calls
    The instruction's 1 and the callee's entry 1.
Leaving
    proc_exit: everything executed by then. A trap, other than unreachable: what was last written back,
    so the last straight line may be missing.
Instantiation
    Nothing, unless wasmtime needs a startup function: for a start section, a global whose initialiser
    is not just a constant number, a passive element segment, a table or an active element segment that
    cannot be computed beforehand, data segments that cannot, or where of several memories some have
    data and some have not. It costs its entry, 1, and then collects: the constant instructions of
    such globals, of element segments given as expressions and of offsets; the length of such tables
    and segments; the length of such data; and 1 for the call of the start function. What is collected
    counts only when it is written back: at a table or segment of more than 128 elements, at a data
    segment that is copied at run time, and at the call of the start function. A data segment that
    needs no copying drops it.
    With n constants pending, `(data (global.get $g) "sand")` makes that n + 1 + 4.
Where it forgets
    An exception that is caught in another function than it was thrown in: all that the callee used is
    lost, for the handler goes on with the count that its function had at the call. The same after
    call_ref, which neither writes the count back nor reads it again. That leaves a guest more work
    than its limit, so Sandglass charges what was executed. Such modules carry a count by hand, which
    the tests compare with, beside wasmtime's.
"""

import hashlib
import importlib.metadata
import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

import wasmtime

FUEL_DIR = pathlib.Path(__file__).resolve().parent.parent / "resources" / "fuel"
LIMIT = 10**12
PROPOSALS = (
    "bulk_memory exceptions function_references gc memory64 multi_memory multi_value "
    "reference_types relaxed_simd simd tail_call threads"
).split()

# What compiled programs are given; all others get nothing.
PROGRAMS = {
    "arguments": {"args": ["one", "two words", ""], "env": {"HOME": "/home/guest", "X": "=1"}},
    "input": {"stdin": "First line\nsecond\n" + "a line longer than the buffer " * 3 + "\nno end"},
    "strings": {"args": ["x", "y z"], "env": {"HOME": "/"}, "stdin": "1.5\nGr\u00fc\u00dfe\n-2e3\n"},
}


def build():
    for source in sorted((FUEL_DIR / "c").glob("*.c")):
        made = []
        for level in "02s":
            wasm = source.with_name(f"{source.stem}-O{level}.wasm")
            command = ["clang", "--target=wasm32-wasi", f"-O{level}", "-o", wasm, source]
            subprocess.run(command, check=True)
            finish(wasm, made)
    for source in sorted((FUEL_DIR / "rust").glob("*.rs")):
        for level, more in (("0", []), ("3", ["-C", "lto=fat"])):
            wasm = source.with_name(f"{source.stem}-O{level}.wasm")
            command = ["rustc", "--target", "wasm32-wasi", "-C", f"opt-level={level}"]
            command += ["-C", "panic=abort", "-C", "strip=symbols", *more, "-o", wasm, source]
            # A panic message names its source, which is to be the same wherever it was built.
            command += ["--remap-path-prefix", f"{source.parent}=rust"]
            subprocess.run(command, check=True)
            finish(wasm, [])


def finish(wasm, made):
    """Strips the module; leaves out one that another level made already."""
    subprocess.run(["wasm-strip", wasm], check=True)
    wasm.chmod(0o644)
    if wasm.read_bytes() in made:
        wasm.unlink()
    else:
        made.append(wasm.read_bytes())


def engine():
    config = wasmtime.Config()
    config.consume_fuel = True
    config.shared_memory = True
    for proposal in PROPOSALS:
        setattr(config, "wasm_" + proposal, True)
    return wasmtime.Engine(config)


def comments(text):
    found = {}
    for line in text.splitlines():
        if not line.startswith(";;"):
            break
        match = re.match(r";; (\w+): (.*)$", line)
        if match:
            found[match[1]] = match[2]
    return found


def world(path):
    """What the module is given, and the count by hand or None."""
    if not path.with_suffix(".wat").exists():
        given = PROGRAMS.get(path.stem.rsplit("-O", 1)[0], {})
        return given.get("args", []), given.get("env", {}), given.get("stdin", ""), None
    found = comments(path.with_suffix(".wat").read_text())
    env = dict([found["env"].split("=", 1)]) if "env" in found else {}
    counted = int(found["counted"]) if "counted" in found else None
    return shlex.split(found.get("args", "")), env, found.get("stdin", ""), counted


def run(the_engine, path):
    args, env, stdin, counted = world(path)
    store = wasmtime.Store(the_engine)
    store.set_fuel(LIMIT)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        (scratch / "in").write_text(stdin)
        wasi = wasmtime.WasiConfig()
        wasi.argv = ["guest", *args]
        wasi.env = list(env.items())
        wasi.stdin_file = scratch / "in"
        wasi.stdout_file = scratch / "out"
        wasi.stderr_file = scratch / "err"
        store.set_wasi(wasi)
        linker = wasmtime.Linker(the_engine)
        linker.define_wasi()
        module = wasmtime.Module(the_engine, path.read_bytes())
        instance = linker.instantiate(store, module)
        startup = LIMIT - store.get_fuel()
        code = 0
        try:
            instance.exports(store)["_start"](store)
        except wasmtime.ExitTrap as left:
            code = left.code
        fuel = LIMIT - store.get_fuel()
        stdout = (scratch / "out").read_bytes()
    vector = {
        "module": str(path.relative_to(FUEL_DIR)),
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "args": args,
        "env": env,
        "stdin": stdin,
        "exit_code": code,
        "stdout": stdout.decode(),
        "startup_fuel": startup,
        "fuel": fuel,
    }
    if counted is not None:
        vector["counted_by_hand"] = counted
    return vector


def main():
    if "--build" in sys.argv[1:]:
        build()
    for source in sorted(FUEL_DIR.glob("*/*.wat")):
        source.with_suffix(".wasm").write_bytes(wasmtime.wat2wasm(source.read_text()))
    the_engine = engine()
    vectors = []
    for path in sorted(FUEL_DIR.glob("*/*.wasm")):
        try:
            vectors.append(run(the_engine, path))
        except (wasmtime.WasmtimeError, wasmtime.Trap) as error:
            sys.exit(f"{path}: {error}")
    version = importlib.metadata.version("wasmtime")
    result = {"reference": f"wasmtime {version}", "vectors": vectors}
    text = json.dumps(result, indent=1, ensure_ascii=False)
    (FUEL_DIR / "vectors.json").write_text(text + "\n")
    print(f"{len(vectors)} modules, wasmtime {version}")


if __name__ == "__main__":
    main()
