"""Writes expected.jsonl: what CPython 3.12 prints for every program of this folder.

    python3.12 expect.py            writes the file anew
    python3.12 expect.py --check    says whether the file is still right (exit status 1 if not)

Each NAME.py runs here as `python -X utf8 NAME.py ARGS < NAME.in`: arguments from NAME.args, one a line;
without NAME.in, stdin is empty. A line of the file is one object: name, stdout, stderr, last (stderr's
last line, '' if none) and exit. Tracebacks name the program as NAME.py, whatever folder it ran in, and
have no lines of carets (`-X no_debug_ranges`), which the compiled program need not print.
"""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

if sys.version_info[:2] != (3, 12) or sys.implementation.name != "cpython":
    sys.exit("expectations are made with CPython 3.12 only; this is " + sys.version)

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent))
sys.dont_write_bytecode = True
from subset_check import outside  # noqa: E402

EXPECTED = FOLDER / "expected.jsonl"


def run(program):
    arguments = program.with_suffix(".args")
    stdin = program.with_suffix(".in")
    result = subprocess.run(
        [sys.executable, "-X", "utf8", "-X", "no_debug_ranges", "-B", program.name]
        + (arguments.read_text(encoding="utf-8").splitlines() if arguments.exists() else []),
        input=stdin.read_bytes() if stdin.exists() else b"",
        capture_output=True,
        cwd=FOLDER,
        timeout=60,
        env={k: v for k, v in os.environ.items() if not k.startswith("PYTHON")},
    )
    stderr = result.stderr.decode("utf-8").replace(str(FOLDER) + os.sep, "")
    return {
        "name": program.stem,
        "stdout": result.stdout.decode("utf-8"),
        "stderr": stderr,
        "last": stderr.splitlines()[-1] if stderr else "",
        "exit": result.returncode,
    }


def main():
    programs = sorted(p for p in FOLDER.glob("*.py") if p.name != "expect.py")
    wrong = [
        f"{p.name}:{line}:{column}: outside the subset: {what}"
        for p in programs
        for line, column, what in outside(p.read_text(encoding="utf-8"))
    ]
    if wrong:
        sys.exit("\n".join(wrong))
    with ThreadPoolExecutor(2) as pool:
        lines = [json.dumps(r, ensure_ascii=False) + "\n" for r in pool.map(run, programs)]
    text = "".join(lines)
    if "--check" in sys.argv:
        sys.exit(0 if EXPECTED.read_text(encoding="utf-8") == text else "expected.jsonl is not what CPython prints")
    EXPECTED.write_text(text, encoding="utf-8")
    print(len(lines), "programs")


if __name__ == "__main__":
    main()
