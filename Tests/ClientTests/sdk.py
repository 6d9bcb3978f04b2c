"""Drives a server with the unchanged Python SDK and prints what it saw, as one JSON object.

    sdk.py PORT KEY POLICY_ID
"""

import asyncio
import json
import sys
import uuid

import grpc
from clavata_sdk import (
    ClavataClient,
    ContentData,
    CreateJobRequest,
    EvaluateOneRequest,
    EvaluateRequest,
    GetJobRequest,
    ListJobsQuery,
)


async def failure(call):
    """The status and the exception's type that a call ends with."""
    try:
        result = call()
        if hasattr(result, "__aiter__"):
            async for _ in result:
                pass
        else:
            await result
    except grpc.aio.AioRpcError as error:
        return [type(error).__name__, error.code().name]
    except Exception as error:
        return [type(error).__name__, str(error)]
    return ["no error", ""]


async def main(port, key, policy):
    seen = {}
    async with ClavataClient(host="127.0.0.1", port=port, auth_token=key, secure=False) as client:
        texts = ["a CAT sat", "nothing here", "two dogs and a cat"]
        reports = {}
        async for response in client.evaluate(
            request=EvaluateRequest(
                content=[ContentData(text=text, metadata={"n": str(n)}) for n, text in enumerate(texts)],
                policy_id=policy,
                threshold=0.5,
            )
        ):
            report = response.policy_evaluation_report
            labels = [label.name for label in report.section_evaluation_reports if label.review_result.outcome == "TRUE"]
            reports[report.content_metadata["n"]] = [report.review_result.outcome, sorted(labels)]
            seen["hash"] = response.content_hash
        seen["evaluate"] = reports

        job = await client.create_job(
            request=CreateJobRequest(
                content=[ContentData(text=text) for text in texts], policy_id=policy, wait_for_completion=True
            )
        )
        seen["createJob"] = [job.status, sorted(result.report.review_result.outcome for result in job.results)]

        one = await client.evaluate_one(
            request=EvaluateOneRequest(content="a cat", policy_id=policy, wait_for_completion=True)
        )
        seen["evaluateOne"] = [one.status, one.report.review_result.outcome, one.report.review_result.score]

        background = await client.create_job(
            request=CreateJobRequest(content="a cat", policy_id=policy, wait_for_completion=False)
        )
        for _ in range(500):
            found = await client.get_job(request=GetJobRequest(job_uuid=background.job_uuid))
            if found.status not in ("PENDING", "RUNNING"):
                break
            await asyncio.sleep(0.01)
        seen["getJob"] = [found.status, len(found.results), found.results[0].report.review_result.outcome]

        listed = await client.list_jobs(request=ListJobsQuery(status="COMPLETED"))
        seen["listJobs"] = [len(listed.jobs), listed.jobs[0].job_uuid == background.job_uuid]

        unknown = str(uuid.uuid4())
        seen["unknownPolicy"] = await failure(
            lambda: client.evaluate(request=EvaluateRequest(content="a", policy_id=unknown))
        )
        seen["badRequest"] = await failure(
            lambda: client.create_job(
                request=CreateJobRequest(content="a", policy_id="no uuid", wait_for_completion=True)
            )
        )
        seen["unknownJob"] = await failure(lambda: client.get_job(request=GetJobRequest(job_uuid=unknown)))
    async with ClavataClient(host="127.0.0.1", port=port, auth_token="wrong", secure=False) as client:
        seen["badKey"] = await failure(lambda: client.list_jobs(request=ListJobsQuery()))
    print(json.dumps(seen))


asyncio.run(main(int(sys.argv[1]), sys.argv[2], sys.argv[3]))
