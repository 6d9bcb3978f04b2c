#!/bin/sh
# Installs the Python clients that the tests drive the server with into virtual environments of their own, pinned by
# version and SHA-256: the SDK, Schemathesis, and NeMo Guardrails. Does nothing where they are installed.
#
#   Scripts/setup-clients.sh           install into ${GAVEL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/gavel}/clients, /contract
#                                      and /nemo
#   Scripts/setup-clients.sh --where   print the SDK's folder and stop
set -eu

repository=$(cd "$(dirname "$0")/.." && pwd)
cache=${GAVEL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/gavel}
if [ "${1:-}" = "--where" ]; then
  echo "$cache/clients"
  exit 0
fi

# install NAME FOLDER PINS [PYTHON OPTION]
install() {
  if [ -f "$2/PINS" ] && cmp -s "$3" "$2/PINS"; then
    return
  fi
  echo "setup-clients: installing $1 into $2"
  rm -rf "$2"
  "${4:-python3}" -m venv "$2"
  "$2/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary=:all: \
    ${5:+"$5"} --requirement "$3"
  cp "$3" "$2/PINS"
}

install "the Python clients" "$cache/clients" "$repository/Tests/ClientTests/requirements.txt"
install "Schemathesis" "$cache/contract" "$repository/Tests/ClientTests/contract/requirements.txt"
# NeMo Guardrails takes no Python after 3.13, and its pins none before 3.11.
for python in python3 python3.13 python3.12 python3.11 none; do
  "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && break
done
if [ "$python" = none ]; then
  echo "setup-clients: needs Python 3.11, 3.12 or 3.13 for NeMo Guardrails" >&2
  exit 1
fi
# Its pins are all that it is imported with; why not all that its packages name is said there.
install "NeMo Guardrails" "$cache/nemo" "$repository/Tests/ClientTests/nemo/requirements.txt" "$python" --no-deps
