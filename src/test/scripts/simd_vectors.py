#!/usr/bin/env python3
"""Records what vector instructions compute, into src/test/resources/simd.

    pip install wasmtime
    python3 src/test/scripts/simd_vectors.py            write programs.json and instructions.txt again
    python3 src/test/scripts/simd_vectors.py --build    first compile the C programs, too

Wants wat2wasm and wasm-objdump (wabt) and node; building wants clang with its wasm32 back end.

programs.json     each export of the C programs with some arguments: node's result, wasmtime's fuel.
instructions.txt  each vector instruction on its own, on edge cases and random operands, by node:
                  an export of instructions.wasm; its operands; the two halves of the result; all
                  in hexadecimal, low half first. A result is left out where a NaN was computed, for
                  its bits may differ from one processor to another.
"""

import importlib.metadata
import json
import pathlib
import random
import re
import struct
import subprocess
import sys

import wasmtime

ROOT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "simd"
PROGRAMS = {
    "pixels": ["blend", "levels", "compiled"],
    "sound": ["mix", "energy", "filter"],
    "geometry": ["transform", "box", "slope", "convert"],
    "text": ["count", "hex", "reverse", "scatter"],
    "cipher": ["chacha", "powers"],
}
ARGUMENTS = [0, 1, 2, 12345, 0x7FFFFFFF, -1]

NODE = """
const fs = require("fs");
const file = process.argv[1];
const {exports} = new WebAssembly.Instance(new WebAssembly.Module(fs.readFileSync(file)));
const results = JSON.parse(fs.readFileSync(0)).map(([name, args]) => {
  const result = exports[name](...args.map(a => typeof a === "string" ? BigInt(a) : a));
  return [result].flat().map(r => BigInt.asUintN(64, r).toString());
});
process.stdout.write(JSON.stringify(results));
"""


def node(module, calls):
    run = subprocess.run(["node", "-e", NODE, "--", str(module)], input=json.dumps(calls).encode(),
                         check=True, stdout=subprocess.PIPE)
    return [[int(r) for r in result] for result in json.loads(run.stdout)]


def build():
    for name in PROGRAMS:
        subprocess.run(
            ["clang", "--target=wasm32", "-O2", "-msimd128", "-Wall", "-Wextra", "-nostdlib", "-ffreestanding",
             "-Wl,--no-entry", "-Wl,--strip-all", "-o", f"{name}.wasm", f"{name}.c"],
            cwd=ROOT, check=True)


