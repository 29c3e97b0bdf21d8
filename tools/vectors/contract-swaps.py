"""Interest of both legs of swaps, and of caps and floors, by an independent library.

Usage: python3 tools/vectors/contract-swaps.py > tools/vectors/contract-swaps.json

Needs QuantLib for Python (Debian: quantlib-python 1.29). Random swaps with fixings that are all
known: what each coupon pays, and what a cap, a floor or both take from or add to the floating
coupons. Dates have no business days to move to, and start on the 28th of a month at the latest, so
that only schedule, day count, reset, spread and limits are compared. Numbers are facts, made by the
project.
"""

import json
import random
import sys

import QuantLib as ql

SEED = 20261124
CASES = 60
DAY_COUNTS = {
    "30E360": ql.Thirty360(ql.Thirty360.European),
    "A360": ql.Actual360(),
    "A365": ql.Actual365Fixed(),
    "AA": ql.ActualActual(ql.ActualActual.ISDA),
}


def iso(date):
    return date.ISO()


def case(draw, name):
    day_count = DAY_COUNTS[name]
    start = ql.Date(draw.randint(1, 28), draw.randint(1, 12), draw.randint(2001, 2030))
    months = draw.choice([1, 3, 6, 12])
    end = start + ql.Period(draw.randint(months, 60), ql.Months) + draw.randint(0, 20)
    schedule = ql.Schedule(
        start,
        end,
        ql.Period(months, ql.Months),
        ql.NullCalendar(),
        ql.Unadjusted,
        ql.Unadjusted,
        ql.DateGeneration.Forward,
        False,
    )
    dates = list(schedule)
    notional = float(draw.randint(1, 5000) * 1000)
    fixed_rate = round(draw.uniform(-0.01, 0.12), 6)
    multiplier = draw.choice([1.0, 1.0, 0.75, 2.0])
    spread = draw.choice([0.0, 0.0025, -0.001])
    floor = round(draw.uniform(0.0, 0.03), 4)
    cap = round(draw.uniform(0.04, 0.08), 4)
    fixings = [round(draw.uniform(-0.01, 0.1), 6) for _ in dates[:-1]]
    index = ql.IborIndex(
        f"made-up {draw.random()}",
        ql.Period(months, ql.Months),
        0,
        ql.USDCurrency(),
        ql.NullCalendar(),
        ql.Unadjusted,
        False,
        day_count,
    )
    for date, fixing in zip(dates, fixings):
        index.addFixing(date, fixing)

    def floating(**limits):
        leg = ql.IborLeg(
            [notional],
            schedule,
            index,
            paymentDayCounter=day_count,
            fixingDays=[0],
            gearings=[multiplier],
            spreads=[spread],
            **limits,
        )
        ql.setCouponPricer(leg, ql.BlackIborCouponPricer())
        return [coupon.amount() for coupon in leg]

    plain = floating()

    def changed(**limits):
        limited = floating(**limits)
        return [abs(one - other) for one, other in zip(plain, limited)]

    fixed = ql.FixedRateLeg(schedule, day_count, [notional], [fixed_rate])
    return {
        "dayCount": name,
        "start": iso(start),
        "end": iso(end),
        "months": months,
        "notional": notional,
        "fixedRate": fixed_rate,
        "multiplier": multiplier,
        "spread": spread,
        "floor": floor,
        "cap": cap,
        "fixings": fixings,
        "dates": [iso(date) for date in dates],
        "fixed": [coupon.amount() for coupon in fixed],
        "floating": plain,
        "capped": changed(caps=[cap]),
        "floored": changed(floors=[floor]),
        "collared": changed(caps=[cap], floors=[floor]),
    }


def main():
    ql.Settings.instance().evaluationDate = ql.Date(31, 12, 2060)
    draw = random.Random(SEED)
    names = sorted(DAY_COUNTS)
    cases = [case(draw, names[number % len(names)]) for number in range(CASES)]
    head = {
        "title": "Coupons of swaps with known fixings, and what caps and floors change in them",
        "source": "tools/vectors/contract-swaps.py, QuantLib 1.29 (Debian quantlib-python)",
        "licence": "made by the project; numbers are facts",
        "seed": SEED,
    }
    lines = [json.dumps(each, separators=(",", ":")) for each in cases]
    body = ",\n".join(lines)
    text = json.dumps(head, indent=0)[:-2] + ',\n"cases": [\n' + body + "\n]\n}\n"
    json.loads(text)
    sys.stdout.write(text)


main()
