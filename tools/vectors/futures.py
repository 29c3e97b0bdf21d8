"""Values of interest rate futures, made by QuantLib and by plain sums of cash flows.

Usage: python3 tools/vectors/futures.py > tools/vectors/futures.json

SOFR futures are QuantLib's OvernightIndexFuture on an invented curve with invented fixings.
Conversion factors are sums of the cash flows of a note at 3 per cent a half-year in 40-digit
decimals, which is what the published rule says in closed form. The basket holds accrued interest
and yields of QuantLib's FixedRateBond, and repo rates by the definition.
"""

import json
from decimal import ROUND_HALF_UP, Decimal, getcontext

import QuantLib as ql

getcontext().prec = 40
TODAY = ql.Date(16, 1, 2024)
ql.Settings.instance().evaluationDate = TODAY
ACT360, ACT365 = ql.Actual360(), ql.Actual365Fixed()


def iso(day):
    return f"{day.year()}-{day.month():02d}-{day.dayOfMonth():02d}"


NODES = [(91, 0.987), (182, 0.9745), (365, 0.952), (730, 0.918), (1826, 0.835)]


def sofr_futures():
    dates = [TODAY] + [TODAY + days for days, _ in NODES]
    curve = ql.DiscountCurve(dates, [1.0] + [value for _, value in NODES], ACT365)
    index = ql.Sofr(ql.YieldTermStructureHandle(curve))
    calendar, fixings, day, step = index.fixingCalendar(), {}, ql.Date(15, 12, 2023), 0
    while day < TODAY:
        if calendar.isBusinessDay(day):
            fixings[iso(day)] = round(0.0531 + 0.0001 * (step % 4), 6)
            index.addFixing(day, fixings[iso(day)])
            step += 1
        day += 1
    cases = []
    months = [("1M", 2, 2024), ("1M", 7, 2024), ("3M", 12, 2023), ("3M", 3, 2024), ("3M", 12, 2025)]
    for contract, month, year in months:
        first = ql.Date(1, month, year)
        if contract == "1M":
            start, end, method = first, first + ql.Period("1M"), ql.RateAveraging.Simple
        else:
            start = ql.Date.nthWeekday(3, ql.Wednesday, month, year)
            later = first + ql.Period("3M")
            end = ql.Date.nthWeekday(3, ql.Wednesday, later.month(), later.year())
            method = ql.RateAveraging.Compound
        adjustment = 0.0 if contract == "1M" else 0.0004
        quote = ql.QuoteHandle(ql.SimpleQuote(adjustment))
        future = ql.OvernightIndexFuture(index, start, end, quote, method)
        cases.append({
            "contract": contract, "deliveryMonth": f"{year}-{month:02d}", "start": iso(start),
            "end": iso(end), "convexityAdjustment": adjustment, "price": future.NPV(),
        })
    return {"nodes": [[iso(TODAY + d), v] for d, v in NODES], "fixings": fixings, "cases": cases}


HALF = Decimal("1.03")


def factor(coupon, months):
    """Price of 1 of face at 6 per cent: first coupon in `stub` months, then half-yearly."""
    half = coupon / 2
    count, stub = months // 6, months % 6
    first = Decimal(stub) / 6
    price = sum((half / HALF ** (first + k) for k in range(1, count + 1)), Decimal(0))
    price += 1 / HALF ** (first + count)
    if stub:
        price += half / HALF**first - half * (1 - first)
    return price


def conversion_factors():
    rows = []
    for contract, coupon, maturity, delivery in [
        ("ZT", "0.0075", (2013, 11, 30), (2011, 12)),
        ("Z3N", "0.01125", (2011, 12, 15), (2009, 3)),
        ("ZF", "0.02125", (2016, 2, 29), (2011, 3)),
        ("ZF", "0.0275", (2013, 10, 31), (2008, 12)),
        ("ZN", "0.0375", (2018, 11, 15), (2008, 12)),
        ("ZN", "0.03375", (2019, 11, 15), (2010, 6)),
        ("ZN", "0.045", (2033, 11, 15), (2024, 3)),
        ("ZN", "0.04125", (2030, 8, 31), (2024, 3)),
        ("TN", "0.045", (2033, 11, 15), (2024, 3)),
        ("ZB", "0.0475", (2041, 2, 15), (2024, 3)),
        ("ZB", "0.06", (2040, 5, 15), (2024, 6)),
        ("UB", "0.02", (2051, 8, 15), (2024, 3)),
    ]:
        months = (maturity[0] - delivery[0]) * 12 + maturity[1] - delivery[1]
        if contract in ("ZN", "TN", "ZB", "UB"):
            months -= months % 3
        exact = factor(Decimal(coupon), months)
        rows.append({
            "contract": contract, "couponRate": float(coupon),
            "maturity": "%d-%02d-%02d" % maturity, "deliveryMonth": "%d-%02d" % delivery,
            "factor": float(exact.quantize(Decimal("0.0001"), ROUND_HALF_UP)),
        })
    return rows


