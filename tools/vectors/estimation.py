"""Reference values of estimates of deposit behaviour, made by statsmodels and scipy.

Usage: pip install statsmodels scipy; python3 tools/vectors/estimation.py > tools/vectors/estimation.json

Distributed lag: statsmodels OLS; the sum of coefficients and its errors by t_test, the mean lag by
differences of the whole function (not by its formula). Decay: statsmodels OLS on logarithms, and
scipy.optimize.curve_fit for two parts. Rolling origin: numpy.linalg.lstsq.
"""

import json
import platform

import numpy
import scipy
import statsmodels
import statsmodels.api
from scipy.optimize import curve_fit
from scipy.stats import f as fisher, t as student

SEED = 20261129
CONFIDENCE = 0.95
draw = numpy.random.default_rng(SEED)


def numbers(values):
    return [float(f"{value:.15g}") for value in numpy.ravel(values)]


def delta_error(function, point, covariance):
    gradient = []
    for i, value in enumerate(point):
        h = 1e-6 * max(1e-3, abs(value))
        above, below = numpy.array(point), numpy.array(point)
        above[i] += h
        below[i] -= h
        gradient.append((function(above) - function(below)) / (2 * h))
    gradient = numpy.array(gradient)
    return float(numpy.sqrt(gradient @ covariance @ gradient))


def design(policy, lags, apart):
    move = numpy.diff(policy)
    rows = []
    for t in range(lags, len(move)):
        now = move[t - lags : t + 1][::-1]
        sides = [numpy.maximum(now, 0), numpy.minimum(now, 0)] if apart else [now]
        rows.append(numpy.concatenate([[1.0], *sides]))
    return numpy.array(rows)


def lag_case(count, lags, apart, missing, newey_west):
    path = numpy.cumsum(draw.choice([-0.0025, 0, 0.0025, 0.005], size=count)) + 0.05
    policy = numpy.round(path, 4)
    weights = numpy.array([0.2, 0.15, 0.1, 0.05])[: lags + 1]
    rows = design(policy, lags, apart)
    true = numpy.concatenate([[0.0001], weights] + ([0.6 * weights] if apart else []))
    change = rows @ true + draw.normal(size=len(rows)) * 0.0002
    cost = numpy.round(0.02 + numpy.concatenate([numpy.zeros(lags + 1), numpy.cumsum(change)]), 6)
    known = numpy.ones(count, dtype=bool)
    known[missing] = False
    at = [t for t in range(lags, count) if known[t]]
    spans = [(a, b) for a, b in zip(at, at[1:])]
    x = numpy.array([rows[a - lags : b - lags].sum(axis=0) / numpy.sqrt(b - a) for a, b in spans])
    y = numpy.array([(cost[b] - cost[a]) / numpy.sqrt(b - a) for a, b in spans])
    fit = statsmodels.api.OLS(y, x).fit()
    hac = fit.get_robustcov_results("HAC", maxlags=newey_west, use_correction=True)
    half = student.ppf(0.5 + CONFIDENCE / 2, fit.df_resid)
    sides = []
    for side in range(2 if apart else 1):
        first = 1 + side * (lags + 1)
        sum_of = numpy.zeros(x.shape[1])
        sum_of[first : first + lags + 1] = 1

        def mean_lag(b, first=first):
            own = b[first : first + lags + 1]
            return 3 * (own @ numpy.arange(lags + 1)) / own.sum()

        test = fit.t_test(sum_of)
        sides.append(
            {
                "beta": float(test.effect[0]),
                "standardError": float(test.sd.item()),
                "high": float(test.effect[0] + half * test.sd.item()),
                "neweyWestError": float(hac.t_test(sum_of).sd.item()),
                "meanLagMonths": float(mean_lag(fit.params)),
                "meanLagError": delta_error(mean_lag, fit.params, fit.cov_params()),
                "byLag": numbers(fit.params[first : first + lags + 1]),
            }
        )
    return {
        "policyRate": numbers(policy),
        "depositRate": [float(c) if k else None for c, k in zip(cost, known)],
        "lags": lags,
        "apart": apart,
        "neweyWestLags": newey_west,
        "constant": float(fit.params[0]),
        "residualStandardDeviation": float(numpy.sqrt(fit.mse_resid)),
        "sides": sides,
        "outOfSample": rolling(x, y, spans, lags, apart, horizon=2),
    }


