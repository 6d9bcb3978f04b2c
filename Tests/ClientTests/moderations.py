"""Drives a server with the unchanged `openai` client and prints what it saw, as one JSON object.

    moderations.py PORT KEY IMAGE

IMAGE is a picture in base64 on which the word "cat" is read.
"""

import json
import sys

import openai


def client(port, key):
    # The loopback is reached without any proxy that the environment names.
    return openai.OpenAI(
        base_url=f"http://127.0.0.1:{port}/v1", api_key=key, max_retries=0,
        http_client=openai.DefaultHttpxClient(trust_env=False),
    )


def failure(call):
    """The exception's type that a call ends with, its status, and what it says of the error."""
    try:
        call()
    except openai.APIStatusError as error:
        return [type(error).__name__, error.status_code, error.type, error.code, error.param]
    return ["no error"]


def result(answer):
    return [
        [one.flagged, one.categories.harassment, one.categories.harassment_threatening,
         one.category_scores.harassment == one.categories.harassment, one.category_applied_input_types.harassment,
         one.categories.model_extra["house rule"]]
        for one in answer.results
    ]


def main(port, key, image):
    moderations = client(port, key).moderations
    picture = {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{image}"}}
    one = moderations.create(input="a cat")
    seen = {
        "id": one.id[:5],
        "model": one.model,
        "one": result(one),
        "list": result(moderations.create(input=["nothing", "two dogs"], model="omni-moderation-latest")),
        "parts": result(moderations.create(input=[{"type": "text", "text": "dogs"}, picture])),
        "unknownModel": failure(lambda: moderations.create(input="a", model="gpt-4")),
        "badInput": failure(lambda: moderations.create(input=[])),
        "badImage": failure(
            lambda: moderations.create(
                input=[{"type": "image_url", "image_url": {"url": "data:image/png;base64,R0lGODlh"}}])),
        "badKey": failure(lambda: client(port, "wrong").moderations.create(input="a")),
    }
    print(json.dumps(seen))


main(int(sys.argv[1]), sys.argv[2], sys.argv[3])
