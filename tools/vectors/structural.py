"""Ladders of two structural hedges, part by part, apart from the engine.

Usage: python3 tools/vectors/structural.py > tools/vectors/structural.json

Every swap is kept as a part of its own (struck, ends, notional, rate), where the engine keeps sums
by months left; discount factors come from the month-end zero rates by straight lines. It reads the
figures of the two cases and the curve from the library, central assumptions and both ends of each.
"""

import json
import math
import os
import statistics

ROOT = os.path.join(os.path.dirname(__file__), "..", "..", "library")
CURVE = "data/boe-gilt-month-end/2026-11-29/boe-gilt-month-end.csv"
YEARS = {"3M": 0.25, "6M": 0.5, "9M": 0.75}


def month_of(text):
    return 12 * int(text[:4]) + int(text[5:7]) - 1


def read_curves():
    with open(os.path.join(ROOT, CURVE), encoding="utf8") as file:
        head, *rows = [line.split(",") for line in file.read().split()]
    terms = [YEARS.get(name) or float(name[:-1]) for name in head[1:]]
    return {
        month_of(row[0]): [(t, float(c) / 100) for t, c in zip(terms, row[1:]) if c != ""]
        for row in rows
    }


CURVES = read_curves()


def discount(month, months, shift):
    nodes, years = CURVES[month], months / 12
    if years == 0:
        return 1.0
    rate = nodes[0][1] if years <= nodes[0][0] else None
    for (t0, r0), (t1, r1) in zip(nodes, nodes[1:]):
        if rate is None and years <= t1:
            rate = r0 + (r1 - r0) * (years - t0) / (t1 - t0)
    return math.exp(-(rate + shift) * years)


def fair(month, months, shift):
    paid = sum(discount(month, i, shift) for i in range(1, months + 1)) / 12
    return (1 - discount(month, months, shift)) / paid


def read_case(slug):
    def load(name):
        with open(os.path.join(ROOT, "case", slug, name), encoding="utf8") as file:
            return json.load(file)

    return load("figures.json")["figures"], load("structural-hedge.json")


def money(figures, point):
    figure = figures[point["figure"]]
    amount = figure["value"] * {"GBP billion": 1000, "GBP million": 1}[figure["unit"]]
    return amount * (figures[point["share"]]["value"] / 100 if "share" in point else 1)


def lengths(figures, form):
    if "months" in form:
        return form["months"]
    life, within = figures[form["averageLife"]]["value"], form["withinYears"]
    ends = {"low": life - within, "central": life, "high": life + within}
    return {end: round(24 * value - 1) for end, value in ends.items()}


def spreads(figures, form):
    found = []
    for swap in form["swaps"]:
        month, tenor = month_of(swap["month"]), form["tenorMonths"]
        coupons = sum(discount(month, i, 0) for i in range(6, tenor + 1, 6)) / 2
        par = (1 - discount(month, tenor, 0)) / coupons
        found.append(figures[swap["figure"]]["value"] / 100 - par)
    return {"low": min(0, *found), "central": statistics.fmean(found), "high": max(0, *found)}


def parts_of(points, length, stopped, long, shift, last):
    """Every part that ever stood: [struck, ends, notional, rate, cut from]; months as numbers."""
    first = points[0][0]
    since = first if stopped is None else first - stopped
    each = points[0][1] / (length - (stopped or 0))
    rates = {}

    def rate(month, months):
        if (month, months) not in rates:
            rates[month, months] = fair(month, months, shift)
        return rates[month, months]

    earliest = first - length + 1 - (11 if stopped is not None else 0)
    begin = min(earliest, last - length - 11) if len(points) == 1 else earliest - 1
    if len(points) == 1:
        until = since if stopped is not None else last
        return [(m, m + length, each, rate(m, length)) for m in range(begin, until + 1)]
    parts = [(m, m + length, each, rate(m, length)) for m in range(begin, first + 1)]
    for (m0, a0), (m1, a1) in zip(points, points[1:]):
        assert a1 >= a0, "the notional of both cases never falls"
        for month in range(m0 + 1, m1 + 1):
            ended = sum(p[2] for p in parts if p[1] == month)
            more = (a1 - a0) / (m1 - m0)
            parts.append((month, month + length, ended + (more if long else 0), rate(month, length)))
            if not long:
                for n in range(1, length + 1):
                    parts.append((month, month + n, more / length, rate(month, n)))
    return parts


