#!/bin/sh
# Builds the runtime and prints it as text, functions named as in C:
#   text.sh OUT.wat [MORE.c ...]
set -e
here=$(cd "$(dirname "$0")" && pwd)
out=$1
shift
binary=$(mktemp)
trap 'rm -f "$binary"' EXIT
"$here"/build.sh "$binary" "$@"
wasm2wat "$binary" -o "$out"
echo "$(basename "$out"): $(wc -c <"$out") bytes, $(wc -l <"$out") lines"
