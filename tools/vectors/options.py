"""Values of options under Black, Bachelier and Hull-White, made by QuantLib.

Usage: /usr/bin/python3 tools/vectors/options.py > tools/vectors/options.json

Bonds, European swaptions and caps are closed forms of QuantLib; Bermudan swaptions its finite
differences on a fine grid; callable bonds its lattice with many steps. Dates are turned into
years ACT/365F from the day of the curve, so that the engine needs no calendar to read them.
"""

import json
import random

import QuantLib as ql

SEED = 20221230
TODAY = ql.Date(15, 3, 2023)
COUNT = ql.Actual365Fixed()
NO_HOLIDAYS = ql.NullCalendar()
NODES = [(0, 0.03), (1, 0.035), (2, 0.038), (5, 0.034), (10, 0.036), (20, 0.041), (40, 0.04)]


def years(date):
    return COUNT.yearFraction(TODAY, date)


def zero_curve():
    dates = [TODAY + ql.Period(n, ql.Years) for n, _ in NODES]
    curve = ql.ZeroCurve(dates, [rate for _, rate in NODES], COUNT)
    curve.enableExtrapolation()
    return curve, [[years(d), r] for d, (_, r) in zip(dates, NODES)]


def formulas(draw):
    rows = []
    for _ in range(120):
        forward, strike = draw.uniform(0.001, 0.09), draw.uniform(0.001, 0.09)
        expiry, side = draw.uniform(0.05, 20), draw.choice(["call", "put"])
        kind = ql.Option.Call if side == "call" else ql.Option.Put
        root = expiry**0.5
        black, shift, normal = draw.uniform(0.1, 0.9), draw.choice([0.0, 0.02]), draw.uniform(0.003, 0.02)
        rows.append(
            {
                "side": side, "forward": forward, "strike": strike, "years": expiry,
                "black": {"volatility": black, "shift": shift,
                          "value": ql.blackFormula(kind, strike, forward, black * root, 1.0, shift)},
                "normal": {"volatility": normal,
                           "value": ql.bachelierBlackFormula(kind, strike, forward, normal * root)},
            }
        )
    return rows


def bonds(curve, draw):
    rows = []
    for a, sigma in [(0.03, 0.01), (1e-6, 0.007), (0.2, 0.015), (0.01, 0.006)]:
        model = ql.HullWhite(curve, a, sigma)
        for _ in range(10):
            at, rate = draw.uniform(0.1, 10), draw.uniform(-0.01, 0.1)
            maturity = at + draw.uniform(0.2, 15)
            rows.append({"reversion": a, "volatility": sigma, "at": at, "maturity": maturity, "shortRate": rate,
                         "price": model.discountBond(at, maturity, rate)})
    return rows


def plain_swap(curve, side, start, length, rate):
    handle = ql.YieldTermStructureHandle(curve.currentLink())
    index = ql.IborIndex("flat", ql.Period(6, ql.Months), 0, ql.USDCurrency(), NO_HOLIDAYS, ql.Unadjusted,
                         False, COUNT, handle)
    begin = TODAY + ql.Period(start, ql.Years)
    end = begin + ql.Period(length, ql.Years)
    fixed = ql.Schedule(begin, end, ql.Period(1, ql.Years), NO_HOLIDAYS, ql.Unadjusted, ql.Unadjusted,
                        ql.DateGeneration.Forward, False)
    floating = ql.Schedule(begin, end, ql.Period(6, ql.Months), NO_HOLIDAYS, ql.Unadjusted, ql.Unadjusted,
                           ql.DateGeneration.Forward, False)
    kind = ql.VanillaSwap.Payer if side == "payer" else ql.VanillaSwap.Receiver
    swap = ql.VanillaSwap(kind, 1.0, fixed, rate, COUNT, floating, index, 0.0, COUNT)
    swap.setPricingEngine(ql.DiscountingSwapEngine(handle))
    return swap


