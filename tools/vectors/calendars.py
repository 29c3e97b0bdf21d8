"""Holidays on weekdays of the calendars of QuantLib, an independent implementation.

Usage: /usr/bin/python3 tools/vectors/calendars.py > tools/vectors/calendars.json

For each calendar, named as in the engine, and each year from `from` to 2060 the days of the year
(1 is 1 January) that are Monday to Friday and no business day, separated by blanks.
"""

import json
import platform

import QuantLib as ql

LAST_YEAR = 2060
US, UK, GERMANY = ql.UnitedStates, ql.UnitedKingdom, ql.Germany

CALENDARS = {
    "us-settlement": (1960, US(US.Settlement)),
    "us-federal-reserve": (1960, US(US.FederalReserve)),
    "us-government-bond": (1960, US(US.GovernmentBond)),
    "us-nyse": (1960, US(US.NYSE)),
    "target": (1960, ql.TARGET()),
    "uk-settlement": (1974, UK(UK.Settlement)),
    "uk-exchange": (1974, UK(UK.Exchange)),
    "germany-settlement": (1990, GERMANY(GERMANY.Settlement)),
    "germany-frankfurt": (1990, GERMANY(GERMANY.FrankfurtStockExchange)),
    "germany-xetra": (1990, GERMANY(GERMANY.Xetra)),
    "germany-eurex": (1990, GERMANY(GERMANY.Eurex)),
    "italy-settlement": (1990, ql.Italy(ql.Italy.Settlement)),
    "italy-exchange": (1990, ql.Italy(ql.Italy.Exchange)),
    "france": (1990, ql.France(ql.France.Settlement)),
    "brazil-settlement": (1990, ql.Brazil(ql.Brazil.Settlement)),
    "brazil-exchange": (1990, ql.Brazil(ql.Brazil.Exchange)),
    "switzerland": (1990, ql.Switzerland()),
    "japan": (1990, ql.Japan()),
    "canada": (1990, ql.Canada()),
    "australia": (1990, ql.Australia()),
    "sweden": (1990, ql.Sweden()),
    "norway": (1990, ql.Norway()),
    "denmark": (1990, ql.Denmark()),
    "poland": (1990, ql.Poland()),
    "czech-republic": (1990, ql.CzechRepublic()),
    "hungary": (1990, ql.Hungary()),
    "south-africa": (1995, ql.SouthAfrica()),
}


def days_of_year(calendar, year):
    days = calendar.holidayList(ql.Date(1, 1, year), ql.Date(31, 12, year), False)
    return " ".join(str(day.dayOfYear()) for day in days)


def years(first_year, calendar):
    return [days_of_year(calendar, year) for year in range(first_year, LAST_YEAR + 1)]


def row(name, first_year, calendar):
    value = {"from": first_year, "years": years(first_year, calendar)}
    return f"{json.dumps(name)}:{json.dumps(value, separators=(',', ':'))}"


def main():
    head = {
        "title": "Holidays on weekdays, as days of the year",
        "source": f"tools/vectors/calendars.py, quantlib-python {ql.__version__}",
        "python": platform.python_version(),
        "licence": "made by the project; numbers are facts",
    }
    rows = ",\n".join(row(name, *entry) for name, entry in CALENDARS.items())
    print(json.dumps(head)[:-1] + ',\n"calendars":{\n' + rows + "}}")


main()
