import type { FailureKind, Severity } from '../../stress/index.js';
import {
  MEASURES,
  type Outcome,
  REGIMES,
  type Study,
  WELL_CAPITALISED,
  whyNot,
} from '../../study/index.js';
import { LEAST_COST } from '../objective.js';
import { AS_ASSUMED } from '../problem.js';
import {
  DEFAULT_LOSS_YEARS,
  DEFAULT_PRICING,
  defaultLevers,
  LEVER_JUDGEMENTS,
} from './default-levers.js';
import type { DecisionPolicy, PolicyLimit, PolicyWorld, Standing } from './policy.js';
import { worldId } from './policy-world.js';

/** Whose rules the default limits are taken from. */
export type Rulebook = 'us' | 'eu';

/** A limit of the default policy that this Study cannot be held to, and why. */
export interface LeftOut {
  readonly title: string;
  readonly reason: string;
}

export interface DefaultPolicy {
  readonly policy: DecisionPolicy;
  readonly leftOut: readonly LeftOut[];
}

const world = (kind: FailureKind, severity: Severity, title: string): PolicyWorld => ({
  kind,
  severity,
  title,
});
const WORLDS = [
  world('digital-disruption', 'severe', 'digital disruption, severe'),
  world('combined-adverse', 'severe', 'combined adverse, severe'),
];

/**
 * The policy of a Study that has none of its own (POLICY-3): limits of the bank's regime, the two
 * outlier tests (benchmarks on a US bank), and four judgements; the levers of POLICY-4.
 * @param base the Outcome of the Study with nothing done: limits it refuses are left out, named
 */
export function defaultPolicy(study: Study, base: Outcome, rulebook: Rulebook): DefaultPolicy {
  const levers = defaultLevers(study);
  const broken = study.behaviour.deposits.length > 0 ? WORLDS : [];
  const wanted = [
    ...capitalLimits(study, rulebook),
    ...outlierLimits(study, rulebook),
    ...judgements(broken),
  ];
  const limits: PolicyLimit[] = [];
  const leftOut: LeftOut[] = [];
  for (const limit of wanted) {
    const reason = refusalIn(base, limit.measure);
    if (reason === null) limits.push(limit);
    else leftOut.push({ title: limit.title, reason });
  }
  const policy: DecisionPolicy = {
    schema: 'almfes/decision-policy/1',
    title: rulebook === 'us' ? 'Default policy, United States' : 'Default policy, European Union',
    levers,
    pricing: DEFAULT_PRICING,
    deposits: null,
    worlds: broken,
    limits,
    rules: [],
    objective: LEAST_COST,
    realisedLossYears: DEFAULT_LOSS_YEARS,
    frontier: null,
    sources: [...LEVER_JUDGEMENTS],
  };
  return { policy, leftOut };
}

/** Why a measure has no value, or null when it has one. */
function refusalIn(base: Outcome, id: string): string | null {
  if (base.measures.some((each) => each.id === id)) return null;
  return whyNot(base, id, '').message;
}

interface Stated {
  readonly floor: PolicyLimit['floor'];
  readonly standing: Standing;
  readonly authority: string;
  readonly worlds?: readonly string[];
  readonly scenarios?: PolicyLimit['scenarios'];
}

function limitOn(id: string, title: string, measure: string, stated: Stated): PolicyLimit {
  const ofDate = MEASURES.find((each) => each.id === measure)?.ofDate === true;
  const scenarios = ofDate ? [''] : 'every';
  return {
    id,
    title,
    measure,
    scenarios,
    worlds: [AS_ASSUMED.id],
    cap: null,
    mayRelax: true,
    ...stated,
  };
}

/** Ratios of the regime: well capitalised for an insured bank, else the minima (POLICY-3). */
function capitalLimits({ capitalRegime }: Study, rulebook: Rulebook): readonly PolicyLimit[] {
  if (rulebook === 'eu')
    return EU_MINIMA.map(([ratio, floor, point]) =>
      minimum(ratio, floor, `Regulation (EU) 575/2013 Article 92(1)${point} (recalled)`),
    );
  if (capitalRegime === undefined) {
    return US_MINIMA.map(({ ratio, least, source }) =>
      minimum(ratio, least, `${source}; the Study states no regime`),
    );
  }
  const { riskBased, minimum: least } = REGIMES[capitalRegime.regime];
  const well = riskBased && capitalRegime.level === 'bank';
  return (well ? WELL_CAPITALISED : least).map(({ ratio, source }) =>
    limitOn(
      `capital-${ratio}`,
      `${RATIO_TITLES[ratio]} at or above ${well ? 'well capitalised' : 'its minimum'}`,
      `capital.headroom.${well ? 'wellCapitalised.' : ''}${ratio}`,
      { floor: 0, standing: 'rule', authority: source },
    ),
  );
}

