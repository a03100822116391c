"""Values of every statistic by other people's code, for tests/statistics_reference.rs.

Run with Python 3.11 or later:

    pip install scipy==1.17.1 numpy==2.4.6 nltk==3.10.4 networkx==3.6.1 mpmath==1.4.1 lexicalrichness==0.5.1
    python tests/reference/make.py > tests/reference/values.tsv

A line is a statistic, its arguments as JSON, and its value with 17 digits. Where no library has a statistic, it is
worked out here from its definition with fractions or 50 digits (mpmath), on another path than the Rust code takes.
The arguments are drawn by a seeded generator, with the edge cases first.
"""

import json
import random
from fractions import Fraction

import networkx
import numpy
import scipy.stats
from lexicalrichness import LexicalRichness
from mpmath import mp, mpf
from nltk.metrics import BigramAssocMeasures

mp.dps = 50
draw = random.Random(20250122)


def row(name, arguments, value):
    print(name, json.dumps(arguments, separators=(",", ":")), f"{float(value):.17g}", sep="\t")


def sign(a, target, b, reference):
    difference = Fraction(a, target) - Fraction(b, reference)
    return (difference > 0) - (difference < 0)


def contingency(a, target, b, reference):
    arguments = [a, target, b, reference]
    table = numpy.array([[a, b], [target - a, reference - b]])
    if (table.sum(axis=1) > 0).all():
        test = scipy.stats.chi2_contingency
        # SciPy refuses no observed zero here: its power divergence takes 0 ln 0 for 0.
        g2 = test(table, correction=False, lambda_="log-likelihood").statistic
        row("g2", arguments, sign(*arguments) * g2)
        row("chi2", arguments, sign(*arguments) * test(table, correction=True).statistic)
        bic = mpf(g2) - mp.log(target + reference)
        row("bic", arguments, sign(*arguments) * max(bic, 0))
        row("p", [float(g2)], scipy.stats.chi2.sf(g2, df=1))
        row("smallestExpected", arguments, scipy.stats.contingency.expected_freq(table).min())
    ratio = (mpf(a or 0.5) / target) / (mpf(b or 0.5) / reference)
    row("logRatio", arguments, mp.log(ratio, 2))
    smoothed = Fraction(b, reference) if b else Fraction(1, 2 * reference)
    row("diff", arguments, 100 * (Fraction(a, target) - smoothed) / smoothed)
    if (table > 0).all():
        row("oddsRatio", arguments, scipy.stats.contingency.odds_ratio(table, kind="sample").statistic)
    else:
        row("oddsRatio", arguments, scipy.stats.contingency.odds_ratio(2 * table + 1, kind="sample").statistic)
    million = 10**6
    row("simpleMaths", arguments, (Fraction(a * million, target) + 1) / (Fraction(b * million, reference) + 1))


def association(together, x, y, pairs):
    arguments = [together, x, y, pairs]
    marginals = (together, (x, y), pairs)
    row("mi", arguments, BigramAssocMeasures.pmi(*marginals))
    row("t", arguments, BigramAssocMeasures.student_t(*marginals))
    row("logDice", arguments, 14 + mp.log(mpf(BigramAssocMeasures.dice(*marginals)), 2))
    expected = Fraction(x * y, pairs)
    likelihood = BigramAssocMeasures.likelihood_ratio(*marginals)
    row("associationG2", arguments, likelihood if together >= expected else -likelihood)


def dispersion(frequencies, sizes):
    arguments = [frequencies, sizes]
    f, s = sum(frequencies), sum(sizes)
    shares = [abs(Fraction(size, s) - Fraction(frequency, f)) for frequency, size in zip(frequencies, sizes)]
    row("dp", arguments, sum(shares) / 2)
    rates = numpy.array(frequencies, dtype=float) / numpy.array(sizes, dtype=float)
    variation = scipy.stats.variation(rates)
    row("juillandD", arguments, max(0.0, 1 - variation / numpy.sqrt(len(rates) - 1)))


def variety(words, size):
    rich = LexicalRichness(words, preprocessor=None, tokenizer=None)
    row("ttr", [words], rich.ttr)
    row("mtld", [words], rich.mtld(threshold=0.72))
    if len(words) >= size:
        row("mattr", [words, size], rich.mattr(window_size=size))
        pieces = [words[at : at + size] for at in range(0, len(words) - size + 1, size)]
        row("sttr", [words, size], sum(Fraction(len(set(piece)), size) for piece in pieces) / len(pieces))


