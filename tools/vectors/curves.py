"""Curves of an independent library: bootstraps by several interpolations, discount factors
between their nodes.

Usage: /usr/bin/python3 tools/vectors/curves.py > tools/vectors/curves.json

Needs QuantLib for Python (made with 1.29, Debian package quantlib-python). Quotes are made up
here; discount factors are what the library answers. Numbers are facts, made by the project.
"""

import json
import random

import QuantLib as ql

INTERPOLATIONS = {
    "log-linear-discount": "LogLinearDiscount",
    "linear-zero": "LinearZero",
    "flat-forward": "FlatForward",
    "linear-forward": "LinearForward",
    "harmonic-cubic-zero": "KrugerZero",
    "natural-cubic-zero": "NaturalCubicZero",
    "monotone-cubic-log-discount": "LogCubicDiscount",
    "harmonic-cubic-log-discount": "KrugerLogDiscount",
    "natural-cubic-log-discount": "NaturalLogCubicDiscount",
    "natural-cubic-discount": "SplineCubicDiscount",
}
LOCAL = ["log-linear-discount", "linear-zero", "flat-forward"]
DAY_COUNTS = {
    "ACT/360": ql.Actual360(),
    "ACT/365F": ql.Actual365Fixed(),
    "30/360": ql.Thirty360(ql.Thirty360.BondBasis),
}
CALENDARS = {
    "target": ql.TARGET(),
    "us-federal-reserve": ql.UnitedStates(ql.UnitedStates.FederalReserve),
    "us-government-bond": ql.UnitedStates(ql.UnitedStates.GovernmentBond),
    "none": ql.NullCalendar(),
}
ADJUST = {
    "ModifiedFollowing": ql.ModifiedFollowing,
    "Following": ql.Following,
    "Unadjusted": ql.Unadjusted,
}
FREQUENCY = {"1Y": ql.Annual, "6M": ql.Semiannual, "3M": ql.Quarterly}
MONTHS_OFF_NODE = [0.25, 0.7, 1.5, 2.4, 4.5, 7.3, 10.7, 13.2, 20.4, 33.3, 50.1, 77.7, 100.9, 133.4]
MONTHS_OFF_NODE += [170.2, 210.8, 290.5, 349.9]


def day(iso):
    return ql.DateParser.parseISO(iso)


def iso(date):
    return date.ISO()


def quote(rate):
    return ql.QuoteHandle(ql.SimpleQuote(rate))


def term_index(convention, curve=None):
    calendar = CALENDARS[convention["calendar"]]
    leg = convention["floating"]
    arguments = (ql.Period(leg["tenor"]), convention["spotDays"], ql.EURCurrency(), calendar)
    rest = (ADJUST[leg["businessDay"]], False, DAY_COUNTS[leg["dayCount"]])
    handle = () if curve is None else (curve,)
    return ql.IborIndex("index", *arguments, *rest, *handle)


def overnight_index(convention):
    calendar = CALENDARS[convention["calendar"]]
    return ql.OvernightIndex("on", 0, ql.USDCurrency(), calendar, DAY_COUNTS[convention["dayCount"]])


def helper(row, today, discount, reference):
    convention = row["convention"]
    calendar = CALENDARS[convention["calendar"]]
    kind = row["kind"]
    if kind == "deposit":
        settle = row.get("settlementDays", convention["spotDays"])
        return ql.DepositRateHelper(
            row["rate"], ql.Period(row["tenor"]), settle, calendar,
            ADJUST[convention["businessDay"]], convention["endOfMonth"],
            DAY_COUNTS[convention["dayCount"]],
        )
    if kind == "fra":
        months = int(row["start"][:-1])
        return ql.FraRateHelper(
            quote(row["rate"]), months, months + int(row["tenor"][:-1]), convention["spotDays"],
            calendar, ADJUST[convention["businessDay"]], convention["endOfMonth"],
            DAY_COUNTS[convention["dayCount"]],
        )
    if kind == "ois":
        pillar = ql.Pillar.MaturityDate if convention["pillar"] == "maturity" else None
        return ql.OISRateHelper(
            convention["spotDays"], ql.Period(row["tenor"]), quote(row["rate"]),
            overnight_index(convention), discount, False, convention["paymentLagDays"],
            ql.Following, FREQUENCY[convention["paymentTenor"]], calendar, ql.Period("0D"),
            0.0, ql.Pillar.LastRelevantDate if pillar is None else pillar, ql.Date(),
            ql.RateAveraging.Simple if convention["averaging"] == "simple"
            else ql.RateAveraging.Compound,
        )
    if kind == "irs":
        fixed = convention["fixed"]
        return ql.SwapRateHelper(
            quote(row["rate"]), ql.Period(row["tenor"]), calendar, FREQUENCY[fixed["tenor"]],
            ADJUST[fixed["businessDay"]], DAY_COUNTS[fixed["dayCount"]], term_index(convention),
            ql.QuoteHandle(), ql.Period("0D"), discount,
        )
    if kind == "basis":
        return basis_swap(row, calendar, convention, discount, reference)
    if kind == "par-bond":
        return par_bond(row, today)
    raise ValueError(kind)


