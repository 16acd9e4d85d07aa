#!/usr/bin/env python3
"""Does what grpcurl does, where that cannot be had: asks the server by reflection what its methods
take, makes the message from JSON, calls, and prints the answer as JSON. Knows nothing of the service
beforehand. Takes grpcurl's own arguments:

    pip install grpcio grpcio-tools
    python3 reflected.py -plaintext [-d JSON] ADDRESS [list | SERVICE/METHOD]
"""

import argparse
import importlib
import pathlib
import sys
import tempfile

import grpc
from google.protobuf import (
    descriptor_pb2,
    descriptor_pool,
    json_format,
    message_factory,
    struct_pb2,  # noqa: F401, for the pool to know it
)

# The part of grpc/reflection/v1/reflection.proto that is needed.
REFLECTION = """
syntax = "proto3";
package grpc.reflection.v1;
service ServerReflection {
  rpc ServerReflectionInfo(stream ServerReflectionRequest) returns (stream ServerReflectionResponse);
}
message ServerReflectionRequest {
  string host = 1;
  oneof message_request {
    string file_containing_symbol = 4;
    string list_services = 7;
  }
}
message ServerReflectionResponse {
  oneof message_response {
    FileDescriptorResponse file_descriptor_response = 4;
    ListServiceResponse list_services_response = 6;
    ErrorResponse error_response = 7;
  }
}
message FileDescriptorResponse { repeated bytes file_descriptor_proto = 1; }
message ListServiceResponse { repeated ServiceResponse service = 1; }
message ServiceResponse { string name = 1; }
message ErrorResponse { int32 error_code = 1; string error_message = 2; }
"""


def reflection_stubs():
    from grpc_tools import protoc

    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "reflection_asked.proto").write_text(REFLECTION)
        if protoc.main(["protoc", f"-I{folder}", f"--python_out={folder}",
                        f"--grpc_python_out={folder}", "reflection_asked.proto"]) != 0:
            sys.exit("the reflection service's .proto does not compile")
        sys.path.insert(0, folder)
        try:
            return (importlib.import_module("reflection_asked_pb2"),
                    importlib.import_module("reflection_asked_pb2_grpc"))
        finally:
            sys.path.remove(folder)


class Reflection:
    def __init__(self, channel):
        self.messages, stubs = reflection_stubs()
        self.stub = stubs.ServerReflectionStub(channel)
        self.pool = descriptor_pool.DescriptorPool()

    def ask(self, **question):
        request = self.messages.ServerReflectionRequest(**question)
        response = next(self.stub.ServerReflectionInfo(iter([request])))
        if response.WhichOneof("message_response") == "error_response":
            sys.exit(response.error_response.error_message)
        return response

    def services(self):
        response = self.ask(list_services="*").list_services_response
        return sorted(service.name for service in response.service)

    def method(self, service, name):
        files = self.ask(file_containing_symbol=service).file_descriptor_response
        waiting = [descriptor_pb2.FileDescriptorProto.FromString(data)
                   for data in files.file_descriptor_proto]
        known = set()
        while waiting:  # a file after those that it imports
            ready = [f for f in waiting if known.issuperset(f.dependency)]
            if not ready:
                sys.exit("the server does not say all that its service needs")
            for file in ready:
                self.pool.Add(file)
                known.add(file.name)
            waiting = [f for f in waiting if f.name not in known]
        return self.pool.FindServiceByName(service).methods_by_name[name]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-plaintext", action="store_true", required=True)
    parser.add_argument("-d", default="{}")
    parser.add_argument("address")
    parser.add_argument("what", nargs="?", default="list")
    args = parser.parse_args()
    with grpc.insecure_channel(args.address) as channel:
        reflection = Reflection(channel)
        if args.what == "list":
            print("\n".join(reflection.services()))
            return
        service, name = args.what.split("/")
        method = reflection.method(service, name)
        request = message_factory.GetMessageClass(method.input_type)()
        json_format.Parse(args.d, request, descriptor_pool=reflection.pool)
        answer = message_factory.GetMessageClass(method.output_type)
        options = {"request_serializer": lambda m: m.SerializeToString(),
                   "response_deserializer": answer.FromString}
        path = f"/{service}/{name}"
        try:
            if method.server_streaming:
                answers = channel.unary_stream(path, **options)(request)
            else:
                answers = [channel.unary_unary(path, **options)(request)]
            for message in answers:
                print(json_format.MessageToJson(message, descriptor_pool=reflection.pool))
        except grpc.RpcError as e:
            sys.exit(f"ERROR:\n  Code: {e.code().name}\n  Message: {e.details()}")


if __name__ == "__main__":
    main()
