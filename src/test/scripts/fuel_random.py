#!/usr/bin/env python3
"""Writes random modules for the fuel vectors: src/test/resources/fuel/random/NN.wat.

    python3 src/test/scripts/fuel_random.py [COUNT [FIRST_SEED]]

All of them end, normally or by proc_exit: loops count down, and functions call only later ones. They
are made of what decides where fuel is charged: blocks, loops, ifs with and without else and with
values and parameters, branches out of many levels, br_table, returns, dead code, calls of all kinds,
tail calls, exceptions caught where they are thrown, bulk operations and growth. Then run
fuel_vectors.py.
"""

import pathlib
import random
import sys

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "resources" / "fuel" / "random"
FUNCTIONS = 7
LOCALS = 4


class Function:
    """Writes one function: i32, i32 -> i32, with locals $0 to $3 for numbers and more for counters."""

    def __init__(self, rng, index):
        self.rng = rng
        self.index = index
        self.counters = 0
        self.labels = []  # (name, has a value, is a loop), innermost last
        self.budget = 110
        self.is_dead = False

    def text(self):
        body = "\n".join(self.statements(0))
        result = self.value(2)
        counters = "".join(f" (local $c{i} i32)" for i in range(self.counters))
        head = "(type $f) (param $0 i32) (param $1 i32) (result i32) (local $2 i32) (local $3 i32)"
        return f"(func $f{self.index} {head}{counters}\n{body}\n{result})"

    def local(self):
        return f"${self.rng.randrange(LOCALS)}"

    def constant(self):
        return f"(i32.const {self.rng.choice((0, 1, 2, 3, 5, 7, 100, -1))})"

    def callee(self):
        return self.rng.randrange(self.index + 1, FUNCTIONS)

    def value(self, depth):
        """An expression of type i32."""
        self.budget -= 1
        if depth > 3 or self.budget < 0:
            return self.rng.choice((self.constant(), f"(local.get {self.local()})"))
        choice = self.rng.randrange(14)
        a = lambda: self.value(depth + 1)
        if choice < 3:
            return f"(local.get {self.local()})"
        if choice < 5:
            return self.constant()
        if choice < 8:
            op = self.rng.choice("add sub mul and or xor shl lt_u ge_s eq".split())
            return f"(i32.{op} {a()} {a()})"
        if choice == 8:
            return f"(local.tee {self.local()} {a()})"
        if choice == 9:
            return f"(select {a()} {a()} {a()})"
        if choice == 10:
            return f"(if (result i32) {a()} (then {self.block(depth)} {a()}) (else {a()}))"
        if choice == 11:
            name = self.enter("b", True, False)
            inner = f"{self.block(depth)} {a()}"
            self.leave()
            return f"(block {name} (result i32) {inner})"
        if choice == 12 and self.index + 1 < FUNCTIONS:
            return self.call(depth)
        return f"(i32.load8_u (i32.and {a()} (i32.const 1023)))"

    def call(self, depth):
        a, b = self.value(depth + 1), self.value(depth + 1)
        if self.rng.random() < 0.3:
            return f"(call_indirect (type $f) {a} {b} (i32.const {self.callee()}))"
        return f"(call $f{self.callee()} {a} {b})"

    def enter(self, kind, has_value, is_loop):
        name = f"${kind}{len(self.labels)}"
        self.labels.append((name, has_value, is_loop))
        return name

    def leave(self):
        self.labels.pop()

    def block(self, depth):
        return " ".join(self.statements(depth + 1))

    def statements(self, depth):
        return [self.statement(depth) for _ in range(self.rng.randrange(1, 5 if depth < 3 else 3))]

    def statement(self, depth):
        self.budget -= 1
        if depth > 4 or self.budget < 0:
            return f"(local.set {self.local()} {self.value(3)})"
        value = lambda: self.value(1)
        choice = self.rng.randrange(24)
        if choice < 4:
            return f"(local.set {self.local()} {value()})"
        if choice == 4:
            return f"(i32.store8 (i32.and {value()} (i32.const 1023)) {value()})"
        if choice < 7:
            return f"(if {value()} (then {self.block(depth)}) (else {self.block(depth)}))"
        if choice < 9:
            return f"(if {value()} (then {self.block(depth)}))"
        if choice < 12:
            name = self.enter("b", False, False)
            inner = self.block(depth)
            self.leave()
            return f"(block {name} {inner})"
        if choice < 14:
            return self.loop(depth)
        if choice < 17:
            return self.branch()
        if choice == 17:
            return self.table(depth)
        if choice == 18:
            return self.dead(depth)
        if choice == 19:
            return f"(if {value()} (then (return {value()})))"
        if choice == 20 and self.index < FUNCTIONS - 1:
            a, b = value(), value()
            return f"(if {value()} (then (return_call $f{self.callee()} {a} {b})))"
        # Chicory's compiler cannot compile a handler in dead code.
        if choice == 21 and not self.is_dead:
            return self.caught(depth)
        if choice == 22:
            return self.bulk()
        return f"(drop {value()})"

    def loop(self, depth):
        counter = f"$c{self.counters}"
        self.counters += 1
        name = self.enter("l", False, True)
        # A branch to the loop from inside would not count down, so it is not a target.
        inner = self.block(depth)
        self.leave()
        count = f"(local.tee {counter} (i32.sub (local.get {counter}) (i32.const 1)))"
        begin = f"(local.set {counter} (i32.const {self.rng.randrange(1, 4)}))"
        return f"{begin} (loop {name} {inner} (br_if {name} {count}))"

    def branch(self):
        targets = [label for label in self.labels if not label[2]]
        if not targets:
            return "nop"
        name, has_value, _ = self.rng.choice(targets)
        condition = self.value(2)
        if has_value:
            return f"(drop (br_if {name} {self.value(2)} {condition}))"
        return f"(br_if {name} {condition})"

    def table(self, depth):
        outer = self.enter("t", False, False)
        middle = self.enter("t", False, False)
        index = self.value(2)
        cases = " ".join(self.rng.choice((outer, middle)) for _ in range(self.rng.randrange(4)))
        inner = self.block(depth)
        self.leave()
        rest = self.block(depth)
        self.leave()
        default = self.rng.choice((outer, middle))
        return f"(block {outer} (block {middle} {inner} (br_table {cases} {default} {index})) {rest})"

    def dead(self, depth):
        name = self.enter("d", False, False)
        before = self.block(depth)
        was_dead, self.is_dead = self.is_dead, True
        behind = self.block(depth)
        self.is_dead = was_dead
        self.leave()
        return f"(block {name} {before} (br {name}) {behind})"

    def caught(self, depth):
        """Only throws to a handler of the same function: wasmtime forgets what a callee used."""
        name = self.enter("h", True, False)
        condition, thrown = self.value(2), self.value(2)
        self.leave()
        body = f"(if {condition} (then (throw $e {thrown}))) (local.set {self.local()} {self.value(2)})"
        handled = f"(try_table (catch $e {name}) {body})"
        return f"(local.set {self.local()} (block {name} (result i32) {handled} {self.constant()}))"

    def bulk(self):
        length = f"(i32.and {self.value(2)} (i32.const 63))"
        kind = self.rng.randrange(5)
        if kind == 0:
            return f"(memory.fill (i32.const 40) {self.constant()} {length})"
        if kind == 1:
            return f"(memory.copy (i32.const 70) (i32.const 9) {length})"
        if kind == 2:
            return f"(memory.init $d (i32.const 5) (i32.const 0) (i32.const {self.rng.randrange(6)}))"
        if kind == 3:
            return f"(drop (memory.grow (i32.and {self.value(2)} (i32.const 3))))"
        return f"(drop (memory.grow (i32.const {self.rng.choice((0, 1, 4, 200))})))"