def programs():
    config = wasmtime.Config()
    config.consume_fuel = True
    engine = wasmtime.Engine(config)
    recorded = []
    for name, exports in PROGRAMS.items():
        path = ROOT / f"{name}.wasm"
        calls = [(export, argument) for export in exports for argument in ARGUMENTS]
        results = node(path, [[export, [argument]] for export, argument in calls])
        store = wasmtime.Store(engine)
        store.set_fuel(10**9)
        instance = wasmtime.Instance(store, wasmtime.Module.from_file(engine, str(path)), [])
        for (export, argument), (result,) in zip(calls, results):
            store.set_fuel(10**9)
            again = instance.exports(store)[export](store, argument) & (2**64 - 1)
            if again != result:
                raise SystemExit(f"{name} {export}({argument}): node {result:#x}, wasmtime {again:#x}")
            recorded.append({"module": path.name, "export": export, "argument": argument,
                             "result": f"{result:016x}", "fuel": 10**9 - store.get_fuel()})
    version = subprocess.run(["node", "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    document = {"results": f"node {version}", "fuel": f"wasmtime {importlib.metadata.version('wasmtime')}",
                "calls": recorded}
    (ROOT / "programs.json").write_text(json.dumps(document, indent=1) + "\n")


# --- one instruction at a time ---

INTS = {"i8x16": 8, "i16x8": 16, "i32x4": 32, "i64x2": 64}
FLOATS = {"f32x4": 32, "f64x2": 64}
BITS = INTS | FLOATS
SCALARS = {"i8x16": "i32", "i16x8": "i32", "i32x4": "i32", "i64x2": "i64", "f32x4": "f32", "f64x2": "f64"}


def catalogue():
    """Name, kinds of operands (v, or a scalar's type), kind of result, the lanes of its operands."""
    for shape, bits in BITS.items():
        signs = [""] if shape in FLOATS else ["_s"] if bits == 64 else ["_s", "_u"]
        for relation in ["eq", "ne"] + [r + s for r in ("lt", "gt", "le", "ge") for s in signs]:
            yield f"{shape}.{relation}", "vv", "v", shape
        yield f"{shape}.splat", SCALARS[shape], "v", shape
        count = 128 // bits
        for lane in sorted({0, count // 2 - 1, count // 2, count - 1}):
            for sign in ["_s", "_u"] if bits < 32 else [""]:
                yield f"{shape}.extract_lane{sign} {lane}", "v", SCALARS[shape], shape
            yield f"{shape}.replace_lane {lane}", "v" + SCALARS[shape], "v", shape
        for name in ["add", "sub"] + (["mul"] if bits > 8 else []):
            yield f"{shape}.{name}", "vv", "v", shape
        for name in ["abs", "neg"]:
            yield f"{shape}.{name}", "v", "v", shape
    for shape, bits in INTS.items():
        for name in ["shl", "shr_s", "shr_u"]:
            yield f"{shape}.{name}", "vi32", "v", shape
        for name in ["all_true", "bitmask"]:
            yield f"{shape}.{name}", "v", "i32", shape
        narrow = f"i{bits // 2}x{256 // bits}"
        for sign in ["_s", "_u"]:
            if bits < 64:
                yield f"{shape}.min{sign}", "vv", "v", shape
                yield f"{shape}.max{sign}", "vv", "v", shape
            if bits < 32:
                yield f"{shape}.add_sat{sign}", "vv", "v", shape
                yield f"{shape}.sub_sat{sign}", "vv", "v", shape
                yield f"{shape}.narrow_i{bits * 2}x{64 // bits}{sign}", "vv", "v", f"i{bits * 2}x{64 // bits}"
            if bits > 8:
                for half in ["low", "high"]:
                    yield f"{shape}.extend_{half}_{narrow}{sign}", "v", "v", narrow
                    yield f"{shape}.extmul_{half}_{narrow}{sign}", "vv", "v", narrow
            if bits in (16, 32):
                yield f"{shape}.extadd_pairwise_{narrow}{sign}", "v", "v", narrow
    for shape in FLOATS:
        for name in ["sqrt", "ceil", "floor", "trunc", "nearest"]:
            yield f"{shape}.{name}", "v", "v", shape
        for name in ["div", "min", "max", "pmin", "pmax"]:
            yield f"{shape}.{name}", "vv", "v", shape
    for name in ["i8x16.avgr_u", "i16x8.avgr_u", "i16x8.q15mulr_sat_s", "i8x16.swizzle",
                 "i8x16.shuffle 0 31 16 15 7 8 23 24 1 1 30 2 17 9 22 4"]:
        yield name, "vv", "v", name[:5]
    yield "i8x16.popcnt", "v", "v", "i8x16"
    yield "i32x4.dot_i16x8_s", "vv", "v", "i16x8"
    yield "v128.not", "v", "v", "i64x2"
    yield "v128.any_true", "v", "i32", "i64x2"
    for name in ["and", "andnot", "or", "xor"]:
        yield f"v128.{name}", "vv", "v", "i64x2"
    yield "v128.bitselect", "vvv", "v", "i64x2"
    for sign in ["_s", "_u"]:
        yield f"i32x4.trunc_sat_f32x4{sign}", "v", "v", "f32x4"
        yield f"i32x4.trunc_sat_f64x2{sign}_zero", "v", "v", "f64x2"
        yield f"f32x4.convert_i32x4{sign}", "v", "v", "i32x4"
        yield f"f64x2.convert_low_i32x4{sign}", "v", "v", "i32x4"
    yield "f32x4.demote_f64x2_zero", "v", "v", "f64x2"
    yield "f64x2.promote_low_f32x4", "v", "v", "f32x4"
    yield "v128.const i64x2 0x0123456789abcdef 0xfedcba9876543210", "", "v", "i64x2"
    for name in (["load", "load32_zero", "load64_zero"] + [f"load{b}_splat" for b in (8, 16, 32, 64)]
                 + [f"load{n}{s}" for n in ("8x8", "16x4", "32x2") for s in ("_s", "_u")]):
        yield f"v128.{name} offset=3", "a", "v", "i64x2"
    for bits in (8, 16, 32, 64):
        for lane in sorted({0, 64 // bits - 1, 64 // bits, 128 // bits - 1}):
            yield f"v128.load{bits}_lane offset=3 {lane}", "av", "v", "i64x2"
            yield f"v128.store{bits}_lane offset=3 {lane}", "av", "m", "i64x2"
    yield "v128.store offset=3", "av", "m", "i64x2"


def operands(kinds):
    return re.findall("v|a|[if]\\d\\d", kinds)


def function(name, kinds, result):
    """An export that takes all operands as i64, vectors as two, and gives a vector as two i64."""
    params, code = 0, []
    for kind in operands(kinds):
        get = f"(local.get {params})"
        params += 1
        if kind == "v":
            code.append(f"(i64x2.replace_lane 1 (i64x2.splat {get}) (local.get {params}))")
            params += 1
        else:
            code.append({"i64": get, "f64": f"(f64.reinterpret_i64 {get})", "f32": f"(f32.reinterpret_i32 (i32.wrap_i64 {get}))"}
                        .get(kind, f"(i32.wrap_i64 {get})"))
    body = f"({name} {' '.join(code)})"
    types = "(param" + " i64" * params + ") (result i64 i64) (local $v v128)"
    if result == "m":
        clear = "(v128.store (i32.const 64) (v128.const i64x2 -1 -1)) (v128.store (i32.const 80) (v128.const i64x2 0 0))"
        body, result = f"{clear} {body} (v128.xor (v128.load (i32.const 64)) (v128.load (i32.const 80)))", "v"
    if result == "v":
        body += " (local.set $v) (i64x2.extract_lane 0 (local.get $v)) (i64x2.extract_lane 1 (local.get $v))"
    else:
        body = {"i64": body, "i32": f"(i64.extend_i32_u {body})", "f64": f"(i64.reinterpret_f64 {body})",
                "f32": f"(i64.extend_i32_u (i32.reinterpret_f32 {body}))"}[result] + " (i64.const 0)"
    return f'  (func (export "{name}") {types} {body})'


def edges(shape):
    bits = BITS[shape]
    top = 1 << (bits - 1)
    if shape in INTS:
        return [0, 1, 2, top - 1, top, top + 1, 2 * top - 1, 2 * top - 2, top // 2, 0x55 % (2 * top)]
    form = ("<f", "<I") if bits == 32 else ("<d", "<Q")
    values = [0.0, -0.0, 0.5, -0.5, 1.5, 2.5, -2.5, 0.49999997, 1.0, -1.0, 3.7, -3.7, 2147483647.0, 2147483648.0,
              -2147483649.0, 4294967295.0, 4294967296.0, 1e30, -1e30, 8388607.5, -4503599627370495.5,
              float("inf"), float("-inf"), float("nan")]
    return [struct.unpack(form[1], struct.pack(form[0], v))[0] for v in values] + [1, top + 1]


def lane(rng, shape, plain):
    bits = BITS[shape]
    if rng.random() < 0.6:
        value = rng.choice(edges(shape))
    elif shape in FLOATS and plain:
        form = ("<f", "<I") if bits == 32 else ("<d", "<Q")
        value = struct.unpack(form[1], struct.pack(form[0], rng.uniform(-1000, 1000)))[0]
    else:
        value = rng.getrandbits(bits)
    return value


def vector(rng, shape):
    bits, value = BITS[shape], 0
    for i in range(128 // bits):
        value |= lane(rng, shape, True) << (i * bits)
    return [value & (2**64 - 1), value >> 64]


def operand(rng, kind, shape, name):
    if kind == "v":
        return vector(rng, shape)
    if kind == "a":
        return [61 if "store" in name else rng.randrange(40)]
    if ".sh" in name:
        return [rng.choice([0, 1, BITS[shape] - 1, BITS[shape], BITS[shape] + 3, 2**32 - 1, rng.getrandbits(32)])]
    return [lane(rng, shape, True)]


COMPUTES = re.compile(r"f..x.\.(add|sub|mul|div|sqrt|min|max|ceil|floor|trunc|nearest|demote|promote).*")


def has_nan(name, result):
    value = result[0] | result[1] << 64
    bits = BITS[name[:5]]
    exponent = 0x7F800000 if bits == 32 else 0x7FF << 52
    lanes = [value >> (i * bits) & (2**bits - 1) for i in range(128 // bits)]
    return any(v & exponent == exponent and v & (exponent & -exponent) - 1 for v in lanes)


def instructions():
    rng = random.Random(1)
    entries = list(catalogue())
    data = "".join(f"\\{(i * 73 + 9) % 256:02x}" for i in range(64))
    text = "\n".join(["(module", "  (memory 1)", f'  (data (i32.const 0) "{data}")',
                      *(function(name, kinds, result) for name, kinds, result, _ in entries)]) + ")\n"
    source, module = ROOT / "instructions.wat", ROOT / "instructions.wasm"
    source.write_text(text)
    subprocess.run(["wat2wasm", str(source), "-o", str(module)], check=True)
    source.unlink()
    calls = []
    for name, kinds, _, shape in entries:
        for _ in range(8 if kinds else 1):
            calls.append((name, [half for kind in operands(kinds) for half in operand(rng, kind, shape, name)]))
    results = node(module, [[name, [str(a) for a in args]] for name, args in calls])
    lines = ["# Written by simd_vectors.py."]
    for (name, args), result in zip(calls, results):
        if not (COMPUTES.match(name) and has_nan(name, result)):
            lines.append("; ".join([name, " ".join(f"{a:x}" for a in args), " ".join(f"{r:x}" for r in result)]))
    (ROOT / "instructions.txt").write_text("\n".join(lines) + "\n")
    used = {line.split(";")[0] for line in lines[1:]}
    missing = [name for name, *_ in entries if name not in used]
    if missing:
        raise SystemExit(f"every result of {missing} was left out")


if __name__ == "__main__":
    if "--build" in sys.argv[1:]:
        build()
    programs()
    instructions()
