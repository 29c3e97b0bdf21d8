import { atDate, type MeasureDefinition } from '../measure.js';

const LIMITS =
  'A slope from bumps of a hundredth of a basis point: no convexity; zero rates move, not quotes.';

function keyRate(id: string, what: string, source: string): readonly MeasureDefinition[] {
  const unit = 'USD million per bp';
  const sign = `negative: ${what} falls as rates rise`;
  return [
    {
      id,
      title: `Key-rate sensitivity of ${what}`,
      unit,
      sign,
      definition: 'Sum over key tenors of the slope for a tent of one basis point, by tenor',
      source,
      limits: LIMITS,
    },
    {
      id: `${id}.parallel`,
      title: `Sensitivity of ${what} to a parallel basis point`,
      unit,
      sign,
      definition: 'Slope for one basis point at every tenor at once',
      source,
      limits: LIMITS,
    },
    {
      id: `${id}.residual`,
      title: `Parallel basis point of ${what} less the sum of the key rates`,
      unit,
      sign: 'zero but for second order: the tents add up to the parallel move',
      definition: `${id}.parallel minus ${id}`,
      source: 'KEY-4',
      limits: LIMITS,
    },
  ];
}

export const KEY_RATE: readonly MeasureDefinition[] = atDate([
  ...keyRate('keyRate.eve', 'the economic value of equity', 'KEY-1 to KEY-3; EVE-1'),
  ...keyRate('keyRate.nii.12m', 'the net interest income of 12 months', 'KEY-1 to KEY-3; NII-1'),
]);