def module(seed):
    rng = random.Random(seed)
    functions = [Function(rng, i).text() for i in range(FUNCTIONS)]
    elements = " ".join(f"$f{i}" for i in range(FUNCTIONS))
    calls = " ".join(
        f"(drop (call $f{i} (i32.mul (local.get $i) (i32.const {rng.choice((1, 3, 17))})) (local.get $x)))"
        for i in reversed(range(FUNCTIONS))
    )
    leave = "(call $exit (i32.const 9))" if rng.random() < 0.3 else ""
    begin = f'''(func (export "_start") (type $start) (local $i i32) (local $x i32)
(loop $l (local.set $x (i32.load (local.get $i)))
{calls}
(if (i32.eq (local.get $i) (i32.const 5)) (then {leave}))
(br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 8)))))'''
    start = "(start $s) (func $s (local i32) (if (i32.eqz (local.get 0)) (then (local.set 0 (i32.const 1)))))"
    return "\n".join(
        [
            f";; Random control flow, seed {seed}.",
            "(module",
            "(type $start (func)) (type $f (func (param i32 i32) (result i32)))",
            '(import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))',
            '(memory (export "memory") 1 6)',
            '(data $d "random")',
            "(tag $e (param i32))",
            f"(table funcref (elem {elements}))",
            start if rng.random() < 0.3 else "",
            *functions,
            begin,
            ")",
            "",
        ]
    )


def main():
    count, first = (list(map(int, sys.argv[1:])) + [30, 1][len(sys.argv) - 1 :])[:2]
    FOLDER.mkdir(exist_ok=True)
    for seed in range(first, first + count):
        (FOLDER / f"{seed:02}.wat").write_text(module(seed))


if __name__ == "__main__":
    main()
