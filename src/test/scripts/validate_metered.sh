#!/bin/sh
# Validates every metered module of the spec's scripts with wabt's wasm-validate: a module that is
# valid as it is must be valid metered.
#
#   mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
#   src/test/scripts/validate_metered.sh FOLDER [SPEC_SCRIPTS]
set -u
folder=${1:?a folder to write the modules to}
spec=${2:-../shared/testdata/spec}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

"$java" -Dsandglass.spec="$spec" -cp "target/classes:target/test-classes:$(cat target/classpath)" \
  sandglass.sandbox.meter.DumpMeteredModules "$folder" || exit 1

valid=0 unknown=0 wrong=0
for original in "$folder"/original/*.wasm; do
  metered=$folder/metered/${original##*/}
  if ! wasm-validate --enable-all "$original" 2>/dev/null; then
    unknown=$((unknown + 1))
  elif wasm-validate --enable-all "$metered"; then
    valid=$((valid + 1))
  else
    wrong=$((wrong + 1))
    echo "WRONG $metered"
  fi
done
echo "$valid valid metered, $wrong not; $unknown that wasm-validate refuses as they are"
[ "$wrong" -eq 0 ]
