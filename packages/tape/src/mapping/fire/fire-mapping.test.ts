import { describe, expect, it } from 'vitest';
import { mappingText } from '../mapping-text.js';
import { parseMapping } from '../parse-mapping.js';
import { columnsOf } from '../tape-mapping.js';
import { FIRE_SCHEMAS, type FireSchemaName, fireMapping } from './fire-mapping.js';

/**
 * Attributes as the schemas v1-dev of github.com/SuadeLabs/fire name them (Apache-2.0), those that
 * a mapping may use: loan at c926c466, security at cd180907, account at 951991cb, derivative at
 * 8f2552c6.
 */
const ATTRIBUTES: Readonly<Record<FireSchemaName, string>> = {
  loan: `id date accounting_treatment asset_liability balance base_rate currency_code end_date
    interest_repayment_frequency next_payment_date next_repricing_date notional_amount
    on_balance_sheet product_name rate rate_type repayment_frequency repayment_type start_date
    status type`,
  security: `id date accounting_treatment asset_liability balance base_rate currency_code end_date
    interest_repayment_frequency issue_date maturity_date mtm_clean mtm_dirty next_payment_date
    next_repricing_date notional_amount on_balance_sheet product_name rate repayment_type
    start_date status type`,
  account: `id date accounting_treatment asset_liability balance base_rate currency_code end_date
    guarantee_amount guarantee_scheme interest_repayment_frequency next_payment_date
    next_repricing_date on_balance_sheet product_name rate rate_type start_date status type`,
  derivative: `id date accounting_treatment asset_liability balance base_rate currency_code end_date
    leg_type mtm_clean mtm_dirty next_payment_date next_reset_date notional_amount
    on_balance_sheet position product_name rate start_date status type underlying_index`,
};

const SCHEMAS = Object.keys(FIRE_SCHEMAS) as FireSchemaName[];

function attributes(schema: FireSchemaName): readonly string[] {
  return ATTRIBUTES[schema].split(/\s+/);
}

describe('FIRE', () => {
  it.each(SCHEMAS)('TAPE-26: of %s only attributes of its schema are read', (schema) => {
    const mapping = fireMapping(schema, attributes(schema));
    if (!mapping.ok) throw new Error(JSON.stringify(mapping.issues));
    const unknown = columnsOf(mapping.value).filter((name) => !attributes(schema).includes(name));
    expect(unknown).toEqual([]);
    const read = FIRE_SCHEMAS[schema].rows.flatMap(({ terms }) => Object.keys(terms));
    const kept = mapping.value.rows.flatMap(({ terms }) => Object.keys(terms));
    expect(kept).toHaveLength(read.length);
  });

  it.each(SCHEMAS)('TAPE-26: the mapping of %s is saved and read like every other', (schema) => {
    const mapping = fireMapping(schema, attributes(schema));
    if (!mapping.ok) throw new Error(JSON.stringify(mapping.issues));
    const text = mappingText(mapping.value, 'yaml');
    expect(parseMapping({ text, name: 'fire.yaml' })).toEqual(mapping);
  });

  it('TAPE-26: money is in cents and rates are in per cent, as the texts say', () => {
    const mapping = fireMapping('loan', attributes('loan'));
    const terms = mapping.ok ? mapping.value.rows[0]?.terms : undefined;
    expect(terms?.notionalPrincipal).toEqual({ column: 'balance', unit: 'USD cent' });
    expect(terms?.nominalInterestRate).toEqual({ column: 'rate', unit: 'per cent' });
    expect(terms?.maturityDate).toEqual({ column: 'end_date', pattern: 'YYYY-MM-DDTHH:mm:ssZ' });
  });

  it('TAPE-26: what a file leaves out is left out of the mapping; a required term is not', () => {
    const few = attributes('loan').filter(
      (name) => !['asset_liability', 'start_date', 'status'].includes(name),
    );
    const mapping = fireMapping('loan', few);
    expect(mapping.ok && mapping.value.rows.map(({ kind }) => kind)).toEqual(['loans']);
    expect(mapping.ok && mapping.value.leaveOut).toHaveLength(1);
    const without = fireMapping(
      'loan',
      few.filter((name) => name !== 'end_date'),
    );
    expect(without.ok ? [] : without.issues.map(({ path }) => path)).toEqual([
      '/rows/0/terms/maturityDate',
    ]);
  });
});
