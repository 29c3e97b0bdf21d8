"""Values of hedges in whole months, made by QuantLib.

Usage: /usr/bin/python3 tools/vectors/hedges.py > tools/vectors/hedges.json

Dates stand on the 15th, day counts are 30/360 and no day is a holiday, so that a month is a twelfth
of a year everywhere and the engine's months are QuantLib's dates. Options are priced by Bachelier
engines with a constant normal volatility; a future by the cash flows of what it delivers.
"""

import json
import math
import random

import QuantLib as ql

SEED = 20221230
TODAY = ql.Date(15, 3, 2023)
COUNT = ql.Thirty360(ql.Thirty360.BondBasis)
CALENDAR = ql.NullCalendar()
FIXED = ql.Unadjusted
NODES = [3, 12, 24, 60, 120, 360]
CURVES = {
    "now": [0.031, 0.034, 0.036, 0.033, 0.035, 0.04],
    "then": [0.052, 0.05, 0.047, 0.041, 0.042, 0.043],
}


def on(month):
    return TODAY + ql.Period(month, ql.Months)


def curve(rates):
    logs = [-rate * months / 12 for months, rate in zip(NODES, rates)]
    dates = [TODAY] + [on(months) for months in NODES]
    discounts = [1.0] + [math.exp(log) for log in logs]
    made = ql.DiscountCurve(dates, discounts, COUNT)
    return ql.YieldTermStructureHandle(made), logs


def schedule(start, end, months):
    tenor = ql.Period(months, ql.Months)
    rule = ql.DateGeneration.Forward
    return ql.Schedule(on(start), on(end), tenor, CALENDAR, FIXED, FIXED, rule, False)


def index(handle, months):
    tenor = ql.Period(months, ql.Months)
    return ql.IborIndex("x", tenor, 0, ql.USDCurrency(), CALENDAR, FIXED, False, COUNT, handle)


def strip(handle, terms, kind, strike):
    start = max(terms["startMonth"], 0)
    first = start if start > 0 else terms["paymentMonths"]
    months = schedule(first, terms["maturityMonth"], terms["paymentMonths"])
    leg = ql.IborLeg([terms["notionalUsdMillion"]], months, index(handle, terms["paymentMonths"]))
    made = {"cap": ql.Cap, "floor": ql.Floor}[kind](leg, [strike])
    volatility = ql.ConstantOptionletVolatility(
        TODAY, CALENDAR, FIXED, terms["volatility"], COUNT, ql.Normal
    )
    surface = ql.OptionletVolatilityStructureHandle(volatility)
    made.setPricingEngine(ql.BachelierCapFloorEngine(handle, surface))
    return made.NPV()


def swaption(handle, terms):
    months = schedule(terms["startMonth"], terms["maturityMonth"], terms["paymentMonths"])
    side = ql.VanillaSwap.Payer if terms["kind"] == "payer-swaption" else ql.VanillaSwap.Receiver
    rate = index(handle, terms["paymentMonths"])
    notional, strike = terms["notionalUsdMillion"], terms["strikeRate"]
    swap = ql.VanillaSwap(side, notional, months, strike, COUNT, months, rate, 0.0, COUNT)
    made = ql.Swaption(swap, ql.EuropeanExercise(on(terms["startMonth"])))
    volatility = ql.ConstantSwaptionVolatility(
        TODAY, CALENDAR, FIXED, terms["volatility"], COUNT, ql.Normal
    )
    surface = ql.SwaptionVolatilityStructureHandle(volatility)
    made.setPricingEngine(ql.BachelierSwaptionEngine(handle, surface))
    return made.NPV()


def option_value(handle, terms):
    kind = terms["kind"]
    if kind == "collar":
        bought = strip(handle, terms, "cap", terms["strikeRate"])
        return bought - strip(handle, terms, "floor", terms["floorRate"])
    if kind in ("cap", "floor"):
        return strip(handle, terms, kind, terms["strikeRate"])
    return swaption(handle, terms)


