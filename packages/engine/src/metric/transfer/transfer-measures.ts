import { textAt } from '../../balance-sheet/index.js';
import { transferIncome, transferTerms } from '../../cash-flow/index.js';
import { type Issue, issue } from '../../foundation/index.js';
import { isRefused, type MeasureResult, type MeasureValue, refusedWithout } from '../measure.js';
import type { MeasureInput } from '../view.js';
import { optionCostOf, type TransferMode } from './row-transfer.js';
import { TRANSFER_LINES, type TransferLine, transferLines } from './transfer-lines.js';
import type { TransferPricing } from './transfer-pricing.js';

/** Horizons of transfer pricing, months. */
export const TRANSFER_HORIZONS = [12, 24] as const;
export const TRANSFER_MODES = ['constant', 'runOff'] as const satisfies readonly TransferMode[];

/** Id of a line: the constant balance sheet is the one without a word, as in NII. */
export function transferId(
  mode: TransferMode,
  line: TransferLine | 'residual',
  months: number,
): string {
  return `ftp.${mode === 'constant' ? '' : `${mode}.`}${line}.${months}m`;
}

const IDS = TRANSFER_MODES.flatMap((mode) =>
  TRANSFER_HORIZONS.flatMap((months) =>
    [...TRANSFER_LINES, 'residual' as const].map((line) => transferId(mode, line, months)),
  ),
);

/**
 * ftp.* of every scenario, mode and horizon (rules FTP-8 to FTP-13).
 * @param known net interest income of every scenario, against which the lines are held
 */
export function transferMeasures(
  input: MeasureInput,
  known: readonly MeasureResult[],
): MeasureResult[] {
  const pricing = input.blocks.transferPricing;
  if (pricing === undefined) return refusedWithout('/transferPricing', IDS);
  const missing = missingOptionCost(input, pricing);
  if (missing !== null) return IDS.map((id) => ({ id, scenario: '', issue: missing }));
  const terms = transferTerms(input.program, input.base);
  const found = input.scenarios.flatMap((view) => {
    const table = transferIncome(input.program, view, terms);
    return TRANSFER_MODES.flatMap((mode) =>
      TRANSFER_HORIZONS.flatMap((months) => {
        const lines = transferLines(input, { view, terms, table, mode }, pricing, months);
        const measures = TRANSFER_LINES.map((line): MeasureValue => {
          const id = transferId(mode, line, months);
          return { id, scenario: view.id, unit: 'USD million', ...lines[line] };
        });
        return [...measures, residual(measures, known, { mode, months, scenario: view.id })];
      }),
    );
  });
  return IDS.flatMap((id) => found.filter((each) => each.id === id));
}

/** Net interest income less the sum of the lines: nothing but rounding (rule FTP-13). */
function residual(
  lines: readonly MeasureValue[],
  known: readonly MeasureResult[],
  at: { readonly mode: TransferMode; readonly months: number; readonly scenario: string },
): MeasureResult {
  const { mode, months, scenario } = at;
  const id = transferId(mode, 'residual', months);
  const incomeId = mode === 'constant' ? `nii.${months}m` : `nii.${mode}.${months}m`;
  const income = known.find((each) => each.id === incomeId && each.scenario === scenario);
  if (income === undefined || isRefused(income)) {
    const reason = issue('measure.no-input', `/measures/${id}`, incomeId, 'none');
    return { id, scenario, issue: reason };
  }
  const sum = lines.reduce((total, { value }) => total + value, 0);
  return { id, scenario, unit: 'USD million', value: income.value - sum };
}

/** A product with a behaviour model holds an option: its cost is stated, be it 0 (FTP-10). */
function missingOptionCost({ program }: MeasureInput, pricing: TransferPricing): Issue | null {
  const { book, depositOf, prepaymentOf, redemptionOf, drawdownOf } = program;
  for (let row = 0; row < book.id.length; row += 1) {
    const product = textAt(book.product, row);
    const model = depositOf[row] ?? prepaymentOf[row] ?? redemptionOf[row] ?? drawdownOf[row];
    if (model === null || model === undefined) continue;
    if (optionCostOf(pricing, product) !== undefined) continue;
    const expected = `the option cost of product "${product}"`;
    return issue('measure.no-input', '/transferPricing/optionCosts', expected, 'nothing');
  }
  return null;
}
