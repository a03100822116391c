"""Generated documents: words of random ideographs, so that nothing of them is a real text; the same for the same seed.

    generate.py DOCUMENTS SEED > documents.jsonl
"""

import itertools
import json
import random
import sys

IDEOGRAPHS = [chr(code) for code in range(0x4E00, 0x5E00)]
WORDS = 20_000


def documents(number: int, seed: int):
    """Yields documents of about a hundred characters, of which every fifth has a part of an earlier one."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(IDEOGRAPHS, k=chance.choice([1, 2, 2, 2, 3]))) for _ in range(WORDS)]
    # As in a language, some are far more frequent; but not so much that five of them in a row occur twice by accident.
    weights = list(itertools.accumulate(1 / (rank + 20) for rank in range(WORDS)))
    texts = []
    for index in range(number):
        text = "。".join("，".join(clauses(chance, words, weights)) for _ in range(chance.randint(1, 3))) + "。"
        if texts and index % 5 == 4:
            earlier = texts[chance.randrange(len(texts))]
            length = max(30, len(earlier) * chance.randint(3, 9) // 10)
            start = chance.randint(0, max(0, len(earlier) - length))
            text = earlier[start : start + length] + "。" + text
        texts.append(text)
        document = {"id": f"d{index}", "paper": chance.choice("甲乙丙"), "text": text}
        if index % 1000 == 7:
            del document["id"]
        yield document


def clauses(chance, words, weights):
    for _ in range(chance.randint(2, 4)):
        yield "".join(chance.choices(words, cum_weights=weights, k=chance.randint(4, 9)))


def written(document) -> str:
    return json.dumps(document, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for each in documents(int(sys.argv[1]), int(sys.argv[2])):
        sys.stdout.buffer.write(written(each).encode())
