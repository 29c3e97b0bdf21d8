import { bootstrapParCurve, type ZeroCurve } from '../market/index.js';
import type { ReplayCurve } from './scenario.js';

/**
 * The zero curve of a day's par yields (rule CURVE-1).
 * @throws when the quotes build no curve, which the door of the Study refuses.
 */
export function parZeroCurve({ dateIso, quotes }: ReplayCurve): ZeroCurve {
  const built = bootstrapParCurve({
    id: dateIso,
    dateIso,
    convention: 'us-treasury-par',
    quotes,
    source: dateIso,
  });
  if (built.ok) return built.value;
  throw new Error(`the curve of ${dateIso} does not build: ${built.issues[0]?.message}`);
}
