"""An MCP client in Python, from the package mcp, against `sandglass mcp`.

    python -m pip install mcp
    python src/test/clients/mcp_client.py target/sandglass/bin/sandglass

Starts the server itself, as clients do, and ends with status 0 if all is as it should be.
"""

import asyncio
import base64
import json
import pathlib
import sys
import time

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

SPIN = '(module (func (export "_start") (loop $on (br $on))))'


def check(what, holds):
    if not holds:
        raise SystemExit(f"not as it should be: {what}")
    print(f"ok: {what}")


async def compiled(session, wat):
    result = await session.call_tool("compile_wat", {"wat": wat})
    return result.content[0].text


def is_error(result):
    return result.model_dump(by_alias=True)["isError"]


def structured(result):
    return result.model_dump(by_alias=True)["structuredContent"]


async def main(command):
    server = StdioServerParameters(
        command=command, args=["mcp", "--fuel", "1000000G", "--concurrency", "1"]
    )
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        names = [tool.name for tool in (await session.list_tools()).tools]
        check(f"tools {names}", {"code_executor", "compile_wat"} <= set(names))

        hello = await compiled(session, pathlib.Path("samples/hello.wat").read_text("utf-8"))
        check("compile_wat gives a module", base64.b64decode(hello)[:4] == b"\0asm")
        result = await session.call_tool("code_executor", {"wasm_base64": hello})
        check("hello prints", result.content[0].text == "Hello from WASI!\n")
        check("and tells its fuel", structured(result)["metadata"]["fuel_used"] == 6)

        inspected = await session.call_tool("inspect_module", {"wasm_base64": hello})
        check("inspect_module gives JSON", json.loads(inspected.content[0].text)["runs_here"])

        wrong = await session.call_tool("compile_wat", {"wat": "(module (func (i32.ad)))"})
        check("an error has its place", is_error(wrong) and "wat:1:" in wrong.content[0].text)

        spin = await compiled(session, SPIN)
        told = []

        async def progress(done, total, message):
            told.append(done)

        result = await session.call_tool(
            "code_executor",
            {"wasm_base64": spin, "timeout_seconds": 2},
            progress_callback=progress,
        )
        check("a guest times out", structured(result)["metadata"]["outcome"]["kind"] == "timed_out")
        check("its progress is told", told and told == sorted(set(told)))

        call = asyncio.create_task(session.call_tool("code_executor", {"wasm_base64": spin}))
        await asyncio.sleep(1)
        call.cancel()
        try:
            await call
        except asyncio.CancelledError:
            pass
        # What the package does when a task is cancelled differs from version to version.
        begun = time.monotonic()
        result = await session.call_tool("code_executor", {"wasm_base64": hello})
        check("the session goes on", result.content[0].text == "Hello from WASI!\n")
        print(f"the place was free after {time.monotonic() - begun:.2f} s")


asyncio.run(main(sys.argv[1]))
