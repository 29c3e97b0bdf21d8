import type { ByShape, ShockRule } from '@almfes/engine';

/** What the standardised formula gives for the flows below, by independent arithmetic. */
export interface WorkedValue {
  readonly rule: ShockRule;
  readonly currency: string;
  readonly base: number;
  readonly change: ByShape<number>;
}

/**
 * A synthetic book, not a published example: net cash flows on the 19 buckets, continuous zero
 * rates at the midpoints, values computed by another program with the floor of (EU) 2024/856.
 */
export const WORKED_FLOWS: readonly number[] = [
  -350, 20, -55, 40, -30, 25, 60, -45, 80, 70, 65, 40, 35, 30, 25, 45, 60, 20, 10,
];

export const WORKED_RATES: readonly number[] = [
  0.03649482284286352, 0.03642348796054239, 0.03620180256341495, 0.035858012524259214,
  0.03548647345657256, 0.03515686183269446, 0.034733048514821986, 0.03428051945322468,
  0.033790376773269, 0.033383613704237515, 0.03315619574742376, 0.03303639624619082,
  0.03298044514345965, 0.03296185632175055, 0.032964705772033094, 0.03297948273127943,
  0.03304976291779078, 0.03316782136879673, 0.03330325538514786,
];

export const WORKED_VALUES: readonly WorkedValue[] = [
  {
    rule: 'basel-d368',
    currency: 'USD',
    base: 48.618784915991924,
    change: {
      'parallel-up': -45.366230942878325,
      'parallel-down': 54.43546121697578,
      steepener: -16.888874374348912,
      flattener: 7.528190084627603,
      'short-up': -13.65604189427254,
      'short-down': 14.181673129007173,
    },
  },
  {
    rule: 'basel-d368',
    currency: 'EUR',
    base: 48.618784915991924,
    change: {
      'parallel-up': -45.366230942878325,
      'parallel-down': 54.43546121697578,
      steepener: -10.039289481442793,
      flattener: 3.0370878171696916,
      'short-up': -11.415666631500997,
      'short-down': 11.78067351868404,
    },
  },
  {
    rule: 'basel-d578',
    currency: 'USD',
    base: 48.618784915991924,
    change: {
      'parallel-up': -45.366230942878325,
      'parallel-down': 54.43546121697578,
      steepener: -28.80753927389165,
      flattener: 17.38214335803079,
      'short-up': -13.65604189427254,
      'short-down': 14.181673129007173,
    },
  },
  {
    rule: 'basel-d578',
    currency: 'EUR',
    base: 48.618784915991924,
    change: {
      'parallel-up': -50.501534332283775,
      'parallel-down': 61.99915292089743,
      steepener: -23.463869192515787,
      flattener: 12.167605331817782,
      'short-up': -15.882381219590911,
      'short-down': 16.597858025376155,
    },
  },
];

/** The same flows where rates are so low that the floor binds. */
export const LOW_RATES: readonly number[] = [
  -0.00799832, -0.00797498, -0.007899980000000001, -0.007775, -0.007625, -0.007475, -0.00725,
  -0.0069500000000000004, -0.006500000000000001, -0.005900000000000001, -0.005300000000000001,
  -0.004700000000000001, -0.0041, -0.0035000000000000005, -0.0029000000000000007,
  -0.002300000000000001, -0.0005000000000000004, 0.0024999999999999988, 0.006999999999999999,
];

export const LOW_RATE_VALUE: WorkedValue = {
  rule: 'basel-d368',
  currency: 'EUR',
  base: 151.72275657491264,
  change: {
    'parallel-up': -61.85395572785012,
    'parallel-down': 36.17699782862309,
    steepener: -15.710122925968875,
    flattener: 6.143454465834083,
    'short-up': -13.870856754578938,
    'short-down': 12.287950031546757,
  },
};

/** Shifts at 3.5 years, basis points, by another program: the six shapes in order. */
export const WORKED_SHIFTS = `
  basel-d368 USD 200 -200 -2.564466 47.564466 125.058606 -125.058606;
  basel-d368 EUR 200 -200 -15.25766 48.384125 104.215505 -104.215505;
  basel-d368 GBP 250 -250 -2.564466 47.564466 125.058606 -125.058606;
  basel-d368 CHF 100 -100 11.838371 15.035164 62.529303 -62.529303;
  basel-d368 JPY 100 -100 25.386387 -1.639317 41.686202 -41.686202;
  basel-d578 USD 200 -200 36.797347 21.323257 125.058606 -125.058606;
  basel-d578 EUR 225 -225 10.128727 46.744808 145.901707 -145.901707;
  basel-d578 GBP 275 -275 16.047913 54.26239 177.166358 -177.166358;
  basel-d578 CHF 175 -175 37.224758 13.395846 104.215505 -104.215505;
  basel-d578 JPY 100 -100 25.386387 -1.639317 41.686202 -41.686202
`;