def options(draw, handles):
    rows = []
    kinds = ["cap", "floor", "collar", "payer-swaption", "receiver-swaption"]
    for at in range(60):
        kind = kinds[at % 5]
        months = draw.choice([1, 3, 6, 12])
        start = months * draw.randint(1 if "swaption" in kind else 0, 24 // months)
        terms = {
            "kind": kind,
            "notionalUsdMillion": draw.choice([50.0, 100.0, 400.0]),
            "strikeRate": round(draw.uniform(0.01, 0.07), 4),
            "startMonth": start,
            "maturityMonth": start + months * draw.randint(2, 96 // months),
            "paymentMonths": months,
            "volatility": round(draw.uniform(0.003, 0.016), 5),
        }
        if kind == "collar":
            terms["floorRate"] = round(terms["strikeRate"] - draw.uniform(0.002, 0.02), 4)
        terms["values"] = {name: option_value(handle, terms) for name, handle in handles.items()}
        rows.append(terms)
    return rows


def notionals(terms):
    months = terms["maturityMonth"] - terms["startMonth"]
    if terms["amortisation"] == "linear":
        return [terms["notionalUsdMillion"] * (months - at) / months for at in range(months)]
    return [
        terms["notionalUsdMillion"]
        * min([1.0] + [s for m, s in terms["amortisation"] if m <= terms["startMonth"] + at])
        for at in range(months)
    ]


def swap_value(handle, terms):
    months = schedule(terms["startMonth"], terms["maturityMonth"], 1)
    amounts = notionals(terms)
    paid = ql.FixedRateLeg(months, COUNT, amounts, [terms["fixedRate"]])
    received = ql.IborLeg(amounts, months, index(handle, 1))
    swap = ql.Swap(paid, received)
    swap.setPricingEngine(ql.DiscountingSwapEngine(handle))
    return swap.NPV()


def swaps(draw, handles):
    rows = []
    for at in range(20):
        start = draw.choice([0, 6, 24])
        length = draw.choice([12, 36, 84])
        schedule_of = [
            [start + length // 4, round(draw.uniform(0.5, 0.9), 3)],
            [start + length // 2, round(draw.uniform(0.1, 0.5), 3)],
        ]
        terms = {
            "notionalUsdMillion": draw.choice([-75.0, 120.0, 500.0]),
            "fixedRate": round(draw.uniform(0.01, 0.06), 4),
            "startMonth": start,
            "maturityMonth": start + length,
            "amortisation": "linear" if at % 2 == 0 else schedule_of,
        }
        terms["values"] = {name: swap_value(handle, terms) for name, handle in handles.items()}
        rows.append(terms)
    return rows


def future_price(handle, terms):
    start, end = terms["startMonth"], terms["maturityMonth"]
    if terms["contract"] == "sofr":
        rate = index(handle, 3)
        return -sum(0.25 * rate.fixing(on(month)) for month in range(start, end, 3))
    delivery = on(start)
    if terms["contract"] == "treasury":
        tenor = ql.Period(6, ql.Months)
        rule = ql.DateGeneration.Backward
        months = ql.Schedule(delivery, on(end), tenor, CALENDAR, FIXED, FIXED, rule, False)
        coupons = [100 * terms["couponRate"] / 2] * (len(months) - 1)
        flows = [ql.SimpleCashFlow(c, d) for c, d in zip(coupons, list(months)[1:])]
        flows.append(ql.SimpleCashFlow(100.0, on(end)))
        return ql.CashFlows.npv(ql.Leg(flows), handle, False, delivery, delivery) / 100
    months = schedule(start, end, 1)
    side = ql.VanillaSwap.Receiver
    coupon = terms["couponRate"]
    swap = ql.VanillaSwap(side, 1.0, months, coupon, COUNT, months, index(handle, 1), 0.0, COUNT)
    swap.setPricingEngine(ql.DiscountingSwapEngine(handle))
    return swap.NPV() / handle.discount(delivery)


def futures(draw, handles):
    rows = []
    for at in range(30):
        contract = ["sofr", "treasury", "swap"][at % 3]
        start = draw.choice([3, 6, 12])
        length = draw.choice([12, 24, 48]) if contract == "sofr" else draw.choice([24, 60, 120])
        terms = {
            "contract": contract,
            "notionalUsdMillion": draw.choice([-100.0, -40.0, 250.0]),
            "startMonth": start,
            "maturityMonth": start + length,
        }
        if contract != "sofr":
            terms["couponRate"] = draw.choice([0.03, 0.045, 0.06])
        then, now = (future_price(handles[name], terms) for name in ("then", "now"))
        terms["change"] = terms["notionalUsdMillion"] * (then - now)
        rows.append(terms)
    return rows


def main():
    ql.Settings.instance().evaluationDate = TODAY
    draw = random.Random(SEED)
    made = {name: curve(rates) for name, rates in CURVES.items()}
    handles = {name: handle for name, (handle, _) in made.items()}
    print(
        json.dumps(
            {
                "title": "Hedges in whole months",
                "source": "tools/vectors/hedges.py, QuantLib " + ql.__version__,
                "licence": "made by the project; numbers are facts",
                "seed": SEED,
                "nodesMonths": NODES,
                "logDiscount": {name: logs for name, (_, logs) in made.items()},
                "swaps": swaps(draw, handles),
                "options": options(draw, handles),
                "futures": futures(draw, handles),
            },
            separators=(",", ":"),
        )
    )


main()
