"""Reference values of exp, log, pow, expm1 and log1p, made by Python's decimal module.

Usage: python3 tools/vectors/transcendental.py > tools/vectors/transcendental.json

Each case holds the exact result as `nearest` (the double nearest to it) and `rest` (what is
left, as a double), so that an error in units of the last place can be measured well below one.
"""

import json
import platform
import random
from decimal import Decimal, getcontext

SEED = 20221230
getcontext().prec = 60
getcontext().Emax = 10**9
getcontext().Emin = -(10**9)


def case(arguments, exact):
    nearest = float(exact)
    return {"in": arguments, "nearest": nearest, "rest": float(exact - Decimal(nearest))}


def precise(digits, compute):
    getcontext().prec = digits
    value = compute()
    getcontext().prec = 60
    return value


def exp_case(x):
    return case([x], Decimal(x).exp())


def log_case(x):
    return case([x], Decimal(x).ln())


def expm1_case(x):
    return case([x], precise(400, lambda: Decimal(x).exp() - 1))


def log1p_case(x):
    return case([x], precise(400, lambda: (Decimal(x) + 1).ln()))


def pow_case(x, y):
    return case([x, y], precise(90, lambda: (Decimal(y) * Decimal(x).ln()).exp()))


def signed_small(draw):
    return draw.choice([-1, 1]) * 2.0 ** draw.uniform(-60, -1)


def powers(draw):
    yield from ((draw.uniform(0.5, 2), draw.uniform(-60, 60)) for _ in range(120))
    yield from ((draw.uniform(0.9, 1.1), draw.uniform(-4000, 4000)) for _ in range(80))
    yield from ((1 - draw.uniform(0, 0.9), 1 / 12) for _ in range(60))
    yield from ((2.0 ** draw.uniform(-1000, 1000), draw.uniform(-0.7, 0.7)) for _ in range(80))
    yield from ((1 + signed_small(draw), draw.uniform(-1, 1) * 2.0**40) for _ in range(40))


def main():
    draw = random.Random(SEED)
    exps = [draw.uniform(-708, 709) for _ in range(150)]
    exps += [draw.uniform(-2, 2) for _ in range(150)] + [signed_small(draw) for _ in range(60)]
    logs = [2.0 ** draw.uniform(-1021, 1023) for _ in range(150)]
    logs += [draw.uniform(0.5, 2) for _ in range(150)] + [1 + signed_small(draw) for _ in range(60)]
    small = [signed_small(draw) for _ in range(100)]
    pairs = [(x, y) for x, y in powers(draw) if x != 1 and abs(y * float(Decimal(x).ln())) < 700]
    print(
        json.dumps(
            {
                "title": "Reference values of exp, log, expm1, log1p and pow",
                "source": "tools/vectors/transcendental.py, decimal module, 60 or more digits",
                "python": platform.python_version(),
                "licence": "made by the project; numbers are facts",
                "seed": SEED,
                "exp": [exp_case(x) for x in exps],
                "log": [log_case(x) for x in logs if x != 1],
                "expm1": [expm1_case(x) for x in small + [draw.uniform(-30, 30) for _ in range(200)]],
                "log1p": [log1p_case(x) for x in small + [draw.uniform(-0.99, 30) for _ in range(200)]],
                "pow": [pow_case(x, y) for x, y in pairs],
            },
            separators=(",", ":"),
        ).replace('},{"in"', '},\n{"in"')
    )


main()
