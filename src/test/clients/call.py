#!/usr/bin/env python3
"""Calls a running `sandglass serve` from Python, as any agent platform would: the stubs are made
from the .proto when this starts. Prints what it was answered; fails where that is not what the
README says.

    pip install grpcio grpcio-tools
    python3 call.py HELLO.wasm [ADDRESS]
"""

import base64
import importlib
import pathlib
import sys
import tempfile

import grpc
from google.protobuf import json_format, struct_pb2

PROTO = pathlib.Path(__file__).resolve().parents[2] / "main" / "proto"


def stubs():
    """The messages and the stub, compiled into a folder that is gone afterwards."""
    import grpc_tools
    from grpc_tools import protoc

    with tempfile.TemporaryDirectory() as made:
        google = pathlib.Path(grpc_tools.__file__).parent / "_proto"
        status = protoc.main(
            ["protoc", f"-I{PROTO}", f"-I{google}", f"--python_out={made}",
             f"--grpc_python_out={made}", "shannon/agent/agent.proto"])
        if status != 0:
            sys.exit("the .proto does not compile")
        sys.path.insert(0, made)
        try:
            return (importlib.import_module("shannon.agent.agent_pb2"),
                    importlib.import_module("shannon.agent.agent_pb2_grpc"))
        finally:
            sys.path.remove(made)


def parameters(**values):
    struct = struct_pb2.Struct()
    json_format.ParseDict(values, struct)
    return struct


def expect(what, actual, wanted):
    print(f"{what}: {actual!r}")
    if actual != wanted:
        sys.exit(f"{what}: expected {wanted!r}")


def main():
    module = base64.b64encode(pathlib.Path(sys.argv[1]).read_bytes()).decode()
    address = sys.argv[2] if len(sys.argv) > 2 else "localhost:50051"
    pb, pb_grpc = stubs()
    with grpc.insecure_channel(address) as channel:
        agent = pb_grpc.AgentServiceStub(channel)

        names = [tool.name for tool in agent.DiscoverTools(pb.DiscoverToolsRequest()).tools]
        expect("tools", names[:2], ["code_executor", "python_wasi_runner"])

        hello = pb.ToolCallRequest(
            tool_name="code_executor", parameters=parameters(wasm_base64=module, stdin=""))
        answer = agent.ExecuteTool(hello, timeout=30)
        expect("output", answer.output, "Hello from WASI!\n")
        expect("exit_code", answer.exit_code, 0)
        expect("success", answer.success, True)
        print("metadata:", json_format.MessageToJson(answer.metadata, indent=None))

        kinds = []
        written = b""
        for event in agent.ExecuteToolStreaming(hello, timeout=30):
            kinds.append(event.WhichOneof("event"))
            written += event.stdout
        expect("events", (kinds[0], kinds[-1]), ("stdout", "response"))
        expect("streamed", written, b"Hello from WASI!\n")

        try:
            agent.ExecuteTool(
                pb.ToolCallRequest(
                    tool_name="code_executor", parameters=parameters(wasm_base64="%%%")),
                timeout=30)
            sys.exit("base64 garbage was taken")
        except grpc.RpcError as e:
            expect("garbage", e.code(), grpc.StatusCode.INVALID_ARGUMENT)
            print("details:", e.details())

        expect("healthy", agent.HealthCheck(pb.HealthCheckRequest()).healthy, True)


if __name__ == "__main__":
    main()
