"""Day counts, business days and schedules of an independent library, on random terms.

Usage: python3 tools/vectors/dates.py > tools/vectors/dates.json

Needs QuantLib for Python (Debian: quantlib-python 1.29). Days are whole days since 1970-01-01; the
calendar is Monday to Friday less the listed holidays, so that no calendar of the engine is needed.
The numbers are facts, made by the project. Left out, because version 1.29 has rules that were
changed since (the test suite of 2026 is followed instead):
- 30/360 US from the last day of February: the order of its two rules was mended;
- 30/365 with a 31st: 1.29 does not turn it into a 30th;
- ACT/ACT ICMA over schedules with a long first and an irregular last period, which 1.29 mistakes;
- month's ends in schedules and in advance, unless both versions must agree: 1.29 also moves the
  first and last day to a month's end, takes the last business day whatever the convention, and
  does not tell a month's last calendar day from its last business day when unadjusted;
- schedules in which a day is repeated, which the engine refuses;
- schedules with a told day that happens to be a tenor from its neighbour: 1.29 calls that period
  irregular.
"""

import json
import random
import sys

import QuantLib as ql

SEED = 20261123
EPOCH = ql.Date(1, 1, 1970).serialNumber()
CONVENTIONS = {
    "Unadjusted": ql.Unadjusted,
    "Following": ql.Following,
    "ModifiedFollowing": ql.ModifiedFollowing,
    "Preceding": ql.Preceding,
    "ModifiedPreceding": ql.ModifiedPreceding,
    "HalfMonthModifiedFollowing": ql.HalfMonthModifiedFollowing,
    "Nearest": ql.Nearest,
}
UNITS = {"D": ql.Days, "W": ql.Weeks, "M": ql.Months, "Y": ql.Years}
RULES = {
    "Backward": ql.DateGeneration.Backward,
    "Forward": ql.DateGeneration.Forward,
    "Zero": ql.DateGeneration.Zero,
    "ThirdWednesday": ql.DateGeneration.ThirdWednesday,
    "ThirdWednesdayInclusive": ql.DateGeneration.ThirdWednesdayInclusive,
    "Twentieth": ql.DateGeneration.Twentieth,
    "TwentiethIMM": ql.DateGeneration.TwentiethIMM,
    "OldCDS": ql.DateGeneration.OldCDS,
    "CDS": ql.DateGeneration.CDS,
    "CDS2015": ql.DateGeneration.CDS2015,
}
# 31 and the end of February come up more often than by chance.
HARD_DAYS = [(31, 1), (28, 2), (29, 2), (1, 3), (30, 4), (31, 8), (30, 11), (31, 12)]


def number(date):
    return date.serialNumber() - EPOCH


def date(serial):
    return ql.Date(serial + EPOCH)


def any_day(rng, first_year=1990, last_year=2060):
    year = rng.randint(first_year, last_year)
    if rng.random() < 0.4:
        day, month = rng.choice(HARD_DAYS)
        if (day, month) != (29, 2) or ql.Date.isLeap(year):
            return ql.Date(day, month, year)
    return ql.Date(1, 1, year) + rng.randint(0, 364)


def is_last_of_february(day):
    return day.month() == 2 and ql.Date.isEndOfMonth(day)


def make_calendar(rng):
    calendar = ql.BespokeCalendar("vectors")
    calendar.addWeekend(ql.Saturday)
    calendar.addWeekend(ql.Sunday)
    holidays = set()
    for year in range(1988, 2072):
        holidays.update(ql.Date(day, month, year) for day, month in [(1, 1), (1, 5), (25, 12), (26, 12)])
        holidays.add(ql.Date(1, 1, year) + rng.randint(0, 364))
        holidays.add(ql.Date.endOfMonth(ql.Date(1, rng.randint(1, 12), year)))
    for day in holidays:
        calendar.addHoliday(day)
    return calendar, sorted(number(day) for day in holidays)


def day_counts(rng, calendar):
    basis = ql.Thirty360
    actual = ql.ActualActual
    counters = {
        "ACT/365F": ql.Actual365Fixed(),
        "ACT/360": ql.Actual360(),
        "ACT/366": ql.Actual366(),
        "ACT/365.25": ql.Actual36525(),
        "30/360": basis(basis.BondBasis),
        "30/360 US": basis(basis.USA),
        "30E/360": basis(basis.EurobondBasis),
        "30/365": ql.Thirty365(),
        "ACT/ACT ISDA": actual(actual.ISDA),
        "ACT/ACT AFB": actual(actual.AFB),
        "BUS/252": ql.Business252(calendar),
    }
    table = {name: [] for name in counters}
    while min(len(rows) for rows in table.values()) < 120:
        start = any_day(rng)
        end = start + rng.randint(1, 60) if rng.random() < 0.2 else any_day(rng)
        if end <= start:
            continue
        for name, counter in counters.items():
            if name == "30/360 US" and is_last_of_february(start):
                continue
            if name == "30/365" and 31 in (start.dayOfMonth(), end.dayOfMonth()):
                continue
            if len(table[name]) < 120:
                years = counter.yearFraction(start, end)
                table[name].append([number(start), number(end), years])
    return table


