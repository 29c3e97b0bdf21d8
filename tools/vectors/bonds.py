"""Bond vectors by an independent implementation: Debian's quantlib-python 1.29 (QuantLib, BSD).

Run: /usr/bin/python3 tools/vectors/bonds.py
Writes tools/vectors/bonds.json: terms drawn from a seeded generator, and what QuantLib makes of
them: flows, accrued interest, price at a yield, durations, convexity, worth of a basis point of
coupon, price on a curve, spread over the curve. Numbers are facts, made by the project. No day of
writing enters: the same script and library give the same bytes.
"""
import json
import pathlib
import random

import QuantLib as ql

SEED = 20231117
RNG = random.Random(SEED)
HERE = pathlib.Path(__file__).parent

CALENDARS = {
    "none": ql.NullCalendar(),
    "target": ql.TARGET(),
    "us-government-bond": ql.UnitedStates(ql.UnitedStates.GovernmentBond),
    "uk-settlement": ql.UnitedKingdom(ql.UnitedKingdom.Settlement),
}
DAY_COUNTS = {
    "ACT/ACT ICMA": ql.ActualActual(ql.ActualActual.ISMA),
    "30/360": ql.Thirty360(ql.Thirty360.BondBasis),
    "30E/360": ql.Thirty360(ql.Thirty360.EurobondBasis),
    "ACT/365F": ql.Actual365Fixed(),
    "ACT/360": ql.Actual360(),
}
CONVENTIONS = {
    "Unadjusted": ql.Unadjusted,
    "Following": ql.Following,
    "ModifiedFollowing": ql.ModifiedFollowing,
}
COMPOUNDINGS = {"compounded": ql.Compounded, "continuous": ql.Continuous}
FREQUENCIES = {1: ql.Annual, 2: ql.Semiannual, 4: ql.Quarterly}
NODE_YEARS = [0.5, 1, 2, 3, 5, 7, 10, 15, 20, 31]


def iso(date):
    return f"{date.year():04d}-{date.month():02d}-{date.dayOfMonth():02d}"


def random_date(first, last):
    return ql.Date(RNG.randint(1, 28), RNG.randint(1, 12), RNG.randint(first, last))


def pick(table):
    return RNG.choice(sorted(table))


def random_curve(day):
    """Discount factors joined log-linearly, ACT/365F."""
    level = RNG.uniform(-0.002, 0.06)
    slope = RNG.uniform(-0.01, 0.02)
    days = [int(round(365 * years)) for years in NODE_YEARS]
    factors = []
    log = 0.0
    last = 0
    for at, count in enumerate(days):
        forward = level + slope * at / len(days) + RNG.uniform(-0.004, 0.004)
        log -= forward * (count - last) / 365
        last = count
        factors.append(round(2.718281828459045 ** log, 12))
    curve = ql.DiscountCurve(
        [day] + [day + count for count in days], [1.0] + factors, ql.Actual365Fixed()
    )
    curve.enableExtrapolation()
    handle = ql.YieldTermStructureHandle(curve)
    return {"days": days, "factors": factors}, curve, handle


def random_terms():
    valuation = random_date(2012, 2027)
    while not ql.TARGET().isBusinessDay(valuation):
        valuation += 1
    frequency = RNG.choice([1, 2, 4])
    maturity = random_date(valuation.year() + 1, valuation.year() + 28)
    start = random_date(valuation.year() - 4, valuation.year() - 1)
    return {
        "valuation": valuation,
        "start": start,
        "maturity": maturity,
        "frequency": frequency,
        "calendar": pick(CALENDARS),
        "dayCount": pick(DAY_COUNTS),
        "payment": pick(CONVENTIONS),
        "settlementDays": RNG.randint(0, 3),
        "redemption": RNG.choice([100.0, 100.0, 102.5]),
    }


