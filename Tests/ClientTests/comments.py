"""Asks a server as programs written for the Perspective API do, with nothing but the standard library, and prints what
it saw, as one JSON object.

    comments.py PORT KEY
"""

import json
import sys
import urllib.error
import urllib.parse
import urllib.request


def ask(port, key, attributes, text="you cat"):
    query = urllib.parse.urlencode({"key": key})
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/v1alpha1/comments:analyze?{query}",
        data=json.dumps({
            "comment": {"text": text}, "languages": ["en"], "clientToken": "7",
            "requestedAttributes": {name: {} for name in attributes},
        }).encode(),
        headers={"Content-Type": "application/json"},
    )
    # The loopback is reached without any proxy that the environment names.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request) as response:
            answer = json.load(response)
    except urllib.error.HTTPError as error:
        found = json.load(error)["error"]
        return [error.code, found["code"], found["status"]]
    scores = {name: found["summaryScore"]["value"] for name, found in answer["attributeScores"].items()}
    return [scores, answer["languages"], answer["clientToken"]]


def main(port, key):
    print(json.dumps({
        "analyze": ask(port, key, ["HARASSMENT", "HATE"]),
        "unknownAttribute": ask(port, key, ["SPAM"]),
        "badKey": ask(port, "wrong", ["HATE"]),
    }))


main(int(sys.argv[1]), sys.argv[2])
