#!/bin/sh
# Writes expected.tsv: what wabt's own wat2wasm says of each source here: file, line, column in
# bytes, carets, message. WatErrorTableTest compares the compiler in process with it.
cd "$(dirname "$0")" || exit 1
echo "# wat2wasm $(wat2wasm --version)" > expected.tsv
for file in *.wat; do
  wat2wasm "$file" --output=/dev/null --enable-threads --enable-tail-call --enable-exceptions \
    --enable-multi-memory --enable-extended-const --enable-annotations 2>&1 |
    sed 's/\x1b\[[0-9;]*m//g' |
    awk -v file="$file" '
      function flush() { if (place) print file "\t" place "\t" carets "\t" message; place = "" }
      match($0, /^[^:]*:[0-9]+:[0-9]+: error: /) {
        flush()
        split($0, part, ":")
        place = part[2] "\t" part[3]
        carets = 1
        message = substr($0, RLENGTH + 1)
        next
      }
      /^ *\^+$/ { gsub(/ /, ""); carets = length($0) }
      END { flush() }' >> expected.tsv
done
