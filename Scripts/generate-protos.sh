#!/bin/sh
# Writes the Swift of Protos/ to Sources/GatewayProtocol/Generated/.
#
# Needs Python, protoc and the well-known types (Debian: protobuf-compiler libprotobuf-dev). The two plugins are products
# of the package's own dependencies and are built here first, in ${GAVEL_SCRATCH:-.build}-plugins, apart from the product's
# builds; GAVEL_PROTOC_PLUGINS names a folder that has them already.
#
#   Scripts/generate-protos.sh            write
#   Scripts/generate-protos.sh --check    write nothing, fail if what is checked in differs
#   Scripts/generate-protos.sh --sealed   the same by hashes alone, without protoc: fail if the protos or the generated
#                                         code are not those that were sealed together when the code was written
set -eu

repository=$(cd "$(dirname "$0")/.." && pwd)
protos=$repository/Protos
generated=$repository/Sources/GatewayProtocol/Generated

seal=$protos/generated.sha256

# One hash over the protos and what was generated from them, names and contents.
compute_seal() {
  cd "$repository"
  find Protos Sources/GatewayProtocol/Generated -type f \( -name '*.proto' -o -name '*.swift' \) | LC_ALL=C sort |
    xargs sha256sum | sha256sum | cut -d ' ' -f 1
}

check=false
case "${1:-}" in
  "") ;;
  --check) check=true ;;
  --sealed)
    [ "$(compute_seal)" = "$(cat "$seal")" ] && exit 0
    echo "Sources/GatewayProtocol/Generated is not what was generated from Protos: run make protos" >&2
    exit 1
    ;;
  *)
    echo "usage: $0 [--check | --sealed]" >&2
    exit 2
    ;;
esac

if ! command -v protoc > /dev/null; then
  echo "protoc is missing: apt-get install protobuf-compiler libprotobuf-dev" >&2
  exit 2
fi

plugins=${GAVEL_PROTOC_PLUGINS:-}
if [ -z "$plugins" ]; then
  scratch=${GAVEL_SCRATCH:-$repository/.build}-plugins
  for plugin in protoc-gen-swift protoc-gen-grpc-swift-2; do
    swift build --package-path "$repository" --scratch-path "$scratch" --product "$plugin"
  done
  plugins=$(swift build --package-path "$repository" --scratch-path "$scratch" --show-bin-path)
fi

output=$(mktemp -d)
trap 'rm -rf "$output"' EXIT

cd "$protos"
files=$(find . -name '*.proto' | sed 's|^\./||' | LC_ALL=C sort)
# The first version of reflection has the messages of v1 under another name: v1's code serves both.
coded=$(printf '%s\n' $files | grep -v '^grpc/reflection/v1alpha/')
services=$(grep -l '^service ' $coded)
options=FileNaming=FullPath,Visibility=Package,UseAccessLevelOnImports=true

protoc --proto_path=. --plugin="$plugins/protoc-gen-swift" \
  --swift_out="$options:$output" $coded
# Only files with a service: the plugin writes an empty file for any other.
protoc --proto_path=. --plugin="$plugins/protoc-gen-grpc-swift-2" \
  --grpc-swift-2_out="$options,Client=true,Server=true:$output" $services

# Comments stay: they are the descriptions in the API's document, and what reflection shows.
protoc --proto_path=. --include_imports --include_source_info --descriptor_set_out="$output/all" $files
python3 "$repository/Scripts/keep-comments.py" < "$output/all" > "$output/descriptors"
rm "$output/all"
{
  cat << 'SWIFT'
// DO NOT EDIT.
// swift-format-ignore-file
//
// Written by Scripts/generate-protos.sh.

/// The descriptors of every file in Protos/ and of the files they import: a serialized
/// `google.protobuf.FileDescriptorSet` in base64.
enum EmbeddedDescriptors {
  static let base64: StaticString = """
SWIFT
  base64 -w 110 "$output/descriptors" | sed -e 's|^|    |' -e '$!s|$|\\|'
  printf '    """\n}\n'
} > "$output/EmbeddedDescriptors.swift"
rm "$output/descriptors"

if $check; then
  if ! diff -r "$output" "$generated"; then
    echo "Sources/GatewayProtocol/Generated differs from Protos: run make protos" >&2
    exit 1
  fi
else
  mkdir -p "$generated"
  rm -rf "${generated:?}"/*
  cp -R "$output"/. "$generated"/
  compute_seal > "$seal"
fi
