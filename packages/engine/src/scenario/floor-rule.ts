/** Floors of shocked rates that have a name (rule SCEN-5). */
export const NAMED_FLOORS = ['none', 'zero', 'eu-2024-856', 'eba-gl-2018-02', 'osfi-b12'] as const;

export type NamedFloor = (typeof NAMED_FLOORS)[number];

/** A named floor, or one rate (decimal) for every tenor. */
export type FloorRule = NamedFloor | { readonly rate: number };

/** A floor that rises by tenor and stops at zero; decimal rates. */
interface RisingFloor {
  readonly start: number;
  readonly perYear: number;
}

/**
 * -150 bp at once, 3 bp more a year, 0 from 50 years: Article 3(7) of (EU) 2024/856
 * (seen-secondary: a transcription of the article).
 */
const EU_2024_856: RisingFloor = { start: -0.015, perYear: 0.0003 };
/** -100 bp at once, 5 bp more a year, 0 from 20 years: EBA/GL/2018/02 (recalled). */
const EBA_GL_2018_02: RisingFloor = { start: -0.01, perYear: 0.0005 };
/** OSFI Guideline B-12, Annex 1 (seen). */
const OSFI_B12 = -0.0075;

/**
 * The rate (decimal) below which no shocked continuous zero rate is taken at a tenor, unless the
 * base rate is lower already (rules SCEN-5, CURVE-5); undefined without a floor.
 */
export function floorRateAt(rule: FloorRule, tenorYears: number): number | undefined {
  switch (rule) {
    case 'none':
      return undefined;
    case 'zero':
      return 0;
    case 'eu-2024-856':
      return risingFloor(EU_2024_856, tenorYears);
    case 'eba-gl-2018-02':
      return risingFloor(EBA_GL_2018_02, tenorYears);
    case 'osfi-b12':
      return OSFI_B12;
    default:
      return rule.rate;
  }
}

function risingFloor({ start, perYear }: RisingFloor, tenorYears: number): number {
  return Math.min(0, start + perYear * tenorYears);
}
