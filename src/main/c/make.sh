#!/bin/sh
# Makes the runtime that compiled Python calls from the sources beside this script: runtime.wat, which
# programs show, and runtime.bin, the same as code.
#   make.sh            writes both among the resources
#   make.sh FOLDER     writes them there
# Needs clang and wasm-ld 14, wasi-libc (for libm), wabt and python3; on Debian 12:
#   apt install clang lld wasi-libc wabt
# Other versions make other code, though right code: what is committed is made with these.
set -e
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-$here/../resources/sandglass/program/python}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
sh "$here/build.sh" "$scratch/runtime.wasm"
python3 "$here/text.py" "$scratch/runtime.wasm" "$target/runtime.wat" "$target/runtime.bin"
