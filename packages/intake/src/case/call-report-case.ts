import {
  applyChanges,
  baseRowValues,
  type Figure,
  type Issue,
  issue,
  type Result,
  read,
  type Study,
} from '@almfes/engine';
import { callReportStudy } from '../call-report-study/index.js';
import type { BuiltStudy } from './build-study.js';
import { type CallReportCaseForm, readCallReportForm } from './call-report-form.js';
import { citedIssues } from './change-sources.js';
import { BEFORE_PREFIX, REPORT_PREFIX, reportOfFigures } from './report-of-figures.js';

type Figures = Readonly<Record<string, Figure>>;

/**
 * The Study of a case that starts from a Call Report: the report made again of the figures, the
 * bank's Study as `callReportStudy` makes it, then what other public documents say of it
 * (rules FORM-19 to FORM-21). Issues of figures carry `figures.json#`, others a pointer into
 * study.json.
 */
export function callReportCase(value: unknown, figures: Figures): Result<BuiltStudy> {
  const issues: Issue[] = [];
  const form = readCallReportForm(value, '', issues);
  if (form === undefined) return { ok: false, issues };
  const built = reportedStudy(form, figures, issues);
  if (built === undefined || issues.length > 0) return { ok: false, issues };
  const { own: changes, decisionDate } = form;
  issues.push(...citedIssues({ path: '/own', changes }, { figures, decisionDate }));
  const own = applyChanges(built.study, form.own, baseRowValues);
  if (!own.ok) issues.push(...own.issues.map((each) => ({ ...each, path: `/own${each.path}` })));
  if (!own.ok || issues.length > 0) return { ok: false, issues };
  const cited = new Set(Object.keys(figures).filter((id) => id.startsWith(REPORT_PREFIX)));
  for (const { sources } of form.own) {
    for (const id of sources) if (Object.hasOwn(figures, id)) cited.add(id);
  }
  return read.resultOf(
    { study: own.value, cited, citations: new Map(), unknowns: built.unknowns },
    issues,
  );
}

function reportedStudy(
  form: CallReportCaseForm,
  figures: Figures,
  issues: Issue[],
): Pick<BuiltStudy, 'study' | 'unknowns'> | undefined {
  const { institution: name, idrssd, quarterEnd, beforeQuarterEnd, decisionDate } = form;
  const institution = { name, idrssd, city: '', state: '', form: form.form };
  const found: Issue[] = [];
  const place = { institution, decisionDate };
  const own = { ...place, quarterEnd, prefix: REPORT_PREFIX } as const;
  const report = reportOfFigures(figures, own, found);
  const before =
    beforeQuarterEnd === null
      ? undefined
      : reportOfFigures(
          figures,
          { ...place, quarterEnd: beforeQuarterEnd, prefix: BEFORE_PREFIX },
          found,
        );
  const total = (field: 'totalAssets' | 'totalLiabilities' | 'totalEquity') =>
    report.amount(field) ?? 0;
  const assets = total('totalAssets');
  const liabilities = total('totalLiabilities');
  const equity = total('totalEquity');
  if (Math.abs(assets - liabilities - equity) > ROUNDING_USD_MILLION) {
    const expected = `liabilities ${liabilities} + equity ${equity}`;
    found.push(issue('identity', '/figures/cr.totalAssets/value', expected, String(assets)));
  }
  issues.push(...found.map((each) => ({ ...each, path: `figures.json#${each.path}` })));
  if (found.length > 0) return undefined;
  const { market, assumptions } = form;
  const terms = { report, market, assumptions, decisionDate };
  const built = callReportStudy(before === undefined ? terms : { ...terms, before });
  if (built.ok) {
    const { study, unknowns } = built.value;
    return { study: { ...citedAgain(study), title: form.title, figures }, unknowns };
  }
  issues.push(...built.issues.map((each) => ({ ...each, path: `/${each.path}` })));
  return undefined;
}

/** Amounts are filed in USD thousand: three of them may miss by two. */
const ROUNDING_USD_MILLION = 0.0025;

/** What the Study cites under the ids of a report alone stands here under those of the case. */
function citedAgain(study: Study): Study {
  const regime = study.capitalRegime;
  const exposure = regime?.totalLeverageExposureUsdMillion;
  if (regime === undefined || exposure === null || exposure === undefined) return study;
  const source = exposure.source.map((id) => id.replace(/^call-report\./, REPORT_PREFIX));
  return {
    ...study,
    capitalRegime: { ...regime, totalLeverageExposureUsdMillion: { ...exposure, source } },
  };
}
