import type { Change, ParameterEdit, Study } from '@almfes/engine';
import type { IndustryShares } from './industry-shares.js';
import type { OwnBeta } from './own-beta.js';

/**
 * Core lives of Basel d368 (2016) table 2: the mean of retail, and wholesale. Core shares read in
 * EU 2024/857 articles 8 and 25; the caps of life in secondary sources.
 */
const RETAIL_LIFE_YEARS = 3.8;
const WHOLESALE_LIFE_YEARS = 2;
const LIFE_SOURCE =
  'Basel d368 (2016) table 2: core share x core life, retail 3.8 (mean of 90% x 5 and 70% x 4.5) ' +
  'and wholesale 50% x 4 = 2.0 years (core shares read in EU 2024/857, lives in secondary ' +
  'sources); weighted with the consumer share: judgement';
const CONSUMER_SOURCES = [
  'consumerFree',
  'consumerTransaction',
  'consumerMoneyMarket',
  'consumerSavings',
];

const LIFE_MODELS = ['deposits-free', 'deposits-transaction', 'deposits-savings'] as const;
const BETA_MODELS = ['deposits-transaction', 'deposits-savings'] as const;

/** Life of deposits without a date, years, when a share of them is held by consumers. */
export function lifeOf(consumer: number): number {
  const life = RETAIL_LIFE_YEARS * consumer + WHOLESALE_LIFE_YEARS * (1 - consumer);
  return Math.round(100 * life) / 100;
}

function edited(
  id: string,
  words: Pick<Change, 'title' | 'rationale' | 'sources'>,
  edits: readonly ParameterEdit[],
): Change {
  return { kind: 'replace-assumption', id, ...words, size: 1, edits };
}

export function lifeEdits(years: number): ParameterEdit[] {
  return LIFE_MODELS.map((model) => ({ model, parameter: 'averageLifeYears', value: years }));
}

/** Betas as the Study has them, times a factor, none above one. */
function betaEdits(study: Study, factor: number): ParameterEdit[] {
  return BETA_MODELS.flatMap((model) => {
    const found = study.behaviour.deposits.find(({ id }) => id === model);
    if (found === undefined) return [];
    const scaled = (value: number) => Math.min(1, Math.round(1e4 * factor * value) / 1e4);
    const beta: ParameterEdit = { model, parameter: 'beta', value: scaled(found.beta.value) };
    const down = found.betaDown;
    if (down === undefined) return [beta];
    return [beta, { model, parameter: 'betaDown', value: scaled(down.value) }];
  });
}

/** Own and average behaviour as Changes of the same parameters (rule FORM-22). */
export interface BehaviourPair {
  readonly ownLife: Change;
  readonly averageLife: Change;
  readonly ownBeta: Change | null;
  readonly averageBeta: Change | null;
  readonly ownLifeYears: number;
  readonly averageLifeYears: number;
  /** False: the bank reports no consumer accounts, and its life is that of all banks. */
  readonly isOwnLife: boolean;
}

/** `study` is the bank at central assumptions: betas of the middle bank of its size. */
export function behaviourPair(
  study: Study,
  consumer: number | null,
  industry: IndustryShares,
  own: OwnBeta | null,
): BehaviourPair {
  const averageLifeYears = lifeOf(industry.consumer);
  const ownLifeYears = consumer === null ? averageLifeYears : lifeOf(consumer);
  const betas = own === null ? null : betaChanges(study, own);
  return {
    ...{ ownLifeYears, averageLifeYears, isOwnLife: consumer !== null },
    averageLife: edited(
      'average-life',
      {
        title: `Deposit life of all banks: ${averageLifeYears} years`,
        rationale: 'judgement: life rises with the consumer share, here that of all banks',
        sources: ['industry.consumerShare', LIFE_SOURCE],
      },
      lifeEdits(averageLifeYears),
    ),
    ownLife: edited(
      'own-life',
      {
        title: `Own deposit life: ${ownLifeYears} years`,
        rationale:
          consumer === null
            ? 'the bank reports no consumer accounts: taken as all banks'
            : 'judgement: the same rule at the consumer share that the bank reports',
        sources:
          consumer === null
            ? ['industry.consumerShare', LIFE_SOURCE]
            : [...CONSUMER_SOURCES.map((name) => `cr.${name}`), LIFE_SOURCE],
      },
      lifeEdits(ownLifeYears),
    ),
    ownBeta: betas?.own ?? null,
    averageBeta: betas?.average ?? null,
  };
}

function betaChanges(study: Study, own: OwnBeta): { own: Change; average: Change } {
  const sources = [...Object.keys(own.figures), 'library/data/quarter-end-market: federal funds'];
  const pair = `own ${own.beta.toFixed(2)} beside ${own.industry} of all banks`;
  const words = `${pair}, 2018 Q1 to 2019 Q2`;
  return {
    own: edited(
      'own-beta',
      {
        title: 'Own deposit beta, from the cycle of 2018 to 2019',
        rationale: `peer betas scaled by interest-bearing cost: ${words}`,
        sources,
      },
      betaEdits(study, own.beta / own.industry),
    ),
    average: edited(
      'average-beta',
      {
        title: 'Deposit beta of the middle bank of the size',
        rationale: 'median of cumulative betas across banks known by the decision date',
        sources: ['Call Reports: library/data/peer-behaviour, peer-percentiles'],
      },
      betaEdits(study, 1),
    ),
  };
}
