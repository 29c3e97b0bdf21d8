"""Reference values of the normal distribution and its inverse, made by Python's decimal module.

Usage: python3 tools/vectors/normal.py > tools/vectors/normal.json

P(X <= x) is summed from its Taylor series about 0 in as many digits as the cancellation needs.
"""

import json
import platform
import random
from decimal import Decimal, getcontext

SEED = 20221230
getcontext().Emax = 10**9
getcontext().Emin = -(10**9)
getcontext().prec = 900


def machin_pi():
    def arctan_inverse(n):
        total, term, k = Decimal(0), Decimal(1) / n, 0
        while abs(term) > Decimal(10) ** -880:
            total += term / (2 * k + 1) * (-1) ** k
            term /= n * n
            k += 1
        return total

    return 4 * (4 * arctan_inverse(5) - arctan_inverse(239))


ROOT_TWO_PI = (2 * machin_pi()).sqrt()


def density(x):
    exact = Decimal(x)
    return (-exact * exact / 2).exp() / ROOT_TWO_PI


def distribution(x):
    exact = Decimal(x)
    term, total, k = exact, exact, 0
    while abs(term) > Decimal(10) ** -800:
        k += 1
        term *= -exact * exact / 2 / k
        total += term / (2 * k + 1)
    return Decimal(1) / 2 + total / ROOT_TWO_PI


def main():
    draw = random.Random(SEED)
    points = [draw.uniform(-37.5, 0) for _ in range(100)] + [draw.uniform(-6, 6) for _ in range(200)]
    points += [draw.uniform(-0.7, 0.7) for _ in range(50)] + [-8.5, -1e-9, 0.0, 1.0, 8.0]
    rows = [{"x": x, "density": float(density(x)), "distribution": float(distribution(x))} for x in points]
    print(
        json.dumps(
            {
                "title": "Reference values of the standard normal density and distribution",
                "source": "tools/vectors/normal.py, decimal module, 900 digits",
                "python": platform.python_version(),
                "licence": "made by the project; numbers are facts",
                "seed": SEED,
                "cases": rows,
            },
            separators=(",", ":"),
        ).replace('},{"x"', '},\n{"x"')
    )


main()
