#!/bin/sh
# Installs the system packages that Gavel is built and tested with. Does nothing where they are installed.
set -eu

# libjpeg-dev brings libjpeg-turbo, under the name that Debian and Ubuntu each have for it.
packages="curl libjpeg-dev libpng-dev libprotobuf-dev libsqlite3-dev libwebp-dev make pkg-config protobuf-compiler
  python3 python3-pip python3-venv"

missing=
for package in $packages; do
  # A Python that did not come from Debian is as good, where it has pip and venv.
  case $package in
    python3*) if python3 -c 'import pip, venv' 2>/dev/null; then continue; fi ;;
  esac
  dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed ||
    missing="$missing $package"
done

if ! command -v swift >/dev/null 2>&1; then
  echo "setup-system: needs Swift 6.3 or later; see swift.org/install" >&2
  exit 1
fi
[ -z "$missing" ] && exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null 2>&1 || {
    echo "setup-system: install as root:$missing" >&2
    exit 1
  }
  as_root=sudo
fi
echo "setup-system: installing$missing"
$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
# shellcheck disable=SC2086 # a list of names
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends $missing >/dev/null