def standing(parts, month):
    return [p for p in parts if p[0] <= month < p[1]]


def value(parts, month, shift):
    total = 0
    for _, ends, notional, rate in standing(parts, month):
        n = ends - month
        paid = sum(discount(month, i, shift) for i in range(1, n + 1)) / 12
        total += notional * (rate * paid - (1 - discount(month, n, shift)))
    return total


def market_rate(parts, month, shift):
    above = below = 0
    for _, ends, notional, _ in standing(parts, month):
        n = ends - month
        below += notional * sum(discount(month, i, shift) for i in range(1, n + 1)) / 12
        above += notional * (1 - discount(month, n, shift))
    return above / below


def income_ahead(programmes, month, shift, short, months):
    total = 0
    for parts, length, rolls in programmes:
        new = fair(month, length, shift) if rolls else 0
        amount = sum(p[2] for p in standing(parts, month))
        for ahead in range(months):
            left = [p for p in standing(parts, month) if p[1] > month + ahead]
            kept = sum(p[2] for p in left)
            total += sum(p[2] * p[3] for p in left) / 12
            total += (amount - kept) * (new if rolls else short) / 12
    return total


def numbers(slug, moved=None, end="central"):
    figures, form = read_case(slug)
    last = month_of(form["month"])
    at = lambda name, values: values[end if name == moved else "central"]
    spread = at("spread", spreads(figures, form["spread"]))
    programmes = []
    for each in form["programmes"]:
        points = [(month_of(p["month"]), money(figures, p)) for p in each["notional"]]
        length = at(f"length {each['id']}", lengths(figures, each["length"]))
        stopped = at(f"stopped {each['id']}", each["stopped"]["months"]) if "stopped" in each else None
        parts = parts_of(points, length, stopped, moved == "growth", spread, last)
        programmes.append((parts, length, stopped is None))
    every = [p for parts, _, _ in programmes for p in parts]
    short = figures[form["shortRate"]["figure"]]["value"] / 100
    told = {}
    for each in form["published"]:
        months = range(month_of(each["from"]) - 1, month_of(each["to"]))
        if each["measure"] == "structural.contribution":
            paid = sum(p[2] * p[3] / 12 for m in months for p in standing(every, m))
            told[f"{each['measure']}[{each['period']}]"] = paid
    told["structural.marketRate[]"] = 100 * market_rate(every, last, spread)
    for shift in (-200, -100, 0, 100, 200):
        name = f"{shift:+d}" if shift else "0"
        moved_by = spread + shift / 10000
        told[f"structural.value[{name}]"] = value(every, last, moved_by)
        for months in (12, 36):
            told[f"structural.hedged.{months}m[{name}]"] = income_ahead(
                programmes, last, moved_by, short + shift / 10000, months
            )
    return told


RUNS = {
    "barclays-structural-hedge": [
        (None, "central"),
        ("length combined", "low"),
        ("length combined", "high"),
        ("growth", "high"),
        ("spread", "low"),
        ("spread", "high"),
    ],
    "natwest-structural-hedge": [
        (None, "central"),
        ("stopped ten-year", "low"),
        ("stopped ten-year", "high"),
        ("spread", "low"),
        ("spread", "high"),
    ],
}

CASES = [
    {"case": slug, "assumption": name or "", "end": end, "numbers": numbers(slug, name, end)}
    for slug, runs in RUNS.items()
    for name, end in runs
]
print(
    json.dumps(
        {
            "title": "Contributions, values and income of two structural hedges",
            "source": "tools/vectors/structural.py, Python",
            "licence": "made by the project; numbers are facts",
            "cases": CASES,
        },
        indent=1,
    )
)
