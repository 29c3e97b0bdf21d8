"""Interest and principal of loans by the dates and day counts of an independent library.

Usage: python3 tools/vectors/contract-loans.py > tools/vectors/contract-loans.json

Needs QuantLib for Python (Debian: quantlib-python 1.29): its schedules, conventions and day
counts; interest, redemption and level payments are worked out here in decimals of 40 digits, the
level payment as the root of a straight line (what is left for a payment of 0 and of 1). Terms are
random; an anchor is the initial exchange, last stubs are short. Month's ends are asked for only
without a calendar, because version 1.29 also moves them to business days.
Each flow is [days since 1970-01-01, interest, principal]. The numbers are facts, made by the
project.
"""

import json
import random
from decimal import Decimal, getcontext

import QuantLib as ql

getcontext().prec = 40
SEED = 20130101
CASES = 90
EPOCH = ql.Date(1, 1, 1970).serialNumber()
CONVENTIONS = {
    "NOS": ql.Unadjusted,
    "SCF": ql.Following,
    "SCMF": ql.ModifiedFollowing,
    "SCP": ql.Preceding,
    "SCMP": ql.ModifiedPreceding,
    "CSF": ql.Following,
    "CSMF": ql.ModifiedFollowing,
    "CSP": ql.Preceding,
    "CSMP": ql.ModifiedPreceding,
}
DAY_COUNTS = {
    "A365": ql.Actual365Fixed(),
    "A360": ql.Actual360(),
    "AA": ql.ActualActual(ql.ActualActual.ISDA),
    "30E360": ql.Thirty360(ql.Thirty360.European),
}
CYCLES = {"P1ML1": "1M", "P3ML1": "3M", "P6ML1": "6M", "P1YL1": "1Y", "P2WL1": "2W", "P45DL1": "45D"}


def iso(date):
    return date.ISO()


def day(date):
    return date.serialNumber() - EPOCH


def case(rng):
    convention = rng.choice(list(CONVENTIONS))
    exchange = ql.Date(rng.randint(1, 28), rng.randint(1, 12), rng.randint(2010, 2024))
    if rng.random() < 0.25:
        exchange = ql.Date.endOfMonth(exchange)
    cycle = rng.choice(list(CYCLES))
    tenor = ql.Period(CYCLES[cycle])
    end = exchange + ql.Period(rng.randint(40, 700), ql.Days)
    if tenor.units() in (ql.Months, ql.Years) and rng.random() < 0.5:
        end = exchange + ql.Period(rng.randint(2, 8) * tenor.length(), tenor.units())
    is_end = convention == "NOS" and tenor.units() == ql.Months and rng.random() < 0.5
    calendar = ql.NullCalendar() if convention == "NOS" else ql.WeekendsOnly()
    moved = CONVENTIONS[convention]
    accrual = ql.Unadjusted if convention.startswith("CS") else moved
    schedule = ql.Schedule(
        exchange, end, tenor, calendar, accrual, accrual, ql.DateGeneration.Forward, is_end
    )
    # ACTUS levels a payment on the dates as scheduled: with SC*, interest is on other days.
    kinds = ["PAM", "LAM"] if convention.startswith("SC") else ["PAM", "LAM", "ANN", "ANN"]
    # A redemption anchor one cycle after the exchange forgets the 29th to the 31st.
    kind = "PAM" if exchange.dayOfMonth() > 28 else rng.choice(kinds)
    count = rng.choice(list(DAY_COUNTS))
    terms = {
        "contractType": kind,
        "contractID": "loan",
        "contractRole": rng.choice(["RPA", "RPL"]),
        "currency": "USD",
        "statusDate": iso(exchange - 10),
        "contractDealDate": iso(exchange - 10),
        "initialExchangeDate": iso(exchange),
        "maturityDate": iso(end),
        "notionalPrincipal": rng.randint(1, 1000000),
        "nominalInterestRate": round(rng.uniform(-0.01, 0.15), 5),
        "dayCountConvention": count,
        "businessDayConvention": convention,
        "calendar": "NC" if convention == "NOS" else "MF",
        "endOfMonthConvention": "EOM" if is_end else "SD",
        "cycleOfInterestPayment": cycle,
        "cycleAnchorDateOfInterestPayment": iso(exchange),
    }
    dates = list(schedule)
    years = [Decimal(DAY_COUNTS[count].yearFraction(a, b)) for a, b in zip(dates, dates[1:])]
    notional = Decimal(terms["notionalPrincipal"])
    rate = Decimal(terms["nominalInterestRate"])
    sign = 1 if terms["contractRole"] == "RPA" else -1
    if kind != "PAM":
        # The first redemption is one cycle after the exchange, which the terms leave out.
        terms["cycleOfPrincipalRedemption"] = cycle
    if kind == "LAM":
        payment = Decimal(rng.randint(1, 100)) / 400 * notional
        payment = Decimal(round(float(payment), 2))
        terms["nextPrincipalRedemptionPayment"] = float(payment)
        redeem = lambda interest: payment
    elif kind == "ANN":
        level = level_payment(notional, rate, years)
        redeem = lambda interest: level - interest
    else:
        redeem = lambda interest: Decimal(0)
    flows, left = [], notional
    for index, fraction in enumerate(years):
        interest = left * rate * fraction
        is_last = index == len(years) - 1
        principal = left if is_last else min(redeem(interest), left)
        left -= principal
        paid = calendar.adjust(dates[index + 1], moved)
        flows.append([day(paid), float(sign * interest), float(sign * principal)])
    return {"terms": terms, "flows": flows}


def level_payment(notional, rate, years):
    def left(payment):
        owed = notional
        for fraction in years:
            owed = owed * (1 + rate * fraction) - payment
        return owed

    return left(Decimal(0)) / (left(Decimal(0)) - left(Decimal(1)))


def main():
    rng = random.Random(SEED)
    cases = [case(rng) for _ in range(CASES)]
    head = {
        "title": "Interest and principal of loans; [days since 1970-01-01, interest, principal]",
        "source": "tools/vectors/contract-loans.py, QuantLib 1.29 (Debian quantlib-python)",
        "licence": "made by the project; numbers are facts",
        "seed": SEED,
    }
    lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in cases)
    print(json.dumps(head, indent=0)[:-2] + ',\n"cases": [\n' + lines + "\n]}")


main()
