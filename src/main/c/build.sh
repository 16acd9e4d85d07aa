#!/bin/sh
# Compiles the runtime with Debian's clang, wasm-ld and wasi-libc (for libm) to OUT.wasm:
#   build.sh OUT.wasm [MORE.c ...]
# What the Java side gives is left as imports from "env". Two files are compiled at a time; one that
# a change has not touched is not compiled again. MORE_FLAGS are clang's: -DGC_STRESS makes a runtime
# that collects at every safepoint and spoils what is free, to find what the collector is not told of.
set -e
here=$(cd "$(dirname "$0")" && pwd)
out=$1
shift
objects=${BUILD:-$(mktemp -d)}
mkdir -p "$objects"
[ -n "$BUILD" ] || trap 'rm -rf "$objects"' EXIT

flags="--target=wasm32-wasi -O2 -std=c17 -Wall -Wextra -Werror -ffreestanding -fno-strict-aliasing
  -mbulk-memory -msign-ext -mnontrapping-fptoint -fdata-sections -ffunction-sections
  -fvisibility=hidden -I$here $MORE_FLAGS"
printf '%s\n' "$here"/*.c "$@" | xargs -P 2 -I{} sh -c '
  object=$1/$(basename "$2" .c).o
  newest=$(ls -t "$3"/*.h "$2" | head -n 1)
  [ "$object" -nt "$newest" ] || exec clang $4 -c "$2" -o "$object"
' compile "$objects" {} "$here" "$(echo $flags)"

# The functions for the written code are those named py_*, at the beginning of a line.
exports=$(cat "$here"/*.c |
  sed -nE 's/^(val|i32|u32|i64|double|void|_Noreturn void|bool) \*?(py_[a-z0-9_]+)\(.*/--export=\2/p' | sort -u)
linked=
for source in "$here"/*.c "$@"; do linked="$linked $objects/$(basename "$source" .c).o"; done
wasm-ld --no-entry --allow-undefined --gc-sections --strip-debug --stack-first -z stack-size=262144 \
  --emit-relocs --no-merge-data-segments --export=__heap_base --export-if-defined=program_test $exports $linked \
  /usr/lib/wasm32-wasi/libc.a /usr/lib/wasm32-wasi/libm.a -o "$out"
echo "$(basename "$out"): $(wc -c <"$out") bytes, $(echo $exports | wc -w) functions for programs"