def swaptions(curve):
    rows = []
    for side in ["payer", "receiver"]:
        for start, length in [(1, 5), (2, 10), (5, 5)]:
            atm = plain_swap(curve, side, start, length, 0.0).fairRate()
            for moneyness, a, sigma in [(1, 0.03, 0.01), (0.8, 0.05, 0.006), (1.25, 0.001, 0.012)]:
                swap = plain_swap(curve, side, start, length, atm * moneyness)
                fixed = [(years(c.date()), c.amount()) for c in swap.leg(0)]
                dates = [ql.as_fixed_rate_coupon(c).accrualStartDate() for c in swap.leg(0)]
                model = ql.HullWhite(curve, a, sigma)
                european = ql.Swaption(swap, ql.EuropeanExercise(dates[0]))
                european.setPricingEngine(ql.JamshidianSwaptionEngine(model))
                bermudan = ql.Swaption(swap, ql.BermudanExercise(dates))
                bermudan.setPricingEngine(ql.FdHullWhiteSwaptionEngine(model, 400, 800))
                rows.append(
                    {"side": side, "reversion": a, "volatility": sigma, "exercise": [years(d) for d in dates],
                     "fixed": fixed, "european": european.NPV(), "bermudan": bermudan.NPV()}
                )
    return rows


def caps(curve):
    handle = ql.YieldTermStructureHandle(curve.currentLink())
    index = ql.IborIndex("flat", ql.Period(6, ql.Months), 0, ql.USDCurrency(), NO_HOLIDAYS, ql.Unadjusted,
                         False, COUNT, handle)
    rows = []
    for start, length, strike in [(1, 5, 0.035), (2, 10, 0.045), (1, 3, 0.02)]:
        begin = TODAY + ql.Period(start, ql.Years)
        schedule = ql.Schedule(begin, begin + ql.Period(length, ql.Years), ql.Period(6, ql.Months), NO_HOLIDAYS,
                               ql.Unadjusted, ql.Unadjusted, ql.DateGeneration.Forward, False)
        leg = ql.IborLeg([1.0], schedule, index, COUNT)
        for name, make in [("cap", ql.Cap), ("floor", ql.Floor)]:
            contract = make(leg, [strike])
            row = {"kind": name, "strike": strike, "days": [years(d) for d in schedule]}
            for a, sigma in [(0.03, 0.01)]:
                contract.setPricingEngine(ql.AnalyticCapFloorEngine(ql.HullWhite(curve, a, sigma), handle))
                row |= {"reversion": a, "volatility": sigma, "hullWhite": contract.NPV()}
            quote = ql.QuoteHandle(ql.SimpleQuote(0.2))
            contract.setPricingEngine(ql.BlackCapFloorEngine(handle, quote))
            row["black20"] = contract.NPV()
            quote = ql.QuoteHandle(ql.SimpleQuote(0.009))
            contract.setPricingEngine(ql.BachelierCapFloorEngine(handle, quote))
            row["normal90bp"] = contract.NPV()
            rows.append(row)
    return rows


