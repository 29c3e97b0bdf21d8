"""Reference values of linear regression, made by statsmodels and scipy.

Usage: pip install statsmodels scipy; python3 tools/vectors/regression.py > tools/vectors/regression.json

Ordinary least squares with plain and Newey-West errors: statsmodels OLS, cov_type HAC with
use_correction. Student quantiles: scipy.stats.t.
"""

import json
import platform

import numpy
import scipy
import statsmodels
import statsmodels.api
from scipy.stats import t as student

SEED = 20261128
draw = numpy.random.default_rng(SEED)


def numbers(values):
    return [float(f"{value:.15g}") for value in numpy.ravel(values)]


def linear(count, width, lags):
    x = numpy.round(draw.normal(size=(count, width)), 3)
    x[:, 0] = 1
    y = numpy.round(x @ draw.normal(size=width) + draw.normal(size=count) * 0.4, 3)
    plain = statsmodels.api.OLS(y, x).fit()
    hac = plain.get_robustcov_results("HAC", maxlags=lags, use_correction=True)
    return {
        "rows": [numbers(row) for row in x],
        "y": numbers(y),
        "lags": lags,
        "coefficients": numbers(plain.params),
        "standardErrors": numbers(plain.bse),
        "residualStandardDeviation": float(numpy.sqrt(plain.mse_resid)),
        "neweyWest": [numbers(row) for row in hac.cov_params()],
    }


degrees = [1, 2, 3, 4, 5, 9, 10, 15, 30, 61, 120, 500]
answer = {
    "title": "Reference values of linear regression, Newey-West errors and Student",
    "source": "tools/vectors/regression.py",
    "versions": f"Python {platform.python_version()}, numpy {numpy.__version__}, "
    f"scipy {scipy.__version__}, statsmodels {statsmodels.__version__}",
    "licence": "made by the project; numbers are facts",
    "seed": SEED,
    "linear": [linear(12, 2, 0), linear(20, 3, 2), linear(24, 5, 3), linear(60, 7, 4)],
    "student": [
        {"degrees": d, "confidence": c, "halfWidth": float(student.ppf(0.5 + c / 2, d))}
        for d in degrees
        for c in (0.5, 0.9, 0.95, 0.99)
    ],
}
print(json.dumps(answer, separators=(",", ":")).replace('},{"', '},\n{"'))
