#!/bin/sh
# Starts a server to try Gavel with, without TLS and on this machine alone, and prints a request to paste.
#
#   Scripts/run.sh path/to/gavel
#
# Its data, and the admin key it was given, are kept in ${XDG_DATA_HOME:-$HOME/.local/share}/gavel/quickstart.
set -eu

gavel=$1
repository=$(cd "$(dirname "$0")/.." && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}/gavel/quickstart
port=${GAVEL_REST_PORT:-8443}
grpc_port=${GAVEL_GRPC_PORT:-8444}

umask 077
mkdir -p "$data"
if [ ! -s "$data/admin.key" ]; then
  printf 'gavel_%s\n' "$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')" >"$data/admin.key"
fi
key=$(cat "$data/admin.key")

GAVEL_ADMIN_KEY=$key "$gavel" serve --plaintext --data "$data/store" --policies "$repository/Policies" \
  --rest-port "$port" --grpc-port "$grpc_port" &
server=$!
trap 'kill -TERM "$server" 2>/dev/null; wait "$server"; exit 0' INT TERM

url=http://127.0.0.1:$port
tries=0
until curl --silent --fail --output /dev/null "$url/readyz"; do
  kill -0 "$server" 2>/dev/null || { wait "$server"; exit $?; }
  tries=$((tries + 1))
  [ "$tries" -lt 600 ] || { echo "run: the server does not get ready" >&2; kill "$server"; exit 1; }
  sleep 0.1
done

policy=$(GAVEL_API_KEY=$key "$gavel" policy list --server "$url" | awk '$2 == "toxicity" { print $1 }')
cat <<EOF

Gavel is up: REST on $url, gRPC on 127.0.0.1:$grpc_port (no TLS: this machine alone).
The admin key: $key
Paste this into another terminal; Ctrl-C here stops the server.

curl -N $url/v1/jobs/stream \\
  -H 'Authorization: Bearer $key' \\
  -H 'Content-Type: application/json' \\
  -d '{"contentData": [{"text": "I will find you and make you regret it, you pathetic idiot."}, {"text": "The library opens at nine and the coffee is good."}], "policyId": "$policy", "threshold": 0.5}'

EOF
wait "$server"
