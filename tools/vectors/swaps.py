"""Values of swaps and forward rate agreements, made by QuantLib.

Usage: python3 tools/vectors/swaps.py > tools/vectors/swaps.json

Each case holds an instrument in the JSON form of the engine's doors and what QuantLib makes of the
same contract: its value, its fair rate or spread where it has one, and the amount of every flow.
Curves are discount factors on days, log-linear in ACT/365F; the market is invented.
"""

import json
import math
import random

import QuantLib as ql

TODAY = ql.Date(16, 1, 2024)
ql.Settings.instance().evaluationDate = TODAY
ACT360, ACT365, BOND = ql.Actual360(), ql.Actual365Fixed(), ql.Thirty360(ql.Thirty360.BondBasis)
TARGET = ql.TARGET()
MF = ql.ModifiedFollowing
HOLDER = {True: 1.0, False: -1.0}


def iso(day):
    return f"{day.year()}-{day.month():02d}-{day.dayOfMonth():02d}"


def day(text):
    year, month, dom = map(int, text.split("-"))
    return ql.Date(dom, month, year)


def curve_nodes(level, slope, hump):
    """Zero rates level + slope (1 - e^-t) + hump t e^-t/2 at uneven tenors."""
    tenors = ["1W", "1M", "3M", "6M", "9M", "1Y", "18M", "2Y", "3Y", "4Y", "5Y", "7Y", "10Y", "12Y"]
    nodes = []
    for tenor in tenors + ["15Y", "20Y", "25Y", "32Y"]:
        date = TODAY + ql.Period(tenor)
        t = ACT365.yearFraction(TODAY, date)
        zero = level + slope * (1 - math.exp(-t)) + hump * t * math.exp(-t / 2)
        nodes.append((date, math.exp(-zero * t)))
    return nodes


NODES = {
    "EUR-DISCOUNT": curve_nodes(0.039, -0.014, 0.002),
    "EUR-EURIBOR-3M": curve_nodes(0.0395, -0.0137, 0.0021),
    "EUR-EURIBOR-6M": curve_nodes(0.0398, -0.0133, 0.0023),
    "USD-SOFR": curve_nodes(0.0535, -0.019, 0.003),
}


def term_structure(name):
    dates, discounts = zip(*([(TODAY, 1.0)] + NODES[name]))
    return ql.YieldTermStructureHandle(ql.DiscountCurve(list(dates), list(discounts), ACT365))


CURVES = {name: term_structure(name) for name in NODES}
E3 = ql.Euribor3M(CURVES["EUR-EURIBOR-3M"])
E6 = ql.Euribor6M(CURVES["EUR-EURIBOR-6M"])
ESTR = ql.Estr(CURVES["EUR-DISCOUNT"])
SOFR = ql.Sofr(CURVES["USD-SOFR"])
INDEX_ID = {"EUR-EURIBOR-3M": E3, "EUR-EURIBOR-6M": E6, "EUR-ESTR": ESTR, "USD-SOFR": SOFR}
PROJECTION = {"EUR-ESTR": "EUR-DISCOUNT", "USD-SOFR": "USD-SOFR"}

FIXINGS = {"EUR-EURIBOR-6M": {}, "EUR-EURIBOR-3M": {}, "EUR-ESTR": {}, "USD-SOFR": {}}


def fix(name, date, rate):
    FIXINGS[name][iso(date)] = rate
    INDEX_ID[name].addFixing(date, rate)


def fix_all():
    for name, index in (("EUR-ESTR", ESTR), ("USD-SOFR", SOFR)):
        calendar, step = index.fixingCalendar(), 0
        date = ql.Date(1, 11, 2023)
        while date < TODAY:
            if calendar.isBusinessDay(date):
                base = 0.039 if name == "EUR-ESTR" else 0.0531
                fix(name, date, round(base + 0.00005 * (step % 5), 7))
                step += 1
            date += 1
    for text in ("2023-05-30", "2023-11-29"):
        fix("EUR-EURIBOR-6M", day(text), 0.0379 if text < "2023-09" else 0.0406)
    fix("EUR-EURIBOR-3M", day("2023-11-29"), 0.0397)


def schedule(start, end, tenor, calendar, rule=ql.DateGeneration.Backward, convention=MF, **stub):
    first = stub.get("first", ql.Date())
    return ql.Schedule(
        start, end, ql.Period(tenor), calendar, convention, convention, rule, False, first
    )


def flows(leg, is_received):
    """Flows after today; QuantLib's own amounts, with the sign of the holder."""
    return [
        [iso(cf.date()), HOLDER[is_received] * cf.amount()] for cf in leg if cf.date() > TODAY
    ]


