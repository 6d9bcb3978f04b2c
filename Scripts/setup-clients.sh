#!/bin/sh
# Installs the Python clients that the tests drive the server with into a virtual environment of their own, pinned by
# version and SHA-256. Does nothing where they are installed.
#
#   Scripts/setup-clients.sh           install into ${GAVEL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/gavel}/clients
#   Scripts/setup-clients.sh --where   print the folder and stop
set -eu

repository=$(cd "$(dirname "$0")/.." && pwd)
clients=${GAVEL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/gavel}/clients
if [ "${1:-}" = "--where" ]; then
  echo "$clients"
  exit 0
fi

pins=$repository/Tests/ClientTests/requirements.txt
if [ -f "$clients/PINS" ] && cmp -s "$pins" "$clients/PINS"; then
  exit 0
fi
echo "setup-clients: installing the Python clients into $clients"
rm -rf "$clients"
python3 -m venv "$clients"
"$clients/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary=:all: \
  --requirement "$pins"
cp "$pins" "$clients/PINS"
