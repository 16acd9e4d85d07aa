#!/usr/bin/env python3
"""Records what a native CPython 3.12 says to the programs in src/test/resources/python/programs.

    python3.12 src/test/scripts/python_programs.py
    python3 src/test/scripts/python_programs.py --wasmtime PYTHON.WASM

The first writes src/test/resources/python/expected: for each program the exit status, stderr's last
line and all of stdout. It must be a 3.12, the guest's version: messages and modules differ between
minor versions. The recorded ones are by 3.12.1, and the guest is 3.12.0; the programs keep away from
what differs between the two, from the word size of the machine (the guest's is 32 bits), from hash
order, addresses and the time.

The second runs the same programs in wasmtime and compares: what fails there is no fault of Sandglass.

A program's leading comments say what it is given beside its text, which goes in with -c:

    # args: a b       arguments, separated by spaces
    # stdin: a\\nb     standard input, with JSON's escapes
    # folder: data    a writable copy of src/test/resources/python/data, its path the first argument
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

RESOURCES = pathlib.Path(__file__).parent.parent / "resources" / "python"


class Program:
    def __init__(self, path):
        self.name = path.relative_to(RESOURCES / "programs").with_suffix("").as_posix()
        self.source = path.read_text(encoding="utf-8")
        self.expected = RESOURCES / "expected" / (self.name + ".txt")
        given = {}
        for line in self.source.splitlines():
            if not line.startswith("#"):
                break
            key, _, value = line[1:].partition(":")
            given.setdefault(key.strip(), value.strip())
        self.args = given.get("args", "").split()
        self.stdin = json.loads('"' + given.get("stdin", "").replace('"', '\\"') + '"').encode()
        self.folder = given.get("folder")

    def argv(self, folder):
        return ["-c", self.source] + ([folder] if self.folder else []) + self.args


def record(program, work):
    folder = work / "data"
    if program.folder:
        shutil.copytree(RESOURCES / program.folder, folder)
    done = subprocess.run(
        [sys.executable] + program.argv(str(folder)),
        input=program.stdin,
        capture_output=True,
        env={"LC_ALL": "C.UTF-8", "PATH": os.defpath},
        check=False,
    )
    return expectation(done.returncode, done.stdout, done.stderr)


def in_wasmtime(guest, program, work):
    folders = []
    if program.folder:
        shutil.copytree(RESOURCES / program.folder, work / "data")
        folders = [(work / "data", "/data")]
    ended = guest.run(["python"] + program.argv("/data"), stdin=program.stdin, folders=folders)
    return expectation(ended.status, ended.stdout, ended.stderr)


def expectation(status, stdout, stderr):
    last = stderr.splitlines()[-1:] or [b""]
    return b"status: %s\nstderr: %s\n\n%s" % (str(status).encode(), last[0], stdout)


def main():
    programs = [Program(p) for p in sorted((RESOURCES / "programs").rglob("*.py"))]
    guest = None
    if sys.argv[1:2] == ["--wasmtime"]:
        from wasmtime_guest import Guest

        guest = Guest(sys.argv[2])
    elif sys.version_info[:2] != (3, 12):
        sys.exit("expectations are recorded by a CPython 3.12")
    differ = 0
    for program in programs:
        with tempfile.TemporaryDirectory() as work:
            if guest is None:
                program.expected.parent.mkdir(parents=True, exist_ok=True)
                program.expected.write_bytes(record(program, pathlib.Path(work)))
            else:
                actual = in_wasmtime(guest, program, pathlib.Path(work))
                if actual != program.expected.read_bytes():
                    differ += 1
                    print("DIFFERS", program.name)
                    subprocess.run(
                        ["diff", "-a", program.expected, "-"], input=actual, check=False
                    )
    print(f"{len(programs)} programs" + (f", {differ} differ" if guest else " recorded"))
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
