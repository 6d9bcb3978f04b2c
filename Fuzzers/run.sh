#!/bin/sh
# Fuzzes the parser, the linter, the renderers and the formatter: Fuzzers/run.sh [MINUTES]
set -eu

minutes=${1:-10}
here=$(cd "$(dirname "$0")" && pwd)
cache=${GAVEL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/gavel}
corpus=$cache/fuzz/corpus
findings=$cache/fuzz/findings
mkdir -p "$corpus" "$findings"

case $minutes in
  '' | *[!0-9]*) echo "fuzz: MINUTES is a whole number, not '$minutes'" >&2; exit 2 ;;
esac

set -- --package-path "$here" --scratch-path "${GAVEL_SCRATCH:-$cache/build}/fuzzers" --configuration release
swift build "$@"
fuzzer=$(swift build "$@" --show-bin-path)/PolicyFuzzer

# What is found goes to the first folder, so that the next run goes on from there; the seeds are only read.
"$fuzzer" -max_total_time=$((minutes * 60)) -max_len=4096 -timeout=10 -dict="$here/policy.dict" \
  -artifact_prefix="$findings/" -print_final_stats=1 "$corpus" "$here/Corpus" || {
  echo "fuzz: a text that breaks the parser is kept in $findings" >&2
  exit 1
}
