"""The weights that ship, as an ONNX model and dynamically quantised to int8: what the peers run.

    python3 export_onnx.py WEIGHTS_FOLDER OUT.onnx

The graph is the plain one (one product for q, k and v; LayerNormalization and Gelu as one node each), so
that onnxruntime has nothing left to fuse that it could not fuse in an ordinary export.
"""
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

HIDDEN, HEADS, WIDE, LAYERS, POSITIONS, VOCABULARY, GROUP = 384, 12, 1536, 12, 128, 70095, 32


class Graph:
    def __init__(self):
        self.nodes, self.constants, self.count = [], {}, 0

    def constant(self, name, values):
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def add(self, op, *inputs, outputs=1, **attributes):
        names = [f"{op}_{self.count}_{i}" for i in range(outputs)]
        self.count += 1
        self.nodes.append(helper.make_node(op, list(inputs), names, name=names[0], **attributes))
        return names[0] if outputs == 1 else names


class Weights:
    """Reads `layers.bin` in its order (packages/model/assembly/layout.ts)."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def floats(self, *shape):
        values = np.frombuffer(self.data, "<f4", int(np.prod(shape)), self.at).reshape(shape)
        self.at += values.nbytes
        return values

    def linear(self, rows, columns):
        """Weights in blocks of four rows by four columns, with a scale and a bias a row, as [columns, rows]."""
        packed = np.frombuffer(self.data, "i1", rows * columns, self.at).reshape(rows // 4, columns // 4, 4, 4)
        self.at += packed.nbytes
        scales, biases = self.floats(rows), self.floats(rows)
        matrix = packed.transpose(0, 2, 1, 3).reshape(rows, columns) * scales[:, None]
        return matrix.T.astype(np.float32), biases


def embeddings(data):
    rows = np.frombuffer(data, "u1").reshape(VOCABULARY, HIDDEN // 2 + HIDDEN // GROUP * 2)
    packed = rows[:, : HIDDEN // 2].reshape(VOCABULARY, HIDDEN // GROUP, GROUP // 2)
    nibbles = np.concatenate([packed & 15, packed >> 4], axis=2).astype(np.float32) - 8
    scales = np.ascontiguousarray(rows[:, HIDDEN // 2 :]).view("<f2").astype(np.float32)
    return (nibbles * scales[:, :, None]).reshape(VOCABULARY, HIDDEN)


def build(weights_folder):
    graph = Graph()
    weights = Weights((weights_folder / "layers.bin").read_bytes())
    positions = weights.floats(POSITIONS, HIDDEN)

    def linear(x, name, rows, columns):
        matrix, bias = weights.linear(rows, columns)
        product = graph.add("MatMul", x, graph.constant(f"{name}.weight", matrix))
        return graph.add("Add", product, graph.constant(f"{name}.bias", bias))

    def norm(x, name):
        w, b = weights.floats(HIDDEN), weights.floats(HIDDEN)
        names = graph.constant(f"{name}.w", w), graph.constant(f"{name}.b", b)
        return graph.add("LayerNormalization", x, *names, epsilon=1e-12)

    table = graph.constant("embeddings", embeddings((weights_folder / "embeddings.bin").read_bytes()))
    length = graph.add("Gather", graph.add("Shape", "ids"), graph.constant("one", np.array([1])))
    zero = graph.constant("zero", np.array([0]))
    place = graph.add("Slice", graph.constant("positions", positions), zero, length, zero)
    x = norm(graph.add("Add", graph.add("Gather", table, "ids"), place), "norm")
    heads = graph.constant("heads", np.array([0, 0, HEADS, HIDDEN // HEADS]))
    whole = graph.constant("whole", np.array([0, 0, HIDDEN]))
    for i in range(LAYERS):
        q, k, v = graph.add("Split", linear(x, f"{i}.qkv", 3 * HIDDEN, HIDDEN), axis=2, outputs=3, num_outputs=3)
        q, v = (graph.add("Transpose", graph.add("Reshape", t, heads), perm=[0, 2, 1, 3]) for t in (q, v))
        k = graph.add("Transpose", graph.add("Reshape", k, heads), perm=[0, 2, 3, 1])
        mixed = graph.add("MatMul", graph.add("Softmax", graph.add("MatMul", q, k), axis=3), v)
        mixed = graph.add("Reshape", graph.add("Transpose", mixed, perm=[0, 2, 1, 3]), whole)
        x = norm(graph.add("Add", x, linear(mixed, f"{i}.out", HIDDEN, HIDDEN)), f"{i}.norm1")
        wide = graph.add("Gelu", linear(x, f"{i}.up", WIDE, HIDDEN))
        x = norm(graph.add("Add", x, linear(wide, f"{i}.down", HIDDEN, WIDE)), f"{i}.norm2")
    assert weights.at == len(weights.data), "layers.bin has another layout"
    mean = graph.add("ReduceMean", x, graph.constant("tokens", np.array([1])), keepdims=0)
    graph.nodes.append(helper.make_node("LpNormalization", [mean], ["vector"], axis=1, p=2))
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "kopru-e5-small",
            [helper.make_tensor_value_info("ids", TensorProto.INT64, ["texts", "tokens"])],
            [helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["texts", HIDDEN])],
            list(graph.constants.values()),
        ),
        opset_imports=[helper.make_opsetid("", 20)],
        ir_version=9,
    )
    onnx.checker.check_model(model)
    return model


if __name__ == "__main__":
    weights_folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    plain = out.with_suffix(".plain.onnx")
    onnx.save(build(weights_folder), plain)
    quantize_dynamic(plain, out, op_types_to_quantize=["MatMul"], weight_type=QuantType.QInt8, per_channel=True)
    plain.unlink()