def priced(legs, discount):
    """A swap of (leg, is received) pairs."""
    swap = ql.Swap([leg for leg, _ in legs], [not received for _, received in legs])
    swap.setPricingEngine(ql.DiscountingSwapEngine(CURVES[discount]))
    return swap


def case(title, instrument, discount, npv, legs, **extra):
    expected = {"npv": npv, "legs": [flows(leg, received) for leg, received in legs], **extra}
    return {"title": title, "instrument": instrument, "discount": discount, "expected": expected}


def vanilla(title, side, start, end, rate, index_id, spread=0.0, indexed=True, notional=1e6):
    """A fixed leg, yearly 30/360, against Euribor."""
    index = INDEX_ID[index_id]
    pays = side == "pay-fixed"
    fixed = schedule(day(start), day(end), "1Y", TARGET)
    floating = schedule(day(start), day(end), str(index.tenor()), TARGET)
    swap = ql.VanillaSwap(
        ql.Swap.Payer if pays else ql.Swap.Receiver, notional, fixed, rate, BOND, floating, index,
        spread, ACT360, indexed,
    )
    swap.setPricingEngine(ql.DiscountingSwapEngine(CURVES["EUR-DISCOUNT"]))
    instrument = {
        "instrument": "interest-rate-swap", "side": side, "notional": notional,
        "startDate": start, "endDate": end, "fixedRate": rate, "fixedTenor": "1Y",
        "fixedDayCount": "30/360", "index": index_id, "spread": spread,
        "forwardOver": "index-dates" if indexed else "accrual-period",
    }
    legs = [(swap.fixedLeg(), not pays), (swap.floatingLeg(), pays)]
    extra = {"parRate": swap.fairRate(), "parSpread": swap.fairSpread()}
    extra["annuity"] = abs(swap.fixedLegBPS()) * 1e4
    return case(title, instrument, "EUR-DISCOUNT", swap.NPV(), legs, **extra)


def leg_json(side, notional, start, end, tenor, rate, day_count, calendar="target", **extra):
    return {
        "side": side, "notional": notional, "startDate": start, "endDate": end,
        "accrualTenor": tenor, "calendar": calendar, "convention": "ModifiedFollowing",
        "dayCount": day_count, "rate": rate, **extra,
    }


def ibor_leg(notionals, sched, index, spread=0.0, gearing=1.0):
    return ql.IborLeg(
        notionals, sched, index, ACT360, MF, [2], [gearing], [spread], [], [], False, ql.Period(),
        TARGET, ql.Unadjusted, False, TARGET, 0, True,
    )


def amortising():
    start, end = "2024-01-18", "2029-01-18"
    notionals = [1e6 - 9e4 * k for k in range(10)]
    rates = [0.02, 0.02, 0.025, 0.025, 0.03, 0.03, 0.03, 0.03, 0.035, 0.035]
    sched = schedule(day(start), day(end), "6M", TARGET)
    fixed = ql.FixedRateLeg(sched, BOND, notionals, rates, MF)
    floating = ibor_leg(notionals, sched, E6)
    swap = priced([(fixed, False), (floating, True)], "EUR-DISCOUNT")
    fixed_json = leg_json("pay", {"byPeriod": notionals}, start, end, "6M",
                          {"kind": "fixed", "rate": {"byPeriod": rates}}, "30/360")
    change = {"initial": 1e6, "changeEachPeriod": -9e4}
    float_json = leg_json("receive", change, start, end, "6M",
                          {"kind": "term", "index": "EUR-EURIBOR-6M"}, "ACT/360")
    instrument = {"instrument": "swap", "legs": [fixed_json, float_json]}
    return case("amortising with stepping fixed rate", instrument, "EUR-DISCOUNT", swap.NPV(),
                [(fixed, False), (floating, True)])


def basis():
    start, end = "2024-01-18", "2032-01-18"
    three = ibor_leg([5e6], schedule(day(start), day(end), "3M", TARGET), E3, 0.0007, 1.0)
    six = ibor_leg([5e6], schedule(day(start), day(end), "6M", TARGET), E6)
    swap = priced([(three, True), (six, False)], "EUR-DISCOUNT")
    legs = [
        leg_json("receive", 5e6, start, end, "3M",
                 {"kind": "term", "index": "EUR-EURIBOR-3M", "spread": 0.0007}, "ACT/360"),
        leg_json("pay", 5e6, start, end, "6M", {"kind": "term", "index": "EUR-EURIBOR-6M"},
                 "ACT/360"),
    ]
    spread = 0.0007 - swap.NPV() / (swap.legBPS(0) * 1e4)
    return case("basis, three against six months", {"instrument": "swap", "legs": legs},
                "EUR-DISCOUNT", swap.NPV(), [(three, True), (six, False)], parSpread=spread)