def basis_swap(row, calendar, convention, discount, reference):
    solved = term_index({**convention, "floating": convention["solved"]})
    other = term_index({**convention, "floating": convention["reference"]}, reference)
    return ql.IborIborBasisSwapRateHelper(
        quote(row["rate"]), ql.Period(row["tenor"]), convention["spotDays"], calendar,
        ql.ModifiedFollowing, convention["endOfMonth"], solved, other, discount, True,
    )


def par_bond(row, today):
    maturity = ql.NullCalendar().advance(today, ql.Period(row["tenor"]))
    if maturity <= ql.NullCalendar().advance(today, ql.Period("6M")):
        return ql.DepositRateHelper(
            row["rate"], ql.Period(row["tenor"]), 0, ql.NullCalendar(), ql.Unadjusted, False,
            ql.Actual365Fixed(),
        )
    schedule = ql.Schedule(
        today, maturity, ql.Period("6M"), ql.NullCalendar(), ql.Unadjusted, ql.Unadjusted,
        ql.DateGeneration.Backward, False,
    )
    return ql.FixedRateBondHelper(
        quote(100.0), 0, 100.0, schedule, [row["rate"]],
        ql.ActualActual(ql.ActualActual.ISMA), ql.Unadjusted, 100.0,
    )


def made(case, interpolation, discount=None, reference=None):
    today = day(case["valuationDate"])
    ql.Settings.instance().evaluationDate = today
    handle = ql.YieldTermStructureHandle() if discount is None else discount
    helpers = [helper(row, today, handle, reference) for row in case["quotes"]]
    kind = getattr(ql, "Piecewise" + INTERPOLATIONS[interpolation])
    curve = kind(day(case["referenceDate"]), helpers, DAY_COUNTS[case["dayCount"]])
    curve.nodes()
    curve.enableExtrapolation()
    return curve


def answers(case, curve):
    start = day(case["referenceDate"])
    # Days between nodes, and one beyond the last.
    days = [start + int(months * 30.4375) for months in MONTHS_OFF_NODE]
    last = curve.dates()[-1]
    days = [one for one in days if one < last] + [last, last + 400]
    forwards = [
        curve.forwardRate(one, one + 91, ql.Actual360(), ql.Simple).rate() for one in days
    ]
    return {
        "nodes": [iso(one) for one in curve.dates()[1:]],
        "days": [iso(one) for one in days],
        "df": [curve.discount(one) for one in days],
        "forward91": forwards,
    }


def solve(case, interpolations, discount=None, reference=None):
    curves = {}
    for name in interpolations:
        try:
            curves[name] = answers(case, made(case, name, discount, reference))
        except RuntimeError as problem:
            print(case["id"], name, problem, file=__import__("sys").stderr)
    return {**case, "curves": curves}


EUR_DEPOSIT = {
    "calendar": "target", "spotDays": 2, "dayCount": "ACT/360",
    "businessDay": "ModifiedFollowing", "endOfMonth": True,
}
EUR_SWAP = {
    "calendar": "target", "spotDays": 2, "endOfMonth": False,
    "paymentBusinessDay": "ModifiedFollowing",
    "fixed": {"tenor": "1Y", "dayCount": "30/360", "businessDay": "ModifiedFollowing"},
    "floating": {"tenor": "6M", "dayCount": "ACT/360", "businessDay": "ModifiedFollowing"},
}
USD_SWAP = {
    "calendar": "us-federal-reserve", "spotDays": 2, "endOfMonth": False,
    "paymentBusinessDay": "ModifiedFollowing",
    "fixed": {"tenor": "6M", "dayCount": "30/360", "businessDay": "ModifiedFollowing"},
    "floating": {"tenor": "3M", "dayCount": "ACT/360", "businessDay": "ModifiedFollowing"},
}


