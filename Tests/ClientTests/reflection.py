"""Knows nothing of the API but an address and a key, finds out by reflection, and calls a method by what it found. Prints
what it saw, as one JSON object.

    reflection.py PORT KEY
"""

import json
import sys

import grpc
from google.protobuf import json_format, message_factory
from google.protobuf.descriptor_pool import DescriptorPool
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import ProtoReflectionDescriptorDatabase


class WithKey(grpc.StreamStreamClientInterceptor, grpc.UnaryUnaryClientInterceptor):
    """Shows the key with every call."""

    def __init__(self, key):
        self.metadata = [("authorization", f"Bearer {key}")]

    def intercept_stream_stream(self, continuation, details, requests):
        return continuation(details._replace(metadata=self.metadata), requests)

    def intercept_unary_unary(self, continuation, details, request):
        return continuation(details._replace(metadata=self.metadata), request)


def main(port, key):
    seen = {}
    with grpc.insecure_channel(f"127.0.0.1:{port}") as bare:
        channel = grpc.intercept_channel(bare, WithKey(key))
        database = ProtoReflectionDescriptorDatabase(channel)
        seen["services"] = sorted(database.get_services())

        pool = DescriptorPool(database)
        service = pool.FindServiceByName("clavata.gateway.v1.PoliciesService")
        seen["methods"] = len(service.methods)
        method = service.methods_by_name["ValidatePolicy"]
        request = message_factory.GetMessageClass(method.input_type)(policy_draft='LABEL "A" { "dogs" }')
        call = channel.unary_unary(
            f"/{service.full_name}/{method.name}",
            request_serializer=lambda message: message.SerializeToString(),
            response_deserializer=message_factory.GetMessageClass(method.output_type).FromString,
        )
        seen["answer"] = json_format.MessageToDict(call(request))
        seen["extensions"] = list(database.FindAllExtensionNumbers("clavata.shared.v1.Job"))
        try:
            database.FindFileContainingSymbol("no.such.Symbol")
        except KeyError:
            seen["unknown"] = "KeyError"
        try:
            ProtoReflectionDescriptorDatabase(bare).get_services()
        except grpc.RpcError as error:
            seen["stranger"] = error.code().name
    print(json.dumps(seen))


main(int(sys.argv[1]), sys.argv[2])