def stub(kind):
    rule, end = (ql.DateGeneration.Backward, "2027-05-06")
    if kind.endswith("final"):
        rule = ql.DateGeneration.Forward
    start = "2024-01-18"
    first = {}
    if kind == "long-initial":
        first["first"] = day("2024-11-06")
    sched = schedule(day(start), day(end), "6M", TARGET, rule, **first)
    fixed = ql.FixedRateLeg(sched, BOND, [2e6], [0.031], MF)
    floating = ibor_leg([2e6], sched, E6)
    swap = priced([(fixed, True), (floating, False)], "EUR-DISCOUNT")
    legs = [
        leg_json("receive", 2e6, start, end, "6M", {"kind": "fixed", "rate": 0.031}, "30/360",
                 stub=kind),
        leg_json("pay", 2e6, start, end, "6M", {"kind": "term", "index": "EUR-EURIBOR-6M"},
                 "ACT/360", stub=kind),
    ]
    return case(f"stub {kind}", {"instrument": "swap", "legs": legs}, "EUR-DISCOUNT", swap.NPV(),
                [(fixed, True), (floating, False)])


def ois(title, index_id, side, start, end, rate, spread=0.0, averaged=False):
    index = INDEX_ID[index_id]
    calendar = index.fixingCalendar()
    discount = PROJECTION[index_id]
    lag = 2 if index_id == "USD-SOFR" else 1
    pays = side == "pay-fixed"
    method = ql.RateAveraging.Simple if averaged else ql.RateAveraging.Compound
    swap = ql.OvernightIndexedSwap(
        ql.Swap.Payer if pays else ql.Swap.Receiver, 1e7,
        schedule(day(start), day(end), "1Y", calendar), rate, ACT360, index, spread, lag,
        ql.Following, calendar, False, method,
    )
    swap.setPricingEngine(ql.DiscountingSwapEngine(CURVES[discount]))
    instrument = {
        "instrument": "overnight-index-swap", "side": side, "notional": 1e7, "startDate": start,
        "endDate": end, "fixedRate": rate, "index": index_id, "spread": spread,
    }
    if averaged:
        sides = ("pay", "receive") if pays else ("receive", "pay")
        name = "us-sofr" if index_id == "USD-SOFR" else "target"
        extra = {"calendar": name, "stub": "short-initial", "paymentLagDays": lag}
        rates = [
            {"kind": "fixed", "rate": rate},
            {"kind": "overnight", "index": index_id, "method": "averaged", "spread": spread},
        ]
        legs = [
            leg_json(side_of_leg, 1e7, start, end, "1Y", leg_rate, "ACT/360", **extra)
            for side_of_leg, leg_rate in zip(sides, rates)
        ]
        instrument = {"instrument": "swap", "legs": legs}
    legs = [(swap.fixedLeg(), not pays), (swap.overnightLeg(), pays)]
    extra = {"parRate": swap.fairRate(), "parSpread": swap.fairSpread()}
    return case(title, instrument, discount, swap.NPV(), legs, **extra)


def zero_coupon():
    start, end, payment = "2024-01-18", "2029-01-18", 161000.0
    swap = ql.ZeroCouponSwap(
        ql.Swap.Payer, 1e6, day(start), day(end), payment, E6, TARGET, MF, 0
    )
    swap.setPricingEngine(ql.DiscountingSwapEngine(CURVES["EUR-DISCOUNT"]))
    legs = [
        leg_json("pay", 1e6, start, end, "term", {"kind": "known-amount", "amount": payment},
                 "30/360"),
        leg_json("receive", 1e6, start, end, "6M", {"kind": "term", "index": "EUR-EURIBOR-6M"},
                 "ACT/360", paymentTenor="term", compounding="straight"),
    ]
    return case("zero coupon", {"instrument": "swap", "legs": legs}, "EUR-DISCOUNT", swap.NPV(),
                [(swap.fixedLeg(), False), (swap.floatingLeg(), True)])


def compounded(compounding, coupon_spread, rate_spread):
    start, end = "2024-03-12", "2027-03-12"
    leg = ql.SubPeriodsLeg(
        [3e6], schedule(day(start), day(end), "1Y", TARGET), E3, ACT360, MF, TARGET, 0, [2], [1.0],
        [coupon_spread], [rate_spread], ql.Period(), TARGET, ql.Unadjusted, False,
        ql.RateAveraging.Compound,
    )
    swap = priced([(leg, True)], "EUR-DISCOUNT")
    rate = {"kind": "term", "index": "EUR-EURIBOR-3M", "spread": coupon_spread + rate_spread}
    legs = [leg_json("receive", 3e6, start, end, "3M", rate, "ACT/360", paymentTenor="1Y",
                     compounding=compounding)]
    return case(f"sub-periods {compounding}", {"instrument": "swap", "legs": legs},
                "EUR-DISCOUNT", swap.NPV(), [(leg, True)])