def ois(calendar, lag, **other):
    return {
        "calendar": calendar, "spotDays": 2, "dayCount": "ACT/360", "paymentTenor": "1Y",
        "paymentLagDays": lag, "averaging": "compounded", "businessDay": "ModifiedFollowing",
        "endOfMonth": True, "pillar": "last-payment", **other,
    }


def rows(kind, convention, pairs):
    return [{"kind": kind, "rate": r, "tenor": t, "convention": convention} for t, r in pairs]


SWAP_RATES = [
    ("1Y", 0.0231), ("2Y", 0.0246), ("3Y", 0.0262), ("5Y", 0.0287), ("7Y", 0.0301),
    ("10Y", 0.0312), ("15Y", 0.0321), ("20Y", 0.0318), ("30Y", 0.0302),
]
OIS_RATES = [
    ("1W", 0.0431), ("1M", 0.0433), ("2M", 0.0431), ("3M", 0.0428), ("6M", 0.0416),
    ("9M", 0.0402), ("1Y", 0.039), ("18M", 0.0371), ("2Y", 0.0362), ("3Y", 0.0353),
    ("5Y", 0.0352), ("7Y", 0.0358), ("10Y", 0.0368), ("20Y", 0.0383), ("30Y", 0.0374),
]
NEGATIVE = [(t, r - 0.028) for t, r in SWAP_RATES]
BOND_RATES = [
    ("1M", 0.0412), ("3M", 0.0442), ("6M", 0.0476), ("1Y", 0.0473), ("2Y", 0.0441),
    ("3Y", 0.0422), ("5Y", 0.0399), ("7Y", 0.0396), ("10Y", 0.0388), ("20Y", 0.0414),
    ("30Y", 0.0397),
]


def case(name, valuation, reference, day_count, quotes):
    return {
        "id": name, "valuationDate": valuation, "referenceDate": reference,
        "dayCount": day_count, "quotes": quotes,
    }


def eur_quotes(pairs, shift=0.0):
    deposits = [("1W", 0.0204), ("1M", 0.0207), ("3M", 0.0213)]
    fras = [("1M", 0.0216), ("4M", 0.0222)]
    return (
        rows("deposit", EUR_DEPOSIT, [(t, r + shift) for t, r in deposits])
        + [
            {"kind": "fra", "rate": r + shift, "start": s, "tenor": "3M",
             "convention": EUR_DEPOSIT}
            for s, r in fras
        ]
        + rows("irs", EUR_SWAP, pairs)
    )


def dual():
    ois_case = case(
        "ESTR for discounting", "2022-03-29", "2022-03-29", "ACT/365F",
        rows("ois", ois("target", 1), [(t, r - 0.012) for t, r in OIS_RATES]),
    )
    curve = made(ois_case, "log-linear-discount")
    projection = case(
        "EURIBOR 6M projected on ESTR", "2022-03-29", "2022-03-29", "ACT/365F",
        rows("deposit", EUR_DEPOSIT, [("6M", 0.0208)]) + rows("irs", EUR_SWAP, SWAP_RATES),
    )
    handle = ql.YieldTermStructureHandle(curve)
    return solve({**projection, "discountQuotes": ois_case["quotes"]}, LOCAL, handle)


def basis():
    day_of = "2022-03-29"
    ois_case = case("", day_of, day_of, "ACT/365F",
                    rows("ois", ois("target", 1), [(t, r - 0.012) for t, r in OIS_RATES]))
    discount = ql.YieldTermStructureHandle(made(ois_case, "log-linear-discount"))
    swaps = case("", day_of, day_of, "ACT/365F", rows("irs", EUR_SWAP, SWAP_RATES))
    reference = ql.YieldTermStructureHandle(made(swaps, "log-linear-discount", discount))
    leg = {"dayCount": "ACT/360", "businessDay": "ModifiedFollowing"}
    convention = {
        "calendar": "target", "spotDays": 2, "endOfMonth": False,
        "paymentBusinessDay": "ModifiedFollowing",
        "solved": {"tenor": "3M", **leg}, "reference": {"tenor": "6M", **leg},
    }
    spreads = [(t, 0.0008 - 0.00002 * i) for i, (t, _) in enumerate(SWAP_RATES)]
    basis_case = case("EURIBOR 3M from basis swaps on 6M", day_of, day_of, "ACT/365F",
                      rows("basis", convention, spreads))
    more = {"discountQuotes": ois_case["quotes"], "referenceQuotes": swaps["quotes"]}
    return solve({**basis_case, **more}, LOCAL, discount, reference)


