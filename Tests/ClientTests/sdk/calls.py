"""Makes calls with the unchanged Python SDK and prints what each came to, as one JSON object.

    calls.py PORT

On the standard input is a JSON list of calls. Of each there are `method`, one of the client's or `pages`; `request`, the
fields of its request; `key`; and where wanted `timeouts`, by their names. In a request `<n.path>` stands for what is
there in the answer of call n.

Of the output, `answers` has each call's result, or what it raised; `offered`, all that the SDK has for its callers;
`uncalled`, what of it was not called in this run.
"""

import asyncio
import base64
import dataclasses
import inspect
import json
import re
import sys
from datetime import datetime, timezone

import clavata_sdk
import grpc
from clavata_sdk import (
    ClavataClient,
    ContentData,
    CreateJobRequest,
    EvaluateLabelsRequest,
    EvaluateOneRequest,
    EvaluateRequest,
    EvaluationRefusedError,
    GetJobRequest,
    ListJobsQueryBuilder,
    ListJobsResponse,
)
from google.rpc.error_details_pb2 import RetryInfo
from protobufs.clavata.gateway.v1 import gateway_pb2_grpc
from protobufs.google.rpc.status_pb2 import Status

called = set()


def remember(frame, event, argument):
    called.add(frame.f_code)


def offered(client):
    """The public methods and properties of what the SDK exports, and of its client's namespaces, with their code; but for
    the conversions to and from messages, which are its own affair."""
    exported = [getattr(clavata_sdk, name) for name in clavata_sdk.__all__]
    classes = [each for each in exported if inspect.isclass(each)] + [type(client.beta)]
    found = {}
    for each in classes:
        for base in each.__mro__:
            if not base.__module__.startswith("clavata_sdk."):
                continue
            for name, member in vars(base).items():
                function = getattr(member, "fget", None) or getattr(member, "__func__", member)
                if name.startswith("_") or name in ("to_proto", "from_proto") or not inspect.isfunction(function):
                    continue
                found[f"{each.__name__.strip('_')}.{name}"] = function.__code__
    return found


def content(fields):
    if isinstance(fields, list):
        return [content(each) for each in fields]
    if isinstance(fields, str):
        return fields
    image = fields.pop("base64", None)
    return ContentData(image=base64.b64decode(image) if image else None, **fields)


def with_content(request):
    return lambda fields: request(**(fields | {"content": content(fields["content"])}))


def job(fields):
    webhook = fields.pop("webhook", None)
    request = with_content(CreateJobRequest)(fields)
    return request.add_webhook(webhook, extra_headers={"X-Webhook-Test": "1"}) if webhook else request


def query(fields):
    builder = ListJobsQueryBuilder()
    for name, value in fields.items():
        set_it = getattr(builder, f"set_{name}")
        if isinstance(value, list):
            start, end, *inclusive = value
            set_it(datetime.fromtimestamp(start, timezone.utc), datetime.fromtimestamp(end, timezone.utc), *inclusive)
        else:
            set_it(value)
    return builder


REQUESTS = {
    "evaluate": with_content(EvaluateRequest),
    "create_job": job,
    "evaluate_one": with_content(EvaluateOneRequest),
    "get_job": lambda fields: GetJobRequest(**fields),
    "list_jobs": lambda fields: query(fields).build(),
    "beta.evaluate_labels": with_content(EvaluateLabelsRequest),
}


async def pages(port, fields, key):
    """The jobs of a query, page by page: the SDK builds the requests for that, though none of its methods sends them."""
    found = []
    async with grpc.aio.insecure_channel(f"127.0.0.1:{port}") as channel:
        stub = gateway_pb2_grpc.GatewayServiceStub(channel)
        builder = query(fields)
        while True:
            metadata = (("authorization", f"Bearer {key}"),)
            message = await stub.ListJobs(builder.build().to_proto_request(), metadata=metadata)
            page = ListJobsResponse.from_proto(message)
            found.append([job.job_uuid for job in page.jobs])
            if not page.next_page_token:
                return found
            builder.build_next(page)


def raised(error):
    if isinstance(error, EvaluationRefusedError):
        return {
            "raised": type(error).__name__,
            "status": error.original_error.code().name,
            "refusals": [[refusal.reason.name, refusal.content_hash[-8:]] for refusal in error.refusals],
            "reasons": [error.top_reason.name, error.most_common_reason.name, error.first_reason.name],
            "hashes": len(error.refused_content_hashes),
        }
    if not isinstance(error, grpc.aio.AioRpcError):
        return {"raised": type(error).__name__}
    said = {"raised": type(error).__name__, "status": error.code().name}
    for name, value in error.trailing_metadata() or ():
        if name == "grpc-status-details-bin":
            status, info = Status.FromString(value), RetryInfo()
            if status.details[0].Unpack(info):
                said["seconds"] = info.retry_delay.seconds
    return said


def shown(result):
    if isinstance(result, list):
        return [shown(each) for each in result]
    return dataclasses.asdict(result) if dataclasses.is_dataclass(result) else result


async def answer(port, call, secure):
    try:
        if call["method"] == "pages":
            return await pages(port, call["request"], call["key"])
        host = "localhost" if secure else "127.0.0.1"
        async with ClavataClient(host=host, port=port, auth_token=call["key"], secure=secure) as client:
            method = client
            for name in call["method"].split("."):
                method = getattr(method, name)
            result = method(request=REQUESTS[call["method"]](call["request"]), **call.get("timeouts", {}))
            if not hasattr(result, "__aiter__"):
                return shown(await result)
            # The answers come as they are ready.
            messages = [message async for message in result]
            return shown(sorted(messages, key=lambda each: each.policy_evaluation_report.content_metadata.get("n", "")))
    except Exception as error:
        return raised(error)


def place(answers, match):
    value = answers
    for step in match[1].split("."):
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


async def main(port, calls, secure):
    client = ClavataClient.create(auth_token="key")
    assert client.address, "it has an address of its own"
    methods = offered(client)
    sys.setprofile(remember)
    ClavataClient.create(auth_token="key")
    answers = []
    for call in calls:
        call = json.loads(re.sub(r"<([\w.]+)>", lambda match: place(answers, match), json.dumps(call)))
        answers.append(await answer(port, call, secure))
    sys.setprofile(None)
    uncalled = [name for name, code in methods.items() if code not in called]
    print(json.dumps({"answers": answers, "offered": sorted(methods), "uncalled": uncalled}, default=str))


asyncio.run(main(int(sys.argv[1]), json.load(sys.stdin), secure="--secure" in sys.argv))