def basket():
    """A note future delivered on 2024-03-28, notes paid on 2024-01-17."""
    settle, delivery, price, financing = ql.Date(17, 1, 2024), ql.Date(28, 3, 2024), 111.5, 0.0532
    notes = []
    for name, coupon, maturity, clean in [
        ("A", "0.04125", ql.Date(31, 8, 2030), 100.15),
        ("B", "0.04875", ql.Date(31, 10, 2030), 104.6),
        ("C", "0.03875", ql.Date(15, 2, 2031), 98.9),
        ("D", "0.045", ql.Date(15, 11, 2033), 103.4),
    ]:
        months = (maturity.year() - 2024) * 12 + maturity.month() - 3
        exact = factor(Decimal(coupon), months - months % 3)
        conversion = float(exact.quantize(Decimal("0.0001"), ROUND_HALF_UP))
        is_end = ql.Date.isEndOfMonth(maturity)
        dates = ql.Schedule(
            ql.Date(15, 1, 2020), maturity, ql.Period("6M"), ql.NullCalendar(), ql.Unadjusted,
            ql.Unadjusted, ql.DateGeneration.Backward, is_end,
        )
        count = ql.ActualActual(ql.ActualActual.ISMA, dates)
        bond = ql.FixedRateBond(0, 100.0, dates, [float(coupon)], count)
        start, end = bond.accruedAmount(settle), bond.accruedAmount(delivery)
        coupons = [(cf.date(), cf.amount()) for cf in bond.cashflows()
                   if settle < cf.date() <= delivery and cf.amount() < 50]
        paid, term = clean + start, (delivery - settle) / 360
        weight = sum(a * (delivery - d) / 360 for d, a in coupons)
        received = sum(a for _, a in coupons)
        invoice = price * conversion + end
        repo = (invoice + received - paid) / (paid * term - weight)
        carried = paid * (1 + financing * term) - received - financing * weight - end
        quoted = ql.BondFunctions.bondYield(bond, clean, count, ql.Compounded, ql.Semiannual, settle,
                                            1e-14, 1000)
        prices = [
            ql.BondFunctions.cleanPrice(bond, quoted + move, count, ql.Compounded, ql.Semiannual,
                                        settle)
            for move in (0.0001, -0.0001)
        ]
        moved = (prices[0] - prices[1]) / 2 * (1 + repo * term) / conversion
        notes.append({
            "id": name, "couponRate": float(coupon), "maturityDate": iso(maturity),
            "cleanPrice": clean, "conversionFactor": conversion, "invoicePrice": invoice,
            "impliedRepoRate": repo, "netBasis": carried - price * conversion,
            "futureDv01": moved,
        })
    return {
        "settlementDate": iso(settle), "deliveryDate": iso(delivery), "futuresPrice": price,
        "financingRate": financing, "notes": notes,
    }


def main():
    head = {
        "title": "SOFR futures, conversion factors and a delivery basket",
        "source": f"tools/vectors/futures.py, QuantLib {ql.__version__} and Python decimal",
        "licence": "made by the project; numbers are facts",
        "valuationDate": iso(TODAY),
    }
    parts = {"sofr": sofr_futures(), "factors": conversion_factors(), "basket": basket()}
    text = json.dumps({**head, **parts}, separators=(",", ":"))
    for mark in ('"sofr":', '"factors":', '"basket":', '"cases":'):
        text = text.replace(mark, "\n" + mark)
    print(text.replace('},{"', '},\n{"'))


main()
