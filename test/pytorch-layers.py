"""Makes test/fixtures/pytorch-layers.json: pooling, layers, cross-entropy and learning as PyTorch computes them.

Rule: float64, small shapes, seeded, no torch in CI; src/conv/pytorch-layers.test.ts reads it. Run it with any CPU torch:
python test/pytorch-layers.py. Layouts are ours (channels last); the transposes to and from torch's stand here.
"""

import json
import pathlib

import torch
import torch.nn.functional as functional

FILE = pathlib.Path(__file__).parent / "fixtures" / "pytorch-layers.json"

# input [batch, height, width, channels], window, stride, padding
POOLS = [
    ([2, 6, 6, 3], [2, 2], [2, 2], [0, 0]),
    ([1, 7, 5, 2], [3, 2], [1, 2], [1, 1]),
    ([1, 5, 8, 1], [2, 3], [2, 1], [0, 1]),
    ([2, 4, 4, 2], [4, 4], [4, 4], [2, 2]),
]

# input, kernel [height, width, in, out], options
CONVOLUTIONS = [
    ([2, 6, 7, 3], [3, 2, 3, 4], {"stride": [2, 1], "padding": [1, 1]}),
    ([1, 8, 8, 1], [3, 3, 1, 2], {"dilation": [2, 1]}),
    ([3, 5, 5, 2], [1, 1, 2, 5], {}),
]


def main():
    torch.manual_seed(11)
    torch.set_default_dtype(torch.float64)
    fixture = {
        "torch": torch.__version__.split("+")[0],
        "pools": [pool(kind, *case) for kind in ("max", "avg") for case in POOLS],
        "blurs": [blur([2, 6, 7, 3]), blur([1, 3, 2, 1])],
        "convolutions": [convolution(*case) for case in CONVOLUTIONS],
        "crossEntropies": [cross_entropy(scale) for scale in (1, 30, 1000)],
        "runs": [learn(name) for name in ("sgd", "momentum", "adam")],
    }
    FILE.write_text(json.dumps(fixture, separators=(",", ":")) + "\n")
    print(f"{FILE.stat().st_size / 1000:.0f} kB")


def pool(kind, shape, size, stride, padding):
    x = rounded(shape).requires_grad_()
    pooling = {"max": functional.max_pool2d, "avg": functional.avg_pool2d}[kind]
    y = pooling(x.movedim(-1, 1), size, stride, padding).movedim(1, -1)
    dy = rounded(y.shape)
    (y * dy).sum().backward()
    numbers = {"X": x, "dY": dy, "Y": y, "dX": x.grad}
    return {"kind": kind, "size": size, "stride": stride, "padding": padding, **listed(numbers)}


def blur(shape):
    """Zhang's BlurPool with a 3 × 3 filter: mirrored border, stride 2."""
    x = rounded(shape).requires_grad_()
    row = torch.tensor([1.0, 2.0, 1.0])
    channels = shape[-1]
    weight = (torch.outer(row, row) / 16).expand(channels, 1, 3, 3)
    mirrored = functional.pad(x.movedim(-1, 1), (1, 1, 1, 1), mode="reflect")
    y = functional.conv2d(mirrored, weight, stride=2, groups=channels).movedim(1, -1)
    dy = rounded(y.shape)
    (y * dy).sum().backward()
    return listed({"X": x, "dY": dy, "Y": y, "dX": x.grad})


def convolution(shape, kernel_shape, options):
    x = rounded(shape).requires_grad_()
    weight = rounded(kernel_shape).requires_grad_()
    bias = rounded(kernel_shape[-1:]).requires_grad_()
    y = functional.conv2d(x.movedim(-1, 1), weight.permute(3, 2, 0, 1), bias, **options).movedim(1, -1)
    dy = rounded(y.shape)
    (y * dy).sum().backward()
    numbers = {"X": x, "weight": weight, "bias": bias, "dY": dy, "Y": y}
    gradients = {"dX": x.grad, "dWeight": weight.grad, "dBias": bias.grad}
    return {"options": options, **listed({**numbers, **gradients})}


def cross_entropy(scale):
    logits = (rounded([4, 3]) * scale).requires_grad_()
    labels = torch.tensor([2, 0, 1, 1])
    loss = functional.cross_entropy(logits, labels)
    loss.backward()
    return {"labels": labels.tolist(), "loss": loss.item(), **listed({"logits": logits, "dLogits": logits.grad})}


def learn(optimizer_name):
    """Six steps on one batch of a small network: its weights before, the loss before each step, the weights after."""
    images, labels = rounded([5, 6, 6, 1]), torch.tensor([0, 2, 1, 1, 0])
    weights = [rounded(shape).requires_grad_() for shape in ([3, 3, 1, 2], [2], [18, 3], [3])]
    before = [weight.detach().clone() for weight in weights]
    optimizer = {
        "sgd": lambda: torch.optim.SGD(weights, lr=0.1),
        "momentum": lambda: torch.optim.SGD(weights, lr=0.05, momentum=0.9),
        "adam": lambda: torch.optim.Adam(weights, lr=0.02, eps=1e-7),
    }[optimizer_name]()
    losses = []
    for _ in range(6):
        kernel, kernel_bias, dense, dense_bias = weights
        maps = functional.conv2d(images.movedim(-1, 1), kernel.permute(3, 2, 0, 1), kernel_bias, padding=1)
        maps = functional.max_pool2d(torch.tanh(maps), 2)
        loss = functional.cross_entropy(maps.movedim(1, -1).flatten(1) @ dense + dense_bias, labels)
        losses.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return {
        "optimizer": optimizer_name,
        "labels": labels.tolist(),
        "losses": losses,
        "before": [nested(weight) for weight in before],
        "after": [nested(weight) for weight in weights],
        **listed({"images": images}),
    }


def rounded(shape):
    """Numbers that float32 and a short text hold alike, to three decimals."""
    return torch.round(torch.randn(list(shape)) * 1000) / 1000


def listed(tensors):
    return {name: nested(tensor) for name, tensor in tensors.items()}


def nested(tensor):
    return {"shape": list(tensor.shape), "values": [round(value, 9) for value in tensor.detach().flatten().tolist()]}


if __name__ == "__main__":
    main()