def text_rank(words, window):
    graph = networkx.Graph()
    graph.add_nodes_from(words)
    for at, word in enumerate(words):
        for other in words[at + 1 : at + window]:
            if word != other:
                graph.add_edge(word, other)
    if graph.number_of_nodes() < 2:
        return
    ranks = networkx.pagerank(graph, alpha=0.85, tol=1e-15, max_iter=10000)
    row("textRank", [words], max(ranks.values()) * len(ranks))


contingency(5, 100, 0, 100)
contingency(0, 100, 5, 100)
contingency(5, 50, 10, 100)
contingency(1, 1, 0, 1)
contingency(110, 2552, 111, 29225)
for _ in range(60):
    target, reference = draw.choice([50, 900, 10_000]), draw.choice([70, 9_000, 2_000_000])
    contingency(draw.randint(0, min(target, 40)), target, draw.randint(0, min(reference, 60)), reference)

association(8, 15828, 4675, 14307668)
for _ in range(40):
    x, y = draw.randint(1, 400), draw.randint(1, 400)
    together = draw.randint(1, min(x, y))
    association(together, x, y, x + y + draw.randint(1, 100_000))

dispersion([1, 2, 3, 4, 5], [9, 10, 10, 10, 11])
dispersion([5, 0], [100, 100])
for _ in range(30):
    parts = draw.randint(2, 26)
    sizes = [draw.randint(1, 900) for _ in range(parts)]
    frequencies = [draw.choice([0, 0, draw.randint(0, 9)]) for _ in range(parts)]
    if any(frequencies):
        dispersion(frequencies, sizes)

for _ in range(25):
    p = [draw.choice([draw.random(), draw.random() ** 6, 0.05, 1.0]) for _ in range(draw.randint(1, 12))]
    adjusted = scipy.stats.false_discovery_control(p, method="bh")
    at = draw.randrange(len(p))
    row("benjaminiHochberg", [p, at], adjusted[at])

for _ in range(25):
    length, kinds = draw.randint(12, 160), draw.randint(3, 60)
    words = [f"w{min(int(draw.expovariate(5 / kinds)), kinds)}" for _ in range(length)]
    if len(set(words)) < length:
        variety(words, draw.choice([5, 10, 25]))
        text_rank(words, 5)

for tf, df, stories in [(1, 1, 26), (27, 18165, 806791), (3, 6723, 806791), (5, 2, 2), (4, 13, 26)]:
    row("tfIdf", [tf, df, stories], tf * mp.log10(mpf(stories) / df))


def expected(together, node_pairs, collocate_pairs, pairs):
    table = [[together, node_pairs - together]]
    table.append([collocate_pairs - together, pairs - node_pairs - collocate_pairs + together])
    value = scipy.stats.contingency.expected_freq(numpy.array(table))[0, 0]
    row("expected", [together, node_pairs, collocate_pairs, pairs], value)


def term(words, frequency, inside, longer):
    taken = Fraction(inside, longer) if longer else Fraction(0)
    left = frequency - taken
    row("cValue", [words, frequency, inside, longer], mp.log(words, 2) * left.numerator / left.denominator)


def cohesion(together, first, second, tokens):
    joint, chance = mpf(together) / tokens, mpf(first) * second / (mpf(tokens) * tokens)
    row("npmi", [together, first, second, tokens], mp.log(joint / chance) / -mp.log(joint))


for _ in range(20):
    node_pairs, collocate_pairs = draw.randint(10, 4000), draw.randint(10, 4000)
    together = draw.randint(1, 10)
    expected(together, node_pairs, collocate_pairs, node_pairs + collocate_pairs + draw.randint(1, 10**6))
    row("per10k", [together, node_pairs], Fraction(10_000 * together, node_pairs))
    longer = draw.randint(0, 4)
    term(draw.randint(2, 6), draw.randint(40, 900), draw.randint(longer, 40) if longer else 0, longer)
    cohesion(together, together + draw.randint(0, 50), together + draw.randint(0, 50), draw.randint(200, 10**6))
