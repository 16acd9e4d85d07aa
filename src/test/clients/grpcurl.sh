#!/usr/bin/env bash
# The guide's call of a running `sandglass serve`, as the guide has it. Without grpcurl, reflected.py
# beside this takes its place, which takes the same arguments; PYTHON names one that has grpcio.
#
#     grpcurl.sh HELLO.wasm [ADDRESS]
set -euo pipefail
wasm=${1:?a module is needed}
address=${2:-localhost:50051}
here=$(cd "$(dirname "$0")" && pwd)

if ! command -v grpcurl > /dev/null; then
  grpcurl() { "${PYTHON:-python3}" "$here/reflected.py" "$@"; }
fi

# The guide's base64 is macOS's, or Linux's.
one_line() { base64 -w 0 "$1" 2> /dev/null || base64 -b 0 -i "$1"; }

grpcurl -plaintext "$address" list

answer=$(grpcurl -plaintext -d '{
  "tool_name": "code_executor",
  "parameters": {
    "wasm_base64": "'"$(one_line "$wasm")"'",
    "stdin": ""
  }
}' "$address" shannon.agent.AgentService/ExecuteTool)
echo "$answer"
grep -q '"output": "Hello from WASI!\\n"' <<< "$answer"