def callable_bonds(curve):
    rows = []
    for coupon, first, length, a, sigma in [(0.045, 3, 10, 0.03, 0.01), (0.035, 1, 5, 0.05, 0.006),
                                            (0.055, 5, 15, 0.001, 0.008)]:
        end = TODAY + ql.Period(length, ql.Years)
        schedule = ql.Schedule(TODAY, end, ql.Period(1, ql.Years), NO_HOLIDAYS, ql.Unadjusted, ql.Unadjusted,
                               ql.DateGeneration.Forward, False)
        calls, call_dates = ql.CallabilitySchedule(), list(schedule)[first:-1]
        for date in call_dates:
            price = ql.BondPrice(100.0, ql.BondPrice.Clean)
            calls.push_back(ql.Callability(price, ql.Callability.Call, date))
        bond = ql.CallableFixedRateBond(0, 100.0, schedule, [coupon], COUNT, ql.Unadjusted, 100.0, TODAY, calls)
        model = ql.HullWhite(curve, a, sigma)
        values = {}
        for steps in [1000, 2000]:
            bond.setPricingEngine(ql.TreeCallableFixedRateBondEngine(model, steps))
            values[steps] = bond.NPV()
        handle = ql.YieldTermStructureHandle(curve.currentLink())
        oas = bond.OAS(bond.cleanPrice() - 1.0, handle, COUNT, ql.Continuous, ql.Annual)
        flows = [(years(c.date()), c.amount()) for c in bond.cashflows()]
        rows.append({"reversion": a, "volatility": sigma, "flows": flows, "calls": [years(d) for d in call_dates],
                     "price1000": values[1000], "price2000": values[2000], "oasOfOneLess": oas})
    return rows


def calibrations(curve):
    handle = ql.YieldTermStructureHandle(curve.currentLink())
    index = ql.IborIndex("flat", ql.Period(6, ql.Months), 0, ql.USDCurrency(), NO_HOLIDAYS, ql.Unadjusted,
                         False, COUNT, handle)
    quotes = [(1, 9, 0.0105), (3, 7, 0.0098), (5, 5, 0.0091), (7, 3, 0.0086), (9, 1, 0.0084)]
    rows = []
    for fixed_reversion in [None, 0.03]:
        model = ql.HullWhite(curve, fixed_reversion or 0.1, 0.01)
        helpers, swaps = [], []
        for expiry, length, volatility in quotes:
            helper = ql.SwaptionHelper(
                TODAY + ql.Period(expiry, ql.Years), ql.Period(length, ql.Years),
                ql.QuoteHandle(ql.SimpleQuote(volatility)), index, ql.Period(1, ql.Years), COUNT, COUNT, handle,
                ql.BlackCalibrationHelper.RelativePriceError, ql.nullDouble(), 1.0, ql.Normal)
            helper.setPricingEngine(ql.JamshidianSwaptionEngine(model))
            helpers.append(helper)
            swap = helper.underlyingSwap()
            swaps.append({"expiry": years(TODAY + ql.Period(expiry, ql.Years)), "volatility": volatility,
                          "fixed": [(years(c.date()), COUNT.yearFraction(ql.as_coupon(c).accrualStartDate(),
                                     ql.as_coupon(c).accrualEndDate())) for c in swap.leg(0)],
                          "market": helper.marketValue(), "rate": swap.fairRate()})
        end = ql.EndCriteria(10000, 100, 1e-12, 1e-12, 1e-12)
        mask = [fixed_reversion is not None, False]
        model.calibrate(helpers, ql.LevenbergMarquardt(1e-12, 1e-12, 1e-12), end, ql.NoConstraint(), [], mask)
        a, sigma = model.params()
        for row, helper in zip(swaps, helpers):
            row["model"] = helper.modelValue()
        rows.append({"fixedReversion": fixed_reversion, "reversion": a, "volatility": sigma, "quotes": swaps})
    return rows


def main():
    ql.Settings.instance().evaluationDate = TODAY
    draw = random.Random(SEED)
    plain, nodes = zero_curve()
    curve = ql.RelinkableYieldTermStructureHandle(plain)
    document = {
        "title": "Options under Black, Bachelier and Hull-White",
        "source": "tools/vectors/options.py, QuantLib " + ql.__version__,
        "licence": "made by the project; numbers are facts",
        "seed": SEED,
        "zeroNodes": nodes,
        "formulas": formulas(draw),
        "bonds": bonds(curve, draw),
        "swaptions": swaptions(curve),
        "caps": caps(curve),
        "callableBonds": callable_bonds(curve),
        "calibrations": calibrations(curve),
    }
    print(json.dumps(document, separators=(",", ":")).replace(',{"', ',\n{"'))


main()