const RATIO_TITLES = {
  cet1: 'CET1 ratio',
  tier1: 'Tier 1 ratio',
  total: 'Total capital ratio',
  leverage: 'Leverage ratio',
  supplementaryLeverage: 'Supplementary leverage ratio',
} as const;

type PlainRatio = 'cet1' | 'tier1' | 'total' | 'leverage';

const US_MINIMA = REGIMES.other.minimum.filter(
  (each): each is typeof each & { ratio: PlainRatio } => each.ratio !== 'supplementaryLeverage',
);
const EU_MINIMA: readonly (readonly [PlainRatio, number, string])[] = [
  ['cet1', 0.045, '(a)'],
  ['tier1', 0.06, '(b)'],
  ['total', 0.08, '(c)'],
  ['leverage', 0.03, '(d)'],
];

function minimum(ratio: PlainRatio, floor: number, authority: string): PolicyLimit {
  const title = `${RATIO_TITLES[ratio]} at least ${(100 * floor).toFixed(1)}%`;
  const stated = { floor, standing: 'rule', authority } as const;
  return limitOn(`capital-${ratio}`, title, `capital.${ratio}Ratio`, stated);
}

/**
 * Binding in the EU, over its prescribed shapes where the Study has them (income: the parallel
 * two); on a US bank both are benchmarks over every scenario: no US rule asks for them.
 */
function outlierLimits(study: Study, rulebook: Rulebook): readonly PolicyLimit[] {
  const shapes = study.scenarios.flatMap((each) =>
    rulebook === 'eu' && each.kind === 'prescribed' && each.rule.startsWith('eu-') ? [each] : [],
  );
  const parallel = shapes.filter(({ shape }) => shape.startsWith('parallel'));
  const over = (list: typeof shapes): Pick<PolicyLimit, 'scenarios'> =>
    list.length > 0 ? { scenarios: list.map(({ id }) => id) } : { scenarios: 'every' };
  const standing = rulebook === 'eu' ? 'rule' : 'benchmark';
  const us = rulebook === 'us' ? '; a benchmark on US banks' : '';
  const share = (times: number) => ({ times, of: 'tier-1-capital' }) as const;
  return [
    limitOn('eve', 'EVE change no worse than 15% of Tier 1', 'eve.change', {
      ...over(shapes),
      floor: share(-0.15),
      standing,
      authority: `Basel SRP31; Directive 2013/36/EU Article 98(5)${us}`,
    }),
    limitOn('nii', '12-month NII change no worse than 5% of Tier 1', 'nii.12m.change', {
      ...over(parallel),
      floor: share(-0.05),
      standing,
      authority: `Regulation (EU) 2024/856 Article 5${us}`,
    }),
  ];
}

/** What no rule asks for and a run or a rate rise shows to matter; a treasurer may differ. */
function judgements(broken: readonly PolicyWorld[]): readonly PolicyLimit[] {
  const standing = 'judgement';
  const worlds = broken.map(worldId);
  const solvent = limitOn(
    'eve-broken',
    'EVE itself above zero with behaviour broken',
    'eve.value',
    {
      ...{ floor: 0, standing, worlds },
      authority: 'Judgement: solvent in economic value when an assumption fails',
    },
  );
  return [
    limitOn(
      'economic-cet1',
      'Economic CET1 (E0) at least 4.5% of RWA',
      'capital.economicRatio.e0',
      {
        ...{ floor: 0.045, standing },
        authority: 'Judgement: the minimum CET1 ratio of 12 CFR 217.10(a)(1)(i), on economic CET1',
      },
    ),
    limitOn(
      'run',
      'Liquidity within one day covers 25% of uninsured deposits',
      'runThreshold.liquidity.1d',
      {
        ...{ floor: 0.25, standing },
        authority:
          'Judgement: a quarter of uninsured deposits in a day, what left SVB on 9 March 2023',
      },
    ),
    ...(broken.length > 0 ? [solvent] : []),
  ];
}
