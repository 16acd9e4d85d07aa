"""Runs a WASI module in wasmtime, as the reference for what Sandglass should do with it.

    pip install wasmtime

Wasmtime keeps the compiled module in its cache, so only the first run of a large module is slow.
"""

import pathlib
import tempfile
import threading
from dataclasses import dataclass

import wasmtime


# As much as the tests in Sandglass give.
MEMORY_BYTES = 512 << 20


@dataclass
class Ended:
    """How a run ended; a status of None is a trap, with its message in stderr."""

    status: int | None
    stdout: bytes
    stderr: bytes


class Guest:
    """One module, compiled once, run as often as wanted."""

    def __init__(self, module):
        config = wasmtime.Config()
        config.cache = True
        # Deeper than usual: a guest's own recursion limit should come first.
        config.max_wasm_stack = 3 << 19
        config.epoch_interruption = True
        self.engine = wasmtime.Engine(config)
        self.module = wasmtime.Module.from_file(self.engine, str(module))
        self.linker = wasmtime.Linker(self.engine)
        self.linker.define_wasi()

    def run(self, argv, env=None, stdin=b"", folders=(), seconds=600):
        """Runs it; folders are pairs of a host folder and the guest's writable name for it."""
        with tempfile.TemporaryDirectory() as scratch:
            work = pathlib.Path(scratch)
            (work / "in").write_bytes(stdin)
            wasi = wasmtime.WasiConfig()
            wasi.argv = argv
            wasi.env = list((env or {}).items())
            wasi.stdin_file = str(work / "in")
            wasi.stdout_file = str(work / "out")
            wasi.stderr_file = str(work / "err")
            for host, guest in folders:
                wasi.preopen_dir(str(host), guest)
            store = wasmtime.Store(self.engine)
            store.set_limits(memory_size=MEMORY_BYTES)
            store.set_wasi(wasi)
            store.set_epoch_deadline(1)
            alarm = threading.Timer(seconds, self.engine.increment_epoch)
            alarm.start()
            status, trap = 0, b""
            try:
                self.linker.instantiate(store, self.module).exports(store)["_start"](store)
            except wasmtime.ExitTrap as exit:
                status = exit.code
            except (wasmtime.Trap, wasmtime.WasmtimeError) as e:
                status, trap = None, str(e).encode()
            finally:
                alarm.cancel()
            return Ended(status, (work / "out").read_bytes(), (work / "err").read_bytes() + trap)
