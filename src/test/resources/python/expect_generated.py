"""Runs generated programs under CPython 3.12 in one process and writes what they do.

    python3.12 expect_generated.py SEED COUNT [OUT.jsonl]

One line a program: {"seed", "stdout", "last" (stderr's last line), "exit"}. Ends with a summary on stderr.
"""

import contextlib
import io
import json
import sys
import time
import traceback
from pathlib import Path

if sys.version_info[:2] != (3, 12) or sys.implementation.name != "cpython":
    sys.exit("expectations are made with CPython 3.12 only; this is " + sys.version)

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
from generate import program  # noqa: E402


def run(source, name):
    """What a process of its own would print and exit with."""
    out, err = io.StringIO(), io.StringIO()
    code = 0
    arguments, sys.argv = sys.argv, [name]
    stdin, sys.stdin = sys.stdin, io.StringIO()
    # The frames of this module and of exec take part of the recursion limit; a program must have it all.
    limit = sys.getrecursionlimit()
    depth = 0
    frame = sys._getframe()
    while frame:
        depth += 1
        frame = frame.f_back
    sys.setrecursionlimit(limit + depth)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                exec(compile(source, name, "exec"), {"__name__": "__main__", "__builtins__": __builtins__})
            except SystemExit as e:
                if isinstance(e.code, int):
                    code = e.code & 0xFF
                elif e.code is not None:
                    code = 1
                    print(e.code, file=err)
            except BaseException:
                code = 1
                traceback.print_exc(file=err)
    finally:
        sys.argv, sys.stdin = arguments, stdin
        sys.setrecursionlimit(limit)
    lines = err.getvalue().splitlines()
    return {"stdout": out.getvalue(), "last": lines[-1] if lines else "", "exit": code}


def main():
    start, count = int(sys.argv[1]), int(sys.argv[2])
    results = open(sys.argv[3], "w", encoding="utf-8") if len(sys.argv) > 3 else sys.stdout
    began = time.perf_counter()
    failed = slow = 0
    slowest = (0.0, 0)
    for seed in range(start, start + count):
        source = program(seed)
        at = time.perf_counter()
        result = run(source, f"generated_{seed}.py")
        took = time.perf_counter() - at
        slowest = max(slowest, (took, seed))
        slow += took > 0.2
        failed += result["exit"] == 1
        print(json.dumps({"seed": seed} | result, ensure_ascii=False), file=results)
    mean = (time.perf_counter() - began) / count * 1000
    print(f"{count} programs, {failed} ended by an error, mean {mean:.1f} ms, slowest {slowest[0]:.3f} s (seed {slowest[1]})", file=sys.stderr)


if __name__ == "__main__":
    main()