def isda_thirty(rng):
    rows = []
    while len(rows) < 120:
        start, end = any_day(rng), any_day(rng)
        if end <= start:
            continue
        termination = end if rng.random() < 0.5 else end + rng.randint(1, 900)
        counter = ql.Thirty360(ql.Thirty360.ISDA, termination)
        years = counter.yearFraction(start, end)
        rows.append([number(start), number(end), number(termination), years])
    return rows


def icma_reference(rng):
    """Reference periods of 1, 2, 3, 4, 6 and 12 months; the days inside, before and beyond."""
    counter = ql.ActualActual(ql.ActualActual.ISMA)
    rows = []
    while len(rows) < 200:
        ref_start = any_day(rng)
        ref_end = ref_start + ql.Period(rng.choice([1, 2, 3, 4, 6, 12]), ql.Months)
        start = ref_start + rng.randint(-300, 150)
        end = start + rng.randint(1, 700)
        # The other library has no rule where the days reach out on both sides.
        if start >= ref_end or (start < ref_start and end > ref_end):
            continue
        years = counter.yearFraction(start, end, ref_start, ref_end)
        rows.append([number(d) for d in (start, end, ref_start, ref_end)] + [years])
    return rows


def icma_schedule(rng):
    """Long and short first and last periods of one missing period, in whole schedules."""
    rows = []
    while len(rows) < 80:
        months = rng.choice([3, 6, 12])
        first = any_day(rng, 2000, 2030)
        if first.dayOfMonth() > 28:
            continue
        last = first + ql.Period(months * rng.randint(2, 12), ql.Months)
        stub = months * 30
        start = first - rng.randint(10, 2 * stub - 20)
        # Version 1.29 mistakes the last period where the first is longer than a tenor.
        is_first_long = start < first - ql.Period(months, ql.Months)
        end = last if is_first_long else last + rng.randint(10, 2 * stub - 20)
        tenor = ql.Period(months, ql.Months)
        unadjusted = ql.Unadjusted
        made = ql.Schedule(start, end, tenor, ql.NullCalendar(), unadjusted, unadjusted,
                           ql.DateGeneration.Backward, False, first, last)
        counter = ql.ActualActual(ql.ActualActual.ISMA, made)
        days = sorted(start + rng.randint(0, end - start) for _ in range(2))
        if days[0] == days[1]:
            continue
        years = counter.yearFraction(days[0], days[1])
        terms = [number(start), number(end), months, number(first), number(last)]
        rows.append(terms + [number(days[0]), number(days[1]), years])
    return rows


def advances(rng, calendar):
    rows = []
    while len(rows) < 500:
        start = any_day(rng)
        convention = rng.choice(list(CONVENTIONS))
        unit = rng.choice(list(UNITS))
        count = rng.randint(-20, 20)
        end_of_month = rng.random() < 0.4
        if end_of_month and convention == "Unadjusted" and calendar.isEndOfMonth(start):
            continue
        rule = CONVENTIONS[convention]
        moved = calendar.advance(start, count, UNITS[unit], rule, end_of_month)
        rows.append([number(start), f"{count}{unit}", convention, end_of_month, number(moved)])
    return rows


def adjustments(rng, calendar):
    rows = []
    while len(rows) < 350:
        day = any_day(rng)
        if calendar.isBusinessDay(day):
            continue
        convention = list(CONVENTIONS)[len(rows) % len(CONVENTIONS)]
        rows.append([number(day), convention, number(calendar.adjust(day, CONVENTIONS[convention]))])
    return rows


def counted(rng, calendar):
    rows = []
    for _ in range(100):
        start = any_day(rng)
        end = start + rng.randint(-40, 40)
        ends = [(True, False), (False, True), (True, True), (False, False)]
        days = [calendar.businessDaysBetween(start, end, a, b) for a, b in ends]
        rows.append([number(start), number(end)] + days)
    return rows


def is_month_end_settled(start, end, convention, termination):
    """Both versions agree where start and end are month's ends and no day may leave its month."""
    keeps = {"Unadjusted", "ModifiedFollowing", "Preceding", "ModifiedPreceding"}
    return (
        ql.Date.isEndOfMonth(start)
        and ql.Date.isEndOfMonth(end)
        and convention == termination
        and convention in keeps
    )