def rolling(x, y, spans, lags, apart, horizon):
    move = x[:, 1] + (x[:, 2 + lags] if apart else 0)
    static = numpy.column_stack([x[:, 0], move])
    errors = []
    for origin in range(x.shape[1] + 4, len(spans) - horizon + 1):
        ahead = slice(origin, origin + horizon)
        if any(b - a != 1 for a, b in spans[ahead]):
            continue
        row = []
        for columns in (x, static):
            b = numpy.linalg.lstsq(columns[:origin], y[:origin], rcond=None)[0]
            row.append((columns[ahead] @ b).sum() - y[ahead].sum())
        errors.append([*row, -y[ahead].sum()])
    errors = numpy.array(errors)
    return {
        "horizon": horizon,
        "forecasts": len(errors),
        "rootMeanSquare": numbers(numpy.sqrt((errors**2).mean(axis=0))),
        "meanAbsolute": numbers(numpy.abs(errors).mean(axis=0)),
    }


def life(hazard):
    return 1 / (12 * (1 - numpy.exp(-hazard / 12)))


def constant_case(months, hazard, noise, newey_west):
    months = numpy.array(months)
    logs = 7 - hazard * (months - months[0]) / 12 + draw.normal(size=len(months)) * noise
    balances = numpy.round(numpy.exp(logs), 3)
    x = numpy.column_stack([numpy.ones(len(months)), (months - months[0]) / 12])
    fit = statsmodels.api.OLS(numpy.log(balances), x).fit()
    hac = fit.get_robustcov_results("HAC", maxlags=newey_west, use_correction=True)
    found = -fit.params[1]
    years = numpy.diff(months) / 12
    falls = -numpy.diff(numpy.log(balances))
    # Falls a year, each weighing as long as it lasted.
    changes = statsmodels.api.WLS(falls / years, numpy.ones(len(years)), weights=years).fit()
    half = student.ppf(0.5 + CONFIDENCE / 2, fit.df_resid)
    return {
        "months": [int(m) for m in months],
        "balances": numbers(balances),
        "neweyWestLags": newey_west,
        "hazardAYear": float(found),
        "standardError": float(fit.bse[1]),
        "neweyWestError": float(hac.bse[1]),
        "averageLifeYears": float(life(found)),
        "averageLifeError": delta_error(lambda p: life(p[0]), [found], numpy.array([[fit.bse[1] ** 2]])),
        "fromChanges": float(changes.params[0]),
        "fromChangesError": float(changes.bse[0]),
        "lowYears": float(life(found + half * fit.bse[1])),
    }


def two_part_case(count, share, core, non_core, noise=0.002):
    years = numpy.arange(count) * 0.25

    def log_balance(t, a, w, c, n):
        return a + numpy.log(w * numpy.exp(-c * t) + (1 - w) * numpy.exp(-n * t))

    logs = log_balance(years, 7, share, core, non_core) + draw.normal(size=count) * noise
    balances = numpy.round(numpy.exp(logs), 6)
    found, covariance = curve_fit(
        log_balance,
        years,
        numpy.log(balances),
        p0=[7, share, core, non_core],
        ftol=1e-15,
        xtol=1e-15,
        gtol=1e-15,
    )

    line = statsmodels.api.OLS(numpy.log(balances), statsmodels.api.add_constant(years)).fit()
    squares = ((numpy.log(balances) - log_balance(years, *found)) ** 2).sum()
    ratio = (line.ssr - squares) / 2 / (squares / (count - 4))

    def both(p):
        return p[1] * life(p[2]) + (1 - p[1]) * life(p[3])

    return {
        "months": [int(3 * i) for i in range(count)],
        "balances": numbers(balances),
        "parameters": numbers(found),
        "standardErrors": numbers(numpy.sqrt(numpy.diag(covariance))),
        "chanceUnderOnePart": float(fisher.sf(ratio, 2, count - 4)),
        "averageLifeYears": float(both(found)),
        "averageLifeError": delta_error(both, found, covariance),
    }


answer = {
    "title": "Reference values of distributed lags, decays and their errors",
    "source": "tools/vectors/estimation.py",
    "versions": f"Python {platform.python_version()}, numpy {numpy.__version__}, "
    f"scipy {scipy.__version__}, statsmodels {statsmodels.__version__}",
    "licence": "made by the project; numbers are facts",
    "seed": SEED,
    "confidence": CONFIDENCE,
    "lags": [
        lag_case(30, 0, False, [], 0),
        lag_case(40, 2, False, [20], 2),
        lag_case(60, 3, True, [30, 31], 4),
    ],
    "constant": [
        constant_case(range(0, 36, 3), 0.38, 0.03, 2),
        constant_case([0, 1, 2, 5, 9, 12, 24], 0.08, 0.005, 0),
    ],
    "twoPart": [
        two_part_case(30, 0.6, 0.05, 1.4),
        two_part_case(24, 0.35, 0.12, 2.4),
        two_part_case(14, 0.7, 0.35, 0.8, noise=0.004),
    ],
}
print(json.dumps(answer, separators=(",", ":")).replace('},{"', '},\n{"'))
