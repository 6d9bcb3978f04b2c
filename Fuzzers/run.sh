#!/bin/sh
# Fuzzes what reads hostile bytes: Fuzzers/run.sh [MINUTES] [policy|images|batches]
#
# policy: the parser, the linter, the renderers and the formatter. images: the headers and the decoding of pictures.
# batches: the input files of batch jobs.
set -eu

minutes=${1:-10}
target=${2:-policy}
here=$(cd "$(dirname "$0")" && pwd)
cache=${GAVEL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/gavel}

case $minutes in
  '' | *[!0-9]*) echo "fuzz: MINUTES is a whole number, not '$minutes'" >&2; exit 2 ;;
esac
case $target in
  policy) program=PolicyFuzzer corpus=$cache/fuzz/corpus findings=$cache/fuzz/findings seeds=$here/Corpus length=4096 ;;
  images) program=ImageFuzzer corpus=$cache/fuzz/images findings=$cache/fuzz/image-findings length=16384
    seeds=$here/../Tests/ContentIntakeTests/Images/Fixtures ;;
  batches) program=BatchFuzzer corpus=$cache/fuzz/batches findings=$cache/fuzz/batch-findings length=4096
    seeds=$here/Corpus/batches ;;
  *) echo "fuzz: there is policy, images and batches, not '$target'" >&2; exit 2 ;;
esac
mkdir -p "$corpus" "$findings"

set -- --package-path "$here" --scratch-path "${GAVEL_SCRATCH:-$cache/build}/fuzzers" --configuration release
swift build "$@" --product "$program"
fuzzer=$(swift build "$@" --show-bin-path)/$program

# What is found goes to the first folder, so that the next run goes on from there; the seeds are only read.
"$fuzzer" -max_total_time=$((minutes * 60)) -max_len="$length" -timeout=10 -dict="$here/$target.dict" \
  -artifact_prefix="$findings/" -print_final_stats=1 "$corpus" "$seeds" || {
  echo "fuzz: bytes that break something are kept in $findings" >&2
  exit 1
}