def random_terms(rng, rule):
    start = any_day(rng, 1995, 2030)
    unit = rng.choice(["D", "W", "M", "M", "M", "Y"])
    count = {"D": rng.randint(5, 90), "W": rng.randint(1, 26), "Y": rng.randint(1, 3)}.get(
        unit, rng.choice([1, 2, 3, 4, 6, 12]))
    length = {"D": 400, "W": 700, "M": 2200, "Y": 4500}[unit]
    end = start + rng.randint(5, length)
    if rng.random() < 0.3:
        start, end = ql.Date.endOfMonth(start), ql.Date.endOfMonth(end)
    if rng.random() < 0.2:
        end = start + ql.Period(count * rng.randint(1, 12), UNITS[unit])
    if rule in ("Twentieth", "TwentiethIMM", "OldCDS", "CDS", "CDS2015"):
        count, unit = 3, "M"
    first = last = None
    if rule in ("Backward", "Forward") and end - start > 60 and rng.random() < 0.4:
        stub = sorted(start + rng.randint(1, end - start - 1) for _ in range(2))
        first = stub[0] if rng.random() < 0.6 else None
        last = stub[1] if rng.random() < 0.6 else None
    return start, end, count, unit, first, last


def is_told_regular_since(raw, tenor, end_of_month):
    """A period that 1.29 calls irregular only because its days were told by the terms."""
    null = ql.NullCalendar()
    days = list(raw)
    return any(
        not raw.isRegular(i)
        and days[i - 1] in (days[i] - tenor, null.advance(days[i], -tenor, ql.Unadjusted, end_of_month))
        or not raw.isRegular(i)
        and days[i] in (days[i - 1] + tenor, null.advance(days[i - 1], tenor, ql.Unadjusted, end_of_month))
        for i in range(1, len(days))
    )


def schedules(rng, calendar):
    rows = []
    while len(rows) < 420:
        rule = list(RULES)[len(rows) % len(RULES)]
        start, end, count, unit, first, last = random_terms(rng, rule)
        convention = rng.choice(list(CONVENTIONS))
        termination = convention if rng.random() < 0.5 else rng.choice(list(CONVENTIONS))
        end_of_month = rule in ("Backward", "Forward") and rng.random() < 0.4
        seed = (last or end) if rule == "Backward" else (first or start)
        if end <= start:
            continue
        is_seed_month_end = calendar.isEndOfMonth(seed) or ql.Date.isEndOfMonth(seed)
        if end_of_month and unit in "MY" and is_seed_month_end:
            if first or last or not is_month_end_settled(start, end, convention, termination):
                continue
        try:
            made = ql.Schedule(start, end, ql.Period(count, UNITS[unit]), calendar,
                               CONVENTIONS[convention], CONVENTIONS[termination], RULES[rule],
                               end_of_month, first or ql.Date(), last or ql.Date())
            raw = ql.Schedule(start, end, ql.Period(count, UNITS[unit]), ql.NullCalendar(),
                              ql.Unadjusted, ql.Unadjusted, RULES[rule], end_of_month,
                              first or ql.Date(), last or ql.Date())
        except RuntimeError:
            continue
        days = [number(day) for day in made]
        if len(days) > 60 or any(b <= a for a, b in zip(days, days[1:])):
            continue
        if rule in ("Backward", "Forward"):
            if is_told_regular_since(raw, ql.Period(count, UNITS[unit]), end_of_month):
                continue
        rows.append([
            number(start), number(end), f"{count}{unit}", rule, end_of_month, convention, termination,
            number(first) if first else None, number(last) if last else None,
            days[:1] + [b - a for a, b in zip(days, days[1:])],
            "".join("1" if made.isRegular(i) else "0" for i in range(1, len(days))),
        ])
    return rows


def main():
    rng = random.Random(SEED)
    calendar, holidays = make_calendar(rng)
    made = {
        "title": "Day counts, business days and schedules; days since 1970-01-01",
        "source": f"tools/vectors/dates.py, QuantLib {ql.__version__} (Debian quantlib-python)",
        "licence": "made by the project; numbers are facts",
        "seed": SEED,
        "holidays": holidays,
        "dayCounts": day_counts(rng, calendar),
        "isdaThirty": isda_thirty(rng),
        "icmaReference": icma_reference(rng),
        "icmaSchedule": icma_schedule(rng),
        "adjustments": adjustments(rng, calendar),
        "advances": advances(rng, calendar),
        "businessDaysBetween": counted(rng, calendar),
        "schedules": schedules(rng, calendar),
    }
    blocks = []
    for key, value in made.items():
        if isinstance(value, list) and isinstance(value[0], list):
            rows = ",\n".join(json.dumps(row, separators=(",", ":")) for row in value)
            blocks.append(f"{json.dumps(key)}: [\n{rows}\n]")
        else:
            blocks.append(f"{json.dumps(key)}: {json.dumps(value, separators=(',', ':'))}")
    sys.stdout.write("{\n" + ",\n".join(blocks) + "\n}\n")


main()
