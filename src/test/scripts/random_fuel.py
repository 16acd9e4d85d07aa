#!/usr/bin/env python3
"""Compares the meter with wasmtime's fuel on random modules.

Make the modules first, from the test classes:
    java -cp CLASSPATH sandglass.sandbox.meter.DumpRandomModules FOLDER FIRST_SEED COUNT
then run this with a Python that has wasmtime (pip install wasmtime==49.0.0):
    random_fuel.py FOLDER

For each module that ends normally: wasmtime's fuel for the original equals what the metered module
counts when wasmtime runs it without fuel, and what Chicory counted; so do the results. Then for
limits around what was used: both run out of fuel, or neither does.
"""
import collections
import json
import pathlib
import struct
import sys

import wasmtime

PLENTY = 1 << 40
LIMIT = 200_000
MARK = 1 << 62


def engine(fuel):
    config = wasmtime.Config()
    config.consume_fuel = fuel
    config.wasm_exceptions = True
    config.wasm_tail_call = True
    config.wasm_threads = True
    return wasmtime.Engine(config)


WITH_FUEL, PLAIN = engine(True), engine(False)


def bits(value, kind):
    """The value as the engine of the tests shows it: its bits, signed."""
    if kind == "f32":
        return struct.unpack("<I", struct.pack("<f", value))[0]
    if kind == "f64":
        return struct.unpack("<q", struct.pack("<d", value))[0]
    return value & 0xFFFFFFFF if kind == "i32" else value


def instance(eng, code, fuel=None):
    store = wasmtime.Store(eng)
    if fuel is not None:
        store.set_fuel(fuel)
    module = wasmtime.Module(eng, code)
    kind = wasmtime.FuncType([wasmtime.ValType.i64()], [wasmtime.ValType.i64()])
    imports = [wasmtime.Func(store, kind, lambda x: x ^ 0x5555) for _ in module.imports]
    return store, wasmtime.Instance(store, module, imports)


def call(store, inst):
    main = inst.exports(store)["main"]
    types = [str(t) for t in main.type(store).results]
    values = main(store)
    values = values if isinstance(values, list) else [values]
    return [bits(v, t) for v, t in zip(values, types)]


def globals_of(store, inst):
    exports = inst.exports(store)
    found = [exports[f"g{i}"] for i in range(5)]
    return [bits(g.value(store), str(g.type(store).content)) for g in found]


def original(code, fuel):
    """(kind, fuel used, results, globals)"""
    try:
        store, inst = instance(WITH_FUEL, code, fuel)
        results = call(store, inst)
    except (wasmtime.Trap, wasmtime.WasmtimeError) as error:
        text = str(error)
        return ("out of fuel" if "all fuel consumed" in text else "failed: " + text), 0, [], []
    return "ended", fuel - store.get_fuel(), results, globals_of(store, inst)


def metered(code, fuel=None):
    try:
        store, inst = instance(PLAIN, code)
    except (wasmtime.Trap, wasmtime.WasmtimeError) as error:
        return "failed: " + str(error), 0, [], []
    counter = inst.exports(store)["sandglass:fuel"]
    full = 1 << 60
    if fuel is not None:
        counter.set_value(store, fuel)
        full = fuel
    try:
        results = call(store, inst)
    except (wasmtime.Trap, wasmtime.WasmtimeError) as error:
        spent = counter.value(store) < -(MARK >> 1)
        return ("out of fuel" if spent else "failed: " + str(error)), 0, [], []
    return "ended", full - counter.value(store), results, globals_of(store, inst)


def starts(code):
    """Whether there is a start section."""
    at = 8
    while at < len(code):
        section, at, size, shift = code[at], at + 1, 0, 0
        while True:
            byte, at = code[at], at + 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        if section == 8:
            return True
        at += size
    return False


def main():
    folder = pathlib.Path(sys.argv[1])
    counts, wrong = collections.Counter(), []
    for entry in json.loads((folder / "index.json").read_text()):
        seed, startup = entry["seed"], entry["startup"]
        code = (folder / f"{seed}.wasm").read_bytes()
        changed = (folder / f"{seed}.metered.wasm").read_bytes()
        kind, used, results, values = original(code, LIMIT)
        counts[kind.split(":")[0]] += 1
        if kind != "ended":
            continue
        mine = metered(changed)
        counts["fuel compared in wasmtime"] += 1
        if mine != ("ended", used - startup, results, values):
            wrong.append(f"{seed}: wasmtime {used} {results} {values}, metered there {mine} + {startup}")
        for side in ("INTERPRETED_METERED", "COMPILED_METERED"):
            if side not in entry:
                continue
            got = entry[side]
            counts["compared " + side] += 1
            if got["kind"] != "ended" or got["used"] + startup != used:
                wrong.append(f"{seed}: fuel {used}, {side} {got['kind']} {got['used']} + {startup}")
            elif got["results"] != results or got["globals"] != values:
                counts["other results, " + side] += 1
                print(f"{seed}: {results} {values}, {side} {got['results']} {got['globals']}")
        if starts(code):
            continue
        for limit in {used, used - 1, used + 1, used // 2, used // 3, used * 2 // 3}:
            if limit > startup:
                counts["limits"] += 1
                theirs, ours = original(code, limit)[0], metered(changed, limit - startup)[0]
                if theirs != ours:
                    wrong.append(f"{seed}: limit {limit} of {used}: wasmtime {theirs}, metered {ours}")
    for line in wrong:
        print("WRONG", line)
    print(f"{len(wrong)} wrong; {dict(counts)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
