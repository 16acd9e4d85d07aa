"""Writes the answers into src/test/resources/mcp/session.txt, which is a session of `sandglass mcp`.

    python src/test/scripts/mcp_session.py target/sandglass/bin/sandglass

Lines that begin with `> ` are sent, those with `< ` are what was answered. Times and the version
are written as 0, for they differ from run to run; McpTranscriptTest holds the endpoint to the rest.
"""

import json
import pathlib
import subprocess
import sys

FILE = pathlib.Path(__file__).parents[1] / "resources" / "mcp" / "session.txt"


def plain(node):
    if isinstance(node, dict):
        return {k: 0 if k in ("elapsed_ms", "version") else plain(v) for k, v in node.items()}
    return [plain(v) for v in node] if isinstance(node, list) else node


def main(command):
    server = subprocess.Popen([command, "mcp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    lines = []
    for line in FILE.read_text("utf-8").splitlines():
        if line.startswith("< "):
            continue
        lines.append(line)
        if line.startswith("> "):
            server.stdin.write(line[2:].encode() + b"\n")
            server.stdin.flush()
            message = json.loads(line[2:])
            if "id" in message:
                answer = plain(json.loads(server.stdout.readline()))
                lines.append("< " + json.dumps(answer, separators=(",", ":")))
    server.stdin.close()
    assert server.wait() == 0
    FILE.write_text("\n".join(lines) + "\n", "utf-8")


main(sys.argv[1])
