import type { Limit } from '../decision/index.js';
import { measureDefinition } from '../study/index.js';

/** Ratios are shown in per cent, all else as it is: the registry knows which a measure is. */
export function shownScale({ measure }: Pick<Limit, 'measure'>): number {
  return measureDefinition(measure).unit === 'ratio' ? 100 : 1;
}