def fra(title, side, start, end, rate, indexed):
    position = ql.Position.Long if side == "pay-fixed" else ql.Position.Short
    agreement = ql.ForwardRateAgreement(
        day(start), day(end), position, rate, 1e6, E3, CURVES["EUR-DISCOUNT"], indexed
    )
    instrument = {
        "instrument": "forward-rate-agreement", "side": side, "notional": 1e6, "startDate": start,
        "endDate": end, "fixedRate": rate, "index": "EUR-EURIBOR-3M",
        "forwardOver": "index-dates" if indexed else "accrual-period",
    }
    expected = {"npv": agreement.NPV(), "parRate": agreement.forwardRate().rate()}
    expected["legs"] = [[[start, agreement.amount()]]]
    return {"title": title, "instrument": instrument, "discount": "EUR-DISCOUNT",
            "expected": expected}


SEED = 20240116


def drawn():
    """Swaps of random dates, rates and sides; odd first periods come of themselves."""
    draw = random.Random(SEED)
    for number in range(1, 17):
        start = TODAY + draw.randint(2, 1500)
        end = start + ql.Period(draw.randint(9, 120), ql.Months)
        side = draw.choice(["pay-fixed", "receive-fixed"])
        rate, spread = round(draw.uniform(0, 0.06), 5), round(draw.uniform(-0.003, 0.003), 5)
        if number % 3 == 0:
            name = draw.choice(["USD-SOFR", "EUR-ESTR"])
            yield ois(f"drawn {number}", name, side, iso(start), iso(end), rate, spread)
        else:
            name = draw.choice(["EUR-EURIBOR-3M", "EUR-EURIBOR-6M"])
            indexed = draw.random() < 0.5
            yield vanilla(f"drawn {number}", side, iso(start), iso(end), rate, name, spread, indexed)


def main():
    fix_all()
    cases = [
        vanilla("spot payer", "pay-fixed", "2024-01-18", "2029-01-18", 0.027, "EUR-EURIBOR-6M"),
        vanilla("receiver with spread, forecast over the period", "receive-fixed", "2024-01-18",
                "2034-01-18", 0.031, "EUR-EURIBOR-3M", 0.0012, False),
        vanilla("forward start", "pay-fixed", "2026-01-19", "2031-01-19", 0.026, "EUR-EURIBOR-6M"),
        vanilla("seasoned with a published fixing", "pay-fixed", "2023-06-01", "2028-06-01", 0.03,
                "EUR-EURIBOR-6M", -0.0005),
        vanilla("month's end", "receive-fixed", "2024-01-31", "2030-01-31", 0.028,
                "EUR-EURIBOR-3M"),
        amortising(),
        basis(),
        *[stub(kind) for kind in ("short-initial", "long-initial", "short-final")],
        ois("SOFR spot", "USD-SOFR", "pay-fixed", "2024-01-18", "2029-01-18", 0.037),
        ois("SOFR seasoned with spread", "USD-SOFR", "receive-fixed", "2023-11-20", "2026-11-20",
            0.041, 0.0011),
        ois("ESTR forward start", "EUR-ESTR", "pay-fixed", "2025-03-19", "2030-03-19", 0.024),
        ois("ESTR with a first short period", "EUR-ESTR", "receive-fixed", "2024-01-18",
            "2027-07-20", 0.026),
        ois("SOFR averaged", "USD-SOFR", "pay-fixed", "2023-12-20", "2026-12-20", 0.04, 0.0005,
            True),
        zero_coupon(),
        compounded("straight", 0.0, 0.0015),
        compounded("spread-exclusive", 0.0015, 0.0),
        fra("payer over index dates", "pay-fixed", "2024-04-18", "2024-07-18", 0.036, True),
        fra("receiver over the period", "receive-fixed", "2025-02-10", "2025-05-12", 0.03, False),
    ]
    cases += drawn()
    curves = {name: [[iso(d), v] for d, v in nodes] for name, nodes in NODES.items()}
    head = {
        "title": "Values, par rates and flows of swaps and forward rate agreements",
        "source": f"tools/vectors/swaps.py, QuantLib {ql.__version__}",
        "licence": "made by the project; numbers are facts",
        "seed": SEED,
        "valuationDate": iso(TODAY),
        "curves": curves,
        "projection": {**{name: name for name in INDEX_ID if name in NODES}, **PROJECTION},
        "fixings": FIXINGS,
    }
    text = json.dumps({**head, "cases": cases}, separators=(",", ":"))
    for mark in ('"cases":[', '"fixings":', '"curves":'):
        text = text.replace(mark, "\n" + mark)
    print(text.replace('},{"title"', '},\n{"title"'))


main()
