#!/usr/bin/env python3
"""Drops from descriptors where in the source things stand, except where a comment stands before them.

    protoc --include_source_info --descriptor_set_out=/dev/stdout ... | keep-comments.py > descriptors

Reads a serialized google.protobuf.FileDescriptorSet and writes it again, each file as it was but for its
`source_code_info`: of that, the places with a leading comment stay. Files of `google/protobuf` lose all of it.
"""

import sys

SET_FILE = 1
FILE_NAME = 1
FILE_SOURCE_CODE_INFO = 9
INFO_LOCATION = 1
LOCATION_LEADING_COMMENTS = 3

LENGTH_DELIMITED = 2
FIXED_BYTES = {1: 8, 5: 4}


def varint(data, position):
    """The number that begins at a position, and the position behind it."""
    value = shift = 0
    while True:
        byte = data[position]
        position += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, position
        shift += 7


def fields(data):
    """Each field of a message: its number, its payload where it has a length, and all its bytes."""
    position = 0
    while position < len(data):
        start = position
        tag, position = varint(data, position)
        payload = None
        if tag & 7 == LENGTH_DELIMITED:
            length, position = varint(data, position)
            payload = data[position : position + length]
            position += length
        elif tag & 7 in FIXED_BYTES:
            position += FIXED_BYTES[tag & 7]
        else:
            _, position = varint(data, position)
        yield tag >> 3, payload, data[start:position]


def encoded(number, payload):
    """A field that has a length."""
    head = bytearray()
    for value in (number << 3 | LENGTH_DELIMITED, len(payload)):
        while value > 0x7F:
            head.append(value & 0x7F | 0x80)
            value >>= 7
        head.append(value)
    return bytes(head) + payload


def commented(info):
    """Source info with the places alone that have a leading comment."""
    return b"".join(
        whole
        for number, location, whole in fields(info)
        if number == INFO_LOCATION and any(inner == LOCATION_LEADING_COMMENTS for inner, _, _ in fields(location))
    )


def reduced(file):
    """One file's descriptor."""
    name = next(payload for number, payload, _ in fields(file) if number == FILE_NAME)
    out = b""
    for number, payload, whole in fields(file):
        if number != FILE_SOURCE_CODE_INFO:
            out += whole
        elif not name.startswith(b"google/protobuf/"):
            out += encoded(number, commented(payload))
    return out


def main():
    files = sys.stdin.buffer.read()
    sys.stdout.buffer.write(b"".join(encoded(SET_FILE, reduced(file)) for _, file, _ in fields(files)))


if __name__ == "__main__":
    main()