def month_end_terms():
    """All borders are ends of months and whole periods: early payments, 30th, 31st and February."""
    terms = random_terms()
    maturity = ql.Date.endOfMonth(terms["maturity"])
    periods = 1 + (terms["maturity"] - terms["start"]) * terms["frequency"] // 365
    back = ql.Period(-periods * 12 // terms["frequency"], ql.Months)
    start = ql.Date.endOfMonth(maturity + back)
    return {**terms, "start": start, "maturity": maturity, "payment": "ModifiedFollowing",
            "endOfMonth": True}


def schedule_of(terms):
    return ql.Schedule(
        terms["start"],
        terms["maturity"],
        ql.Period(12 // terms["frequency"], ql.Months),
        CALENDARS[terms["calendar"]],
        ql.Unadjusted,
        ql.Unadjusted,
        ql.DateGeneration.Backward,
        terms.get("endOfMonth", False),
    )


def written(terms):
    dates = {name: iso(terms[name]) for name in ("valuation", "start", "maturity")}
    return {**terms, **dates}


def measures(bond, terms, curve, handle):
    day = bond.settlementDate()
    dc = DAY_COUNTS[terms["dayCount"]]
    compounding = RNG.choice(["compounded", "compounded", "continuous"])
    rate = round(RNG.uniform(-0.005, 0.11), 6)
    basis = (dc, COMPOUNDINGS[compounding], FREQUENCIES[terms["frequency"]], day)
    yields = ql.InterestRate(rate, *basis[:3])
    functions = ql.BondFunctions
    clean = functions.cleanPrice(bond, rate, *basis)
    bond.setPricingEngine(ql.DiscountingBondEngine(handle))
    quoted = round(bond.cleanPrice() + RNG.uniform(-8, 8), 4)
    spread = functions.zSpread(
        bond, quoted, curve, ql.Actual365Fixed(), ql.Continuous, ql.Annual, day, 1e-14, 1000
    )
    return {
        "settlement": iso(day),
        "compounding": compounding,
        "rate": rate,
        "accrued": bond.accruedAmount(day),
        "clean": clean,
        "macaulay": functions.duration(bond, yields, ql.Duration.Macaulay, day)
        if compounding == "compounded"
        else None,
        "modified": functions.duration(bond, yields, ql.Duration.Modified, day),
        "convexity": functions.convexity(bond, yields, day),
        "curveClean": bond.cleanPrice(),
        "quoted": quoted,
        "zSpread": spread,
    }


def flows_of(bond):
    return [[iso(flow.date()), flow.amount()] for flow in bond.cashflows()]


def fixed_case(draw=random_terms):
    terms = draw()
    ql.Settings.instance().evaluationDate = terms["valuation"]
    nodes, curve, handle = random_curve(terms["valuation"])
    rates = [round(RNG.uniform(0, 0.09), 5) for _ in range(RNG.choice([1, 1, 1, 4]))]
    rates = rates[: len(schedule_of(terms)) - 1]
    ex = RNG.choice([None, None, {"count": 10, "unit": "calendar-days"}])
    extra = [] if ex is None else [ql.Period(ex["count"], ql.Days), ql.NullCalendar(), ql.Unadjusted, False]
    bond = ql.FixedRateBond(
        terms["settlementDays"],
        100.0,
        schedule_of(terms),
        rates,
        DAY_COUNTS[terms["dayCount"]],
        CONVENTIONS[terms["payment"]],
        terms["redemption"],
        ql.Date(),
        CALENDARS[terms["calendar"]],
        *extra,
    )
    found = measures(bond, terms, curve, handle)
    return {
        "terms": {**written(terms), "rates": rates, "ex": ex},
        "curve": nodes,
        "flows": flows_of(bond),
        **found,
    }


def amortising_case():
    terms = {**random_terms(), "redemption": 100.0}
    ql.Settings.instance().evaluationDate = terms["valuation"]
    nodes, curve, handle = random_curve(terms["valuation"])
    schedule = schedule_of(terms)
    count = len(schedule) - 1
    balances = [1.0]
    for _ in range(count - 1):
        balances.append(round(balances[-1] * RNG.uniform(0.85, 1.0), 6))
    rates = [round(RNG.uniform(0.005, 0.09), 5)]
    bond = ql.AmortizingFixedRateBond(
        terms["settlementDays"],
        [100 * balance for balance in balances],
        schedule,
        rates,
        DAY_COUNTS[terms["dayCount"]],
        CONVENTIONS[terms["payment"]],
        ql.Date(),
    )
    found = measures(bond, terms, curve, handle)
    return {
        "terms": {**written(terms), "rates": rates, "ex": None, "balances": balances},
        "curve": nodes,
        "flows": flows_of(bond),
        **found,
    }


def floating_case():
    terms = {**random_terms(), "redemption": 100.0}
    terms["calendar"] = RNG.choice(["target", "us-government-bond"])
    terms["valuation"] = CALENDARS[terms["calendar"]].adjust(terms["valuation"])
    ql.Settings.instance().evaluationDate = terms["valuation"]
    nodes, curve, handle = random_curve(terms["valuation"])
    projection, _, forwards = random_curve(terms["valuation"])
    months = 12 // terms["frequency"]
    lag = RNG.randint(0, 2)
    calendar = CALENDARS[terms["calendar"]]
    index = ql.IborIndex(
        "index", ql.Period(months, ql.Months), lag, ql.EURCurrency(), calendar,
        ql.ModifiedFollowing, False, ql.Actual360(), forwards,
    )
    spreads = [round(RNG.uniform(-0.005, 0.02), 5) for _ in range(RNG.choice([1, 3]))]
    schedule = ql.Schedule(
        terms["start"], terms["maturity"], ql.Period(months, ql.Months), calendar,
        ql.ModifiedFollowing, ql.ModifiedFollowing, ql.DateGeneration.Backward, False,
    )
    bond = ql.FloatingRateBond(
        terms["settlementDays"], 100.0, schedule, index, DAY_COUNTS[terms["dayCount"]],
        CONVENTIONS[terms["payment"]], lag, [1.0], spreads,
    )
    fixings = {}
    for flow in bond.cashflows():
        coupon = ql.as_floating_rate_coupon(flow)
        if coupon is not None and coupon.fixingDate() <= terms["valuation"]:
            fixings[iso(coupon.fixingDate())] = round(RNG.uniform(0, 0.05), 5)
            index.addFixing(coupon.fixingDate(), fixings[iso(coupon.fixingDate())], True)
    bond.setPricingEngine(ql.DiscountingBondEngine(handle))
    case = {
        "terms": {**written(terms), "lag": lag, "spreads": spreads},
        "curve": nodes,
        "projection": projection,
        "fixings": fixings,
        "settlement": iso(bond.settlementDate()),
        "accrued": bond.accruedAmount(),
        "curveClean": bond.cleanPrice(),
        "flows": [row for row, flow in zip(flows_of(bond), bond.cashflows())
                  if flow.date() > terms["valuation"]],
    }
    ql.IndexManager.instance().clearHistories()
    return case


ql.IborCoupon.createIndexedCoupons()
CASES = {
    "title": "Fixed, amortising and floating bonds; rates decimal, prices per 100",
    "source": f"tools/vectors/bonds.py, QuantLib {ql.__version__} (Debian quantlib-python)",
    "licence": "made by the project; numbers are facts",
    "seed": SEED,
    "fixed": [fixed_case() for _ in range(40)],
    "amortising": [amortising_case() for _ in range(15)],
    "floating": [floating_case() for _ in range(15)],
    "monthEnds": [fixed_case(month_end_terms) for _ in range(15)],
}
text = json.dumps(CASES, separators=(",", ":")).replace('{"terms"', '\n{"terms"')
(HERE / "bonds.json").write_text(text + "\n")