SPLINES = {"natural": ql.CubicNaturalSpline, "natural-monotone": ql.MonotonicCubicNaturalSpline}


def splines():
    """Rough points, so that every branch of the monotone filter is met."""
    shuffled = random.Random(20260101)
    made_splines = []
    for count in (3, 4, 6, 9, 9, 12, 12, 12):
        knots = [round(i + shuffled.random() * 0.8, 3) for i in range(count)]
        steps = [shuffled.choice([1, 1, 1, -1]) * shuffled.random() ** 3 for _ in knots]
        values = [round(sum(steps[: i + 1]), 4) for i in range(count)]
        at = [knots[0] + (knots[-1] - knots[0]) * i / 23 for i in range(24)]
        answers_by = {}
        for name, kind in SPLINES.items():
            spline = kind(knots, values)
            answers_by[name] = [spline(min(x, knots[-1])) for x in at]
        made_splines.append({"knots": knots, "values": values, "at": at, **answers_by})
    return made_splines


def convex():
    """The library's blend of methods at its pure end: no quadratic share, all monotone. Means lie
    close enough together that no end value meets its collar, which the library has not."""
    shuffled = random.Random(20260102)
    made_convex = []
    for count in (2, 3, 5, 8, 8, 12, 12):
        knots = [0.0]
        for _ in range(count):
            knots.append(round(knots[-1] + 0.1 + 3 * shuffled.random(), 3))
        means = [round(0.025 + 0.02 * shuffled.random(), 5) for _ in range(count)]
        function = ql.ConvexMonotoneInterpolation(knots, [0.0] + means, 0.0, 1.0, False)
        at = [knots[-1] * i / 23 for i in range(23)]
        values = [function(x) for x in at]
        made_convex.append({"knots": knots, "means": means, "at": at, "values": values})
    return made_convex


def main():
    every = list(INTERPOLATIONS)
    cases = [
        solve(case("EUR deposits, FRAs and swaps", "2022-03-29", "2022-03-31", "ACT/360",
                   eur_quotes(SWAP_RATES)), every),
        solve(case("EUR swaps at negative rates", "2020-02-26", "2020-02-28", "ACT/365F",
                   eur_quotes(NEGATIVE, -0.028)), LOCAL),
        solve(case("USD 3M swaps", "2019-08-28", "2019-08-28", "ACT/365F",
                   rows("irs", USD_SWAP, SWAP_RATES)), ["natural-cubic-zero", "linear-zero"]),
        solve(case("Fed funds overnight swaps, month's end", "2024-01-29", "2024-01-29",
                   "ACT/365F", rows("ois", ois("us-federal-reserve", 2), OIS_RATES)),
              ["log-linear-discount", "natural-cubic-zero", "monotone-cubic-log-discount"]),
        solve(case("Fed funds overnight swaps, node at maturity", "2017-02-22", "2017-02-22",
                   "ACT/365F",
                   rows("ois", ois("us-federal-reserve", 2, pillar="maturity"), OIS_RATES)),
              ["flat-forward"]),
        solve(case("Fed funds averaged, quarterly", "2021-05-13", "2021-05-13", "ACT/365F",
                   rows("ois", ois("us-federal-reserve", 0, averaging="simple",
                                   paymentTenor="3M"), OIS_RATES[:11])),
              ["log-linear-discount"]),
        dual(),
        basis(),
        solve(case("Treasury par yields on days", "2022-12-30", "2022-12-30", "ACT/365F",
                   rows("par-bond", {"calendar": "none", "settlementDays": 0,
                                     "couponTenor": "6M", "simpleUpTo": "6M",
                                     "businessDay": "Unadjusted"}, BOND_RATES)),
              ["log-linear-discount", "natural-cubic-zero"]),
    ]
    head = {
        "title": "Bootstrapped curves and discount factors between their nodes",
        "source": "tools/vectors/curves.py",
        "library": "QuantLib " + ql.__version__,
        "licence": "made by the project; numbers are facts",
    }
    print(json.dumps({**head, "splines": splines(), "convex": convex(), "cases": cases}, separators=(",", ":")).replace('{"id"', '\n{"id"'))


main()
