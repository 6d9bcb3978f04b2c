"""Sends images and their URLs with the unchanged Python SDK and prints what it saw, as one JSON object.

    images.py PORT KEY POLICY_ID IMAGE_PORT IMAGE

The image is served on IMAGE_PORT of this machine.
"""

import asyncio
import base64
import http.server
import json
import sys
import threading

from clavata_sdk import ClavataClient, ContentData, EvaluateRequest, EvaluationRefusedError


def serve(port, image):
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            found = self.path == "/image.png"
            self.send_response(200 if found else 404)
            self.send_header("Content-Length", str(len(image) if found else 0))
            self.end_headers()
            if found:
                self.wfile.write(image)

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()


async def reports(client, policy, contents):
    seen = {}
    async for response in client.evaluate(request=EvaluateRequest(content=contents, policy_id=policy, threshold=0.5)):
        report = response.policy_evaluation_report
        labels = [label.name for label in report.section_evaluation_reports if label.review_result.outcome == "TRUE"]
        seen[report.content_metadata["n"]] = [response.content_hash[-8:], labels]
    return seen


async def refusals(client, policy, contents):
    try:
        await reports(client, policy, contents)
    except EvaluationRefusedError as error:
        return [[refusal.reason.name, refusal.content_hash[-8:]] for refusal in error.refusals]
    return []


async def main(port, key, policy, image_port, image):
    serve(image_port, image)
    url = f"http://127.0.0.1:{image_port}/image.png"
    async with ClavataClient(host="127.0.0.1", port=port, auth_token=key, secure=False) as client:
        contents = [
            ContentData(text="two dogs", metadata={"n": "text"}),
            ContentData(image=image, metadata={"n": "image"}),
            ContentData(image_url=url, metadata={"n": "url"}),
        ]
        seen = {"reports": await reports(client, policy, contents)}
        seen["refusals"] = await refusals(
            client, policy, contents + [ContentData(image=b"GIF89a"), ContentData(image_url=url + "?nothing/here")])
    print(json.dumps(seen))


asyncio.run(main(int(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), base64.b64decode(sys.argv[5])))
