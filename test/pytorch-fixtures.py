"""Makes test/fixtures/pytorch.json: correlations and their gradients as PyTorch computes them, for src/conv/pytorch.test.ts.

Rule: float64, small shapes, seeded, no torch in CI. Run it with any CPU torch: python test/pytorch-fixtures.py
Layouts are ours (channels last, kernels [..., in / groups, out]); the transposes to and from torch's stand here.
"""

import json
import pathlib

import torch
import torch.nn.functional as functional

FILE = pathlib.Path(__file__).parent / "fixtures" / "pytorch.json"
CONVOLUTION = {1: functional.conv1d, 2: functional.conv2d, 3: functional.conv3d}
TORCH_MODE = {"zeros": "constant", "circular": "circular", "reflect": "reflect", "replicate": "replicate"}

# input [batch, ..., channels], kernel [..., in / groups, out], options
CASES = [
    ([1, 9, 1], [3, 1, 1], {}),
    ([2, 10, 4], [3, 2, 6], {"stride": [2], "padding": [[2, 1]], "groups": 2}),
    ([1, 8, 3], [2, 3, 2], {"dilation": [3], "padding": [[3, 3]], "paddingMode": "circular"}),
    ([1, 7, 2], [4, 2, 2], {"padding": "same"}),
    ([1, 3, 3, 1], [2, 2, 1, 1], {}),
    ([2, 6, 8, 3], [3, 3, 3, 4], {"stride": [2, 1], "padding": [[1, 1], [1, 1]]}),
    ([1, 7, 6, 2], [3, 2, 2, 3], {"dilation": [2, 1], "padding": [[2, 1], [0, 3]], "paddingMode": "replicate"}),
    ([1, 6, 6, 4], [3, 3, 1, 4], {"groups": 4, "padding": [[1, 1], [1, 1]], "paddingMode": "circular"}),
    ([1, 6, 5, 4], [3, 3, 2, 2], {"groups": 2, "stride": [2, 2], "padding": [[2, 2], [1, 1]], "paddingMode": "reflect"}),
    ([2, 4, 5, 3], [1, 1, 3, 2], {}),
    ([1, 6, 7, 1], [4, 3, 1, 1], {"padding": "same", "dilation": [1, 2]}),
    ([1, 3, 4, 5, 1], [2, 2, 2, 1, 1], {}),
    ([1, 4, 4, 5, 2], [2, 3, 2, 2, 2], {"stride": [1, 2, 2], "padding": [[1, 0], [1, 1], [0, 1]]}),
    ([1, 4, 4, 4, 2], [2, 2, 2, 1, 2], {"groups": 2, "padding": [[1, 1], [1, 1], [1, 1]], "paddingMode": "circular"}),
    ([1, 3, 5, 4, 1], [1, 2, 2, 1, 2], {"dilation": [1, 2, 1], "padding": [[0, 0], [1, 2], [1, 1]], "paddingMode": "replicate"}),
]


def main():
    torch.manual_seed(6)
    cases = [compute(*case) for case in CASES]
    FILE.parent.mkdir(exist_ok=True)
    text = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    FILE.write_text(f'{{"torch":"{torch.__version__.split("+")[0]}","correlations":[\n{text}\n]}}\n')
    print(f"{len(cases)} cases, {FILE.stat().st_size / 1000:.0f} kB")


def compute(input_shape, kernel_shape, options):
    x = rounded(input_shape).requires_grad_()
    k = rounded(kernel_shape).requires_grad_()
    y = correlate(x, k, options)
    dy = rounded(y.shape)
    (y * dy).sum().backward()
    numbers = {"X": x, "K": k, "dY": dy, "Y": y, "dX": x.grad, "dK": k.grad}
    return {"options": options, **{name: nested(value) for name, value in numbers.items()}}


def correlate(x, k, options):
    channels_first = x.movedim(-1, 1)
    weight = k.movedim(-1, 0).movedim(-1, 1)
    convolution = CONVOLUTION[x.dim() - 2]
    rest = {name: options[name] for name in ("stride", "dilation", "groups") if name in options}
    if options.get("padding") == "same":
        return convolution(channels_first, weight, padding="same", **rest).movedim(1, -1)
    pairs = reversed(options.get("padding", []))  # torch lists the last axis first
    amounts = [amount for pair in pairs for amount in pair]
    mode = TORCH_MODE[options.get("paddingMode", "zeros")]
    padded = functional.pad(channels_first, amounts, mode=mode) if amounts else channels_first
    return convolution(padded, weight, **rest).movedim(1, -1)


def rounded(shape):
    """Random numbers of two digits, which keep the file small."""
    return torch.randint(-99, 100, list(shape)).double() / 100


def nested(value):
    return json.loads(json.dumps(value.tolist()), parse_float=lambda text: round(float(text), 12))


main()
