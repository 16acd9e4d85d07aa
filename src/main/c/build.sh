#!/bin/sh
# Compiles the runtime with Debian's clang, wasm-ld and wasi-libc (for libm) to OUT.wasm:
#   build.sh OUT.wasm [MORE.c ...]
# What the Java side gives is left as imports from "env".
set -e
here=$(cd "$(dirname "$0")" && pwd)
out=$1
shift
objects=$(mktemp -d)
trap 'rm -rf "$objects"' EXIT
n=0
for source in "$here"/*.c "$@"; do
  n=$((n + 1))
  clang --target=wasm32-wasi -O2 -std=c17 -Wall -Wextra -Werror -ffreestanding -fno-strict-aliasing \
    -mbulk-memory -msign-ext -mnontrapping-fptoint -fdata-sections -ffunction-sections \
    -fvisibility=hidden -I"$here" -c "$source" -o "$objects/$n-$(basename "$source" .c).o" &
done
wait
wasm-ld --no-entry --export-dynamic --allow-undefined --gc-sections --stack-first -z stack-size=262144 \
  --global-base=262144 --export-if-defined=program_test $(for f in "$here"/*.c; do
    grep -ohE '^(val|i32|u32|i64|void|_Noreturn void|bool) \*?py_[a-z0-9_]+\(' "$f" | grep -oE 'py_[a-z0-9_]+' | sort -u | sed 's/^/--export=/'
  done) "$objects"/*.o /usr/lib/wasm32-wasi/libc.a /usr/lib/wasm32-wasi/libm.a -o "$out"
