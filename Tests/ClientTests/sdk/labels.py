"""Evaluates labels with the unchanged Python SDK, and tries a draft with the stubs that it comes with. Prints what it
saw, as one JSON object.

    labels.py PORT KEY
"""

import asyncio
import json
import sys
import uuid

import grpc
from clavata_sdk import ClavataClient, ContentData, EvaluateLabelsRequest
from protobufs.clavata.gateway.v1 import labels_pb2, labels_pb2_grpc, policies_pb2, policies_pb2_grpc


def shown(result):
    """A label's result as the SDK gives it."""
    if result.error is not None:
        return ["error", result.error.message.split(" has the id ")[0]]
    report = result.evaluation.report
    names = None if report is None else [label.name for label in report.section_evaluation_reports]
    return [result.evaluation.outcome, result.evaluation.score, names]


async def main(port, key):
    seen = {}
    metadata = (("authorization", f"Bearer {key}"),)
    async with grpc.aio.insecure_channel(f"127.0.0.1:{port}") as channel:
        labels = labels_pb2_grpc.LabelsServiceStub(channel)
        versions = []
        for name, word in (("cats", "cat"), ("dogs", "dog")):
            request = labels_pb2.CreateLabelRequest(
                name=name, initial_version_text=f'LABEL "{name}" {{ =("{word}") }}'
            )
            made = await labels.CreateLabel(request, metadata=metadata)
            versions.append(made.label_version.label_version_id)

        policies = policies_pb2_grpc.PoliciesServiceStub(channel)
        for name, draft in (("draft", 'LABEL "a" { =("cat") }'), ("wrong", "LABEL")):
            request = policies_pb2.TestPolicyRequest(policy_draft=draft)
            request.content_data.add(text="a cat")
            request.content_data.add(text="a dog")
            answers = [answer async for answer in policies.TestPolicy(request, metadata=metadata)]
            seen[name] = [[answer.policy_valid, answer.HasField("error")] for answer in answers]

    async with ClavataClient(host="127.0.0.1", port=port, auth_token=key, secure=False) as client:
        unknown = str(uuid.uuid4())
        response = await client.beta.evaluate_labels(
            request=EvaluateLabelsRequest(
                content=ContentData(text="a CAT"), label_version_ids=[versions[1], unknown, versions[0]], threshold=0.6
            )
        )
        seen["results"] = [shown(result) for result in response.results]
        seen["ids"] = [result.label_version_id for result in response.results] == [versions[1], unknown, versions[0]]
        reported = await client.beta.evaluate_labels(
            request=EvaluateLabelsRequest(
                content="a cat", label_version_ids=versions[:1], include_evaluation_report=True
            )
        )
        seen["reported"] = [shown(result) for result in reported.results]
        seen["hash"] = reported.content_hash
        try:
            await client.beta.evaluate_labels(
                request=EvaluateLabelsRequest(content="a", label_version_ids=["no uuid"])
            )
        except grpc.aio.AioRpcError as error:
            seen["badRequest"] = error.code().name
    print(json.dumps(seen))


asyncio.run(main(int(sys.argv[1]), sys.argv[2]))
