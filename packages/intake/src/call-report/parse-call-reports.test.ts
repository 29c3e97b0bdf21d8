import { describe, expect, it } from 'vitest';
import {
  FILERS,
  fileName,
  filesOf,
  porText,
  RC_CODES,
  RC_ROWS,
  reportsOf,
  scheduleText,
} from './bulk-zip.test-fixture.js';
import { callReportOf } from './call-report-of.js';
import type { CallReport, CallReports } from './call-reports.js';
import { FIELD_NAMES, FIELDS } from './field/fields.js';

function reportOf(reports: CallReports, idrssd: number): CallReport {
  const report = callReportOf(reports, idrssd);
  if (!report.ok) throw new Error(report.issues.map(({ message }) => message).join('; '));
  return report.value;
}

describe('parseCallReports: units and codes', () => {
  it('CALL-1: thousands become millions, per cent decimals; blank and CONF are nothing', () => {
    const codes = ['RCOA8274', 'RCOA7204', 'RCOALE74', 'RCOAP844'];
    const reports = reportsOf(
      filesOf({
        [fileName('RCRI')]: scheduleText(codes, [
          ['20', '27000', '8.5989%', '1', '-36'],
          ['30', 'CONF', '', '0', ' 0 '],
        ]),
      }),
    );
    const bank = reportOf(reports, 20);
    expect(bank.amount('depositsDomestic')).toBe(250.001); // 250,001 thousand
    expect(bank.amount('tier1')).toBe(27); // 27,000 thousand
    expect(bank.amount('tier1LeverageRatio')).toBe(0.085989); // 8.5989%
    expect(bank.amount('communityBankLeverage')).toBe(1);
    expect(bank.amount('filterAfs')).toBe(-0.036); // -36 thousand
    const small = reportOf(reports, 30);
    expect(small.amount('tier1')).toBeUndefined(); // CONF
    expect(small.amount('tier1LeverageRatio')).toBeUndefined(); // blank
    expect(small.amount('communityBankLeverage')).toBe(0);
    expect(small.amount('filterAfs')).toBe(0);
    expect(reports.quarterEnd).toBe('2021-12-31');
  });

  it('CALL-1: a number of accounts is no amount', () => {
    const codes = ['RCONF051', 'RCONF052'];
    const part = fileName('RCO', '12312021', '(1 of 2)');
    const text = scheduleText(codes, [['20', '60000', '120']]);
    const bank = reportOf(reportsOf(filesOf({ [part]: text })), 20);
    expect(bank.amount('accountsOverInsuredSize')).toBe(60); // 60,000 thousand
    expect(bank.amount('accountsOverInsuredSizeCount')).toBe(120);
  });

  it('CALL-2: banks stand in order of IDRSSD; RC-E is read once, from RCE before RCEI', () => {
    const files = filesOf({
      [fileName('POR')]: porText(FILERS.toReversed()),
      [fileName('RCEI')]: scheduleText(['RCON6810'], [['20', '7000']]),
    });
    const reports = reportsOf(files);
    expect(reports.institutions.map(({ idrssd }) => idrssd)).toEqual([10, 20, 30]);
    expect(reports.institutions[2]).toEqual({
      idrssd: 30,
      name: 'FARMERS STATE BANK',
      city: 'AMES',
      state: 'IA',
      form: '051',
    });
    expect(reportOf(reports, 20).amount('depositsMoneyMarket')).toBe(7);
    const both = { ...files, [fileName('RCE')]: scheduleText(['RCON6810'], [['20', '8000']]) };
    expect(reportOf(reportsOf(both), 20).amount('depositsMoneyMarket')).toBe(8);
  });

  it('CALL-41: the day on which the report in the zip was submitted, where POR has a date', () => {
    const [heads = '', ...rows] = porText(FILERS).split('\r\n');
    const days = ['2022-06-10T09:05:13', 'soon', ''];
    const lines = rows.filter((row) => row !== '').map((row, at) => `${row}\t${days[at]}`);
    const por = [`${heads}\tLast Date/Time Submission Updated On`, ...lines, ''].join('\r\n');
    const { institutions } = reportsOf(filesOf({ [fileName('POR')]: por }));
    const told = institutions.map(({ submittedOn }) => submittedOn);
    expect(told).toEqual(['2022-06-10', undefined, undefined]);
  });

  it('CALL-4: a schedule or part that is not there is told, and its fields are no zeros', () => {
    const reports = reportsOf(
      filesOf({
        [fileName('RCO', '12312021', '(2 of 2)')]: scheduleText(['RCONL189'], [['20', '1']]),
      }),
    );
    expect(reports.missingSchedules).toContain('RC-O (1 of 2)');
    expect(reports.missingSchedules).not.toContain('RC-O (2 of 2)');
    expect(reports.missingSchedules).toContain('RC-B');
    expect(reports.missingSchedules).not.toContain('RC');
    expect(reportOf(reports, 20).amount('uninsuredDeposits')).toBeUndefined();
    expect(reportOf(reports, 20).amount('pledgedSecurities')).toBeUndefined();
  });

  it('CALL-4: the parts of a schedule are joined by IDRSSD', () => {
    const reports = reportsOf(
      filesOf({
        [fileName('RCB', '12312021', '(1 of 2)')]: scheduleText(['RCON0211'], [['30', '1000']]),
        [fileName('RCB', '12312021', '(2 of 2)')]: scheduleText(['RCONHT50'], [['30', '2000']]),
      }),
    );
    expect(reportOf(reports, 30).amount('treasuryHtmCost')).toBe(1);
    expect(reportOf(reports, 30).amount('agencyHtmCost')).toBe(2);
  });

  it('CALL-5: RCFD before RCON; the code that was read is known', () => {
    const rows = [
      ['10', '5000000', '4900000', '4000000'],
      ['20', '', '300000', '250001'],
      ['30', 'CONF', '90000', ''],
    ];
    const reports = reportsOf(filesOf({ [fileName('RC')]: scheduleText(RC_CODES, rows) }));
    const read = [10, 20, 30].map((idrssd) => {
      const report = reportOf(reports, idrssd);
      return [report.amount('totalAssets'), report.codeOf('totalAssets')];
    });
    expect(read).toEqual([
      [5000, 'RCFD2170'],
      [300, 'RCON2170'],
      [90, 'RCON2170'],
    ]);
    expect(reportOf(reports, 30).codeOf('depositsDomestic')).toBeUndefined();
  });

  it('CALL-5: the order of the columns in the file does not matter', () => {
    const turned = RC_ROWS.map(([key = '', ...cells]) => [key, ...cells.toReversed()]);
    const files = { [fileName('RC')]: scheduleText(RC_CODES.toReversed(), turned) };
    const plain = reportsOf(filesOf());
    const other = reportsOf(filesOf(files));
    expect(other.columns.totalAssets).toEqual(plain.columns.totalAssets);
    expect(other.codePlaces.totalAssets).toEqual(plain.codePlaces.totalAssets);
  });

  it('CALL-5: CET1 of an advanced-approaches bank stands under RCFW', () => {
    const codes = ['RCFAP859', 'RCOAP859', 'RCFWP859', 'RCFAP852'];
    const reports = reportsOf(
      filesOf({
        [fileName('RCRI')]: scheduleText(codes, [
          ['10', '', '', '18845', '18000'],
          ['20', '', '16359', '', ''],
        ]),
      }),
    );
    expect(reportOf(reports, 10).amount('cet1')).toBe(18.845);
    expect(reportOf(reports, 10).codeOf('cet1')).toBe('RCFWP859');
    expect(reportOf(reports, 20).codeOf('cet1')).toBe('RCOAP859');
  });

  it('CALL-7: the row of descriptions is no bank, and free text may break over lines', () => {
    const codes = ['RCON2160', 'TEXT3549', 'RCONB556'];
    const text = scheduleText(codes, [
      ['20', '871', 'Deferred\r\nSoftware\r\n\r\n(1) of 3', '559'],
      ['30', '459', '', '218'],
    ]);
    const reports = reportsOf(filesOf({ [fileName('RCF')]: text }));
    expect(reportOf(reports, 20).amount('accruedInterestReceivable')).toBe(0.559);
    expect(reportOf(reports, 30).amount('accruedInterestReceivable')).toBe(0.218);
    expect(reports.refused).toEqual([]);
  });

  it('CALL-7: line ends of one byte, a byte order mark and no last line end are read', () => {
    const text = `\uFEFF${scheduleText(RC_CODES, RC_ROWS)}`.replaceAll('\r\n', '\n').trimEnd();
    const whole = reportsOf(filesOf({ [fileName('RC')]: `${text}\t` }));
    expect([...whole.columns.totalAssets]).toEqual([5000, 300, 90]);
  });
});

describe('FIELDS', () => {
  it('CALL-10: every field has codes, and no code fills two fields of a schedule', () => {
    const filled = FIELD_NAMES.flatMap((name) => {
      const { schedule, codes } = FIELDS[name];
      return codes.map((code) => `${schedule} ${code}`);
    });
    expect(filled.filter((place, index) => filled.indexOf(place) !== index)).toEqual([]);
    expect(FIELD_NAMES.filter((name) => FIELDS[name].codes.length === 0)).toEqual([]);
    const shape = /^(RCFD|RCON|RCFN|RCFA|RCOA|RCFW|RIAD)[A-Z0-9]{4}$/;
    const odd = FIELD_NAMES.flatMap((name) => FIELDS[name].codes).filter(
      (code) => !shape.test(code),
    );
    expect(odd).toEqual([]);
  });
});
