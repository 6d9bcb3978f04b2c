"""Calls with the unchanged Python SDK until a limit refuses it, and prints what it saw, as one JSON object.

    sdk_limits.py PORT KEY POLICY_ID
"""

import asyncio
import json
import sys

import grpc
from clavata_sdk import ClavataClient, ContentData, EvaluateRequest, ListJobsQuery
from google.rpc.error_details_pb2 import RetryInfo
from protobufs.google.rpc.status_pb2 import Status


async def main(port, key, policy):
    seen = {}
    async with ClavataClient(host="127.0.0.1", port=port, auth_token=key, secure=False) as client:
        contents = [ContentData(text=f"a cat {n}") for n in range(5)]
        seen["reports"] = 0
        async for _ in client.evaluate(request=EvaluateRequest(content=contents, policy_id=policy, threshold=0.5)):
            seen["reports"] += 1
        try:
            await client.list_jobs(request=ListJobsQuery())
        except grpc.aio.AioRpcError as error:
            status = Status.FromString(dict(error.trailing_metadata())["grpc-status-details-bin"])
            info = RetryInfo()
            seen["refusal"] = [type(error).__name__, error.code().name]
            seen["detail"] = [status.message == error.details(), status.details[0].Unpack(info)]
            seen["seconds"] = info.retry_delay.seconds
    print(json.dumps(seen))


asyncio.run(main(int(sys.argv[1]), sys.argv[2], sys.argv[3]))
