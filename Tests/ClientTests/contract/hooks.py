"""What Schemathesis cannot know by the document alone: ids that exist, and that a streamed answer is lines."""

import atexit
import json
import os
import threading
from collections import Counter

import jsonschema_rs
import schemathesis
from hypothesis import strategies

POLICY = os.environ["GAVEL_CONTRACT_POLICY"]
JOB = os.environ["GAVEL_CONTRACT_JOB"]
CONTENT = os.environ["GAVEL_CONTRACT_CONTENT"]
DATASET = os.environ["GAVEL_CONTRACT_DATASET"]
OWN_KEY = os.environ["GAVEL_CONTRACT_KEY_ID"]
LABEL = os.environ["GAVEL_CONTRACT_LABEL"]
VERSION = os.environ["GAVEL_CONTRACT_LABEL_VERSION"]
ITEM = os.environ["GAVEL_CONTRACT_LABEL_ITEM"]
EVALUATION = os.environ["GAVEL_CONTRACT_LABEL_EVALUATION"]
TALLY = os.environ["GAVEL_CONTRACT_TALLY"]
STREAMED = "Newline-delimited JSON"

# The document has no schema for these: bodies of their shapes, most of them right.
TEXTS = strategies.text(min_size=1, max_size=60)
LISTS = {"min_size": 1, "max_size": 3}
PARTS = strategies.one_of(
    TEXTS.map(lambda text: {"type": "text", "text": text}),
    TEXTS.map(lambda text: {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{text}"}}),
)
COMPATIBLE = {
    "/v1/moderations": strategies.fixed_dictionaries(
        {"input": strategies.one_of(TEXTS, strategies.lists(TEXTS, **LISTS), strategies.lists(PARTS, **LISTS))},
        optional={"model": strategies.sampled_from(["omni-moderation-latest", "contract", "another"])},
    ),
    "/v1alpha1/comments:analyze": strategies.fixed_dictionaries(
        {
            "comment": strategies.fixed_dictionaries({"text": TEXTS}),
            "requestedAttributes": strategies.dictionaries(
                strategies.sampled_from(["ANIMALS", "Weather"]),
                strategies.fixed_dictionaries({}, optional={"scoreThreshold": strategies.floats(0, 1.5)}),
                min_size=1,
            ),
        },
        optional={"languages": strategies.lists(strategies.sampled_from(["en", "de"])), "clientToken": TEXTS},
    ),
}

lock = threading.Lock()
tally = Counter()
# Policies that were made on the way, and may be changed and deleted.
made = [POLICY]


@atexit.register
def write_tally():
    with open(TALLY, "w", encoding="utf-8") as file:
        json.dump(tally, file)


@schemathesis.hook
def before_call(context, case, kwargs):
    """The key that all is tried with is not to be disabled or revoked on the way: what followed would all be 401."""
    if "/api-tokens/" in case.path and (case.path_parameters or {}).get("id") == OWN_KEY:
        case.path_parameters["id"] = POLICY


@schemathesis.hook
def after_call(context, case, response):
    with lock:
        tally[f"{case.method} {case.path} {response.status_code}"] += 1
        if case.path == "/v1/policies" and case.method == "POST" and response.status_code == 200:
            made.append(response.json().get("policyId") or POLICY)


@schemathesis.hook
def flatmap_path_parameters(context, parameters):
    """An id that exists, half the time."""
    operation = context.operation
    if operation is None or not parameters or "id" not in parameters:
        return strategies.just(parameters)
    changes = operation.method.upper() in ("DELETE", "PATCH", "PUT")
    known = made[-1] if changes else JOB if "/jobs" in operation.path else POLICY
    if "/datasets" in operation.path:
        known = DATASET
    for part, own in {
        "/dataset/": LABEL,
        "/compare": LABEL,
        "/label-dataset-items/": ITEM,
        "/label-evaluations/": EVALUATION,
    }.items():
        if part in operation.path:
            known = own
    return strategies.sampled_from([parameters, {**parameters, "id": known}])


@schemathesis.hook
def flatmap_body(context, body):
    """A policy that exists, and contents that it can be put to, most of the time."""
    path = context.operation.path if context.operation is not None else None
    if path in COMPATIBLE:
        return strategies.one_of(COMPATIBLE[path], strategies.just(body))
    if not isinstance(body, dict) or path is None:
        return strategies.just(body)
    if path in ("/v1/jobs", "/v1/jobs/stream"):
        # What is made up of the others is mostly refused.
        kept = {name: body[name] for name in body if name not in ("threshold", "options", "webhook")}
        texts = strategies.lists(strategies.text(min_size=1, max_size=60), min_size=1, max_size=3)
        right = texts.map(
            lambda texts: {**kept, "policyId": POLICY, "contentData": [{"text": text} for text in [*texts, "a cat"]]}
        )
        return strategies.one_of(right, strategies.just(body), right)
    if path in ("/v1/contents/get", "/v1/contents/delete"):
        return strategies.sampled_from([body, {**body, "customerContentIds": [CONTENT]}])
    if path.endswith("/dataset/items"):
        return strategies.sampled_from([body, {"contentData": {"text": "a cat"}}, {"customerContentId": CONTENT}])
    if path.endswith("/dataset/evaluate"):
        return strategies.sampled_from([body, {"selectAll": True}, {"labelDatasetItemIds": [ITEM]}])
    if path.endswith("/compare"):
        return strategies.sampled_from([body, {"currentVersionId": VERSION, "modifiedVersionId": VERSION}])
    if path.startswith("/v1/label-dataset-items/"):
        right = {"labelDatasetItemIds": [ITEM], "updates": [{"labelDatasetItemId": ITEM, "expectedResult": 1}]}
        return strategies.sampled_from([body, right]) if not path.endswith("/remove") else strategies.just(body)
    if path.endswith("/items"):
        return strategies.sampled_from([body, {**body, "contentWithLabels": [{"customerContentId": CONTENT}]}])
    if path == "/v1/test_policy_with_dataset":
        right = {"policyDraft": 'LABEL "A" { =("cat") }', "datasetId": DATASET}
        return strategies.sampled_from([body, right])
    draft = "policyDraft" if path.endswith("/validate") else "versionText"
    return strategies.sampled_from([body, {**body, draft: 'LABEL "A" { =("cat") }'}])


def declared(case, status):
    """The declared answer of a status, its reference followed."""
    raw = case.operation.definition.raw["responses"].get(str(status), {})
    if "$ref" in raw:
        raw = case.operation.schema.raw_schema["components"]["responses"][raw["$ref"].rsplit("/", 1)[-1]]
    return raw


@schemathesis.deserializer("application/json")
def first_document(context, response):
    """One document; of a streamed answer the first, `lines_are_as_declared` looks at them all."""
    if response.status_code == 200 and context.case is not None:
        if declared(context.case, 200).get("description", "").startswith(STREAMED):
            return json.loads(response.text.splitlines()[0])
    return response.json()


@schemathesis.check
def lines_are_as_declared(context, response, case):
    """Every line of a streamed answer is a document of the declared form."""
    answer = declared(case, response.status_code)
    if response.status_code != 200 or not answer.get("description", "").startswith(STREAMED):
        return None
    schema = answer["content"]["application/json"]["schema"]
    components = case.operation.schema.raw_schema["components"]
    validator = jsonschema_rs.Draft202012Validator({**schema, "components": components})
    assert response.text.endswith("\n"), "the last line has no end"
    for line in response.text.splitlines():
        problems = [error.message for error in validator.iter_errors(json.loads(line))]
        assert not problems, f"a line is not as declared: {problems[:3]}"
    return None
