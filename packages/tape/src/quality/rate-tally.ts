import { floatAt, itemAt } from '@almfes/engine';
import type { RateUnit, RowMapping, TermName } from '../mapping/index.js';
import type { Flag, KindRows } from './find-flaws.js';
import { doubtedRateUnit, NO_RATES, type RateSizes, withRate } from './rate-unit.js';
import { CELL } from './read-cells.js';
import type { Finding } from './rule.js';

/** Rates whose size tells their unit; margins, caps and floors are of any size. */
const RATES: readonly TermName[] = ['nominalInterestRate', 'bookYield', 'noteRate'];
const PER_DECIMAL = { decimal: 1, 'per cent': 100, 'basis points': 10_000 } as const;
/** At most this, as written, a rate above zero looks like decimals, in each other unit. */
const LOOKS_DECIMAL = 0.25;

/** Counts the sizes of the rates of each row mapping and judges their units at the end. */
export interface RateTally {
  readonly add: (mapping: number, rows: KindRows, flag: Flag) => void;
  readonly findings: () => readonly Finding[];
}

interface Tallied {
  readonly kind: RowMapping['kind'];
  readonly name: TermName;
  readonly unit: RateUnit;
  sizes: RateSizes;
}

export function rateTally(rows: readonly RowMapping[]): RateTally {
  const tallies = rows.map(ratesOf);
  return {
    add: (mapping, piece, flag) => {
      for (const tally of itemAt(tallies, mapping)) addRates(tally, piece, flag);
    },
    findings: () => tallies.flat().flatMap(unitFinding),
  };
}

function ratesOf({ kind, terms }: RowMapping): readonly Tallied[] {
  return RATES.flatMap((name) => {
    const source = terms[name];
    if (source === undefined || 'constant' in source || !isRateUnit(source.unit)) return [];
    return [{ kind, name, unit: source.unit, sizes: NO_RATES }];
  });
}

function isRateUnit(unit: string | undefined): unit is RateUnit {
  return unit !== undefined && Object.hasOwn(PER_DECIMAL, unit);
}

/** Of deposits single rates near zero are common; of the rest they are told. */
function addRates(tally: Tallied, rows: KindRows, flag: Flag): void {
  const cells = rows.terms.get(tally.name);
  if (cells === undefined) return;
  const perDecimal = PER_DECIMAL[tally.unit];
  for (let at = 0; at < rows.count; at += 1) {
    if (itemAt(cells.state, at) !== CELL.good) continue;
    const written = floatAt(cells.numbers, at) * perDecimal;
    tally.sizes = withRate(tally.sizes, written);
    const low = written > 0 && written <= LOOKS_DECIMAL;
    if (!low || tally.unit === 'decimal' || rows.kind === 'deposits') continue;
    const expected = `a rate in ${tally.unit}`;
    flag(at, { rule: 'rate-unit-row', at: tally.name, expected, got: `"${cells.written(at)}"` });
  }
}

function unitFinding({ kind, name, unit, sizes }: Tallied): readonly Finding[] {
  const suggested = doubtedRateUnit(sizes, unit);
  if (suggested === undefined) return [];
  const unclear = kind === 'deposits' && suggested === 'decimal' && unit === 'per cent';
  return [
    {
      rule: unclear ? 'rate-unit-unclear' : 'rate-unit',
      severity: unclear ? 'warn' : 'refuse',
      kind,
      at: name,
      count: sizes.count,
      balanceUsdMillion: 0,
      examples: [{ row: 0, got: `the mapping says ${unit}, the sizes say ${suggested}` }],
    },
  ];
}
