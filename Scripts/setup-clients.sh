#!/bin/sh
# Installs the Python clients that the tests drive the server with into virtual environments of their own, pinned by
# version and SHA-256: the SDK, and Schemathesis. Does nothing where they are installed.
#
#   Scripts/setup-clients.sh           install into ${GAVEL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/gavel}/clients and /contract
#   Scripts/setup-clients.sh --where   print the SDK's folder and stop
set -eu

repository=$(cd "$(dirname "$0")/.." && pwd)
cache=${GAVEL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/gavel}
if [ "${1:-}" = "--where" ]; then
  echo "$cache/clients"
  exit 0
fi

# install NAME FOLDER PINS
install() {
  if [ -f "$2/PINS" ] && cmp -s "$3" "$2/PINS"; then
    return
  fi
  echo "setup-clients: installing $1 into $2"
  rm -rf "$2"
  python3 -m venv "$2"
  "$2/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary=:all: \
    --requirement "$3"
  cp "$3" "$2/PINS"
}

install "the Python clients" "$cache/clients" "$repository/Tests/ClientTests/requirements.txt"
install "Schemathesis" "$cache/contract" "$repository/Tests/ClientTests/contract/requirements.txt"
