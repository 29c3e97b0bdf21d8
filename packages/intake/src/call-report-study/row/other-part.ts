import type { Position } from '@almfes/engine';
import type { FieldName } from '../../call-report/index.js';
import { type BuiltPart, type PartTerms, reconciliationLine } from '../built-part.js';
import { restingRow } from './position-row.js';

interface OtherItem {
  readonly id: string;
  readonly side: Position['side'];
  readonly title: string;
  readonly fields: readonly FieldName[];
}

const ITEMS: readonly OtherItem[] = [
  {
    ...{ id: 'equity-securities', side: 'asset', title: 'Equity securities not for trading' },
    fields: ['equitySecurities'],
  },
  {
    ...{ id: 'trading-assets', side: 'asset', title: 'Trading assets' },
    fields: ['tradingAssets'],
  },
  {
    ...{ id: 'other-assets', side: 'asset', title: 'Premises, intangible and other assets' },
    fields: [
      'premises',
      'otherRealEstateOwned',
      'unconsolidatedSubsidiaries',
      'realEstateVentures',
      'intangibleAssets',
      'otherAssets',
    ],
  },
  {
    ...{ id: 'trading-liabilities', side: 'liability', title: 'Trading liabilities' },
    fields: ['tradingLiabilities'],
  },
  {
    ...{ id: 'other-liabilities', side: 'liability', title: 'Other liabilities' },
    fields: ['otherLiabilities'],
  },
];

/** What bears no rate here: it stands at its carrying amount in every scenario (rule CALL-30). */
export function otherPart({ reader }: PartTerms): BuiltPart {
  const rows = ITEMS.map(({ id, side, fields }) =>
    restingRow(id, side, 'other', reader.sum(fields)),
  );
  const lines = ITEMS.map(({ id, title, fields }, at) =>
    reconciliationLine(reader, {
      ...{ item: id, title, added: fields },
      builtUsdMillion: rows[at]?.carryingUsdMillion ?? 0,
    }),
  );
  return { rows, lines, borne: {} };
}
