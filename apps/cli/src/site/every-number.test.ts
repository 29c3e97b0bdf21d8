import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ok } from '@almfes/engine';
import { textReport } from '@almfes/report';
import { describe, expect, it } from 'vitest';
import { runCaseHere } from '../effect/run-case.js';
import { recordingEffects } from '../example-effects.test-fixture.js';
import { caseOrigins } from './case-origins.js';
import { casePages } from './case-pages.js';
import { computedPassport } from './computed-passport.js';
import { dataPage, readDataPassports } from './data-passports.js';
import { readCase } from './read-cases.js';
import type { SiteCase } from './site-case.js';
import {
  passportLinks,
  passportsOn,
  unlinkedNumbers,
  untold,
} from './unlinked-numbers.test-fixture.js';

const LIBRARY = fileURLToPath(new URL('../../../../library', import.meta.url));

/** A case of the library run as the site runs it, and its pages. */
async function pagesOf(slug: string) {
  const { effects } = await recordingEffects({ libraryFolder: LIBRARY, runCase: runCaseHere });
  const each = await readCase({ slug, path: join(LIBRARY, 'case', slug) }, effects);
  if (!each.ok) throw new Error(JSON.stringify(each.issues));
  const pageOf = () => ok({ title: 'another page', address: 'page:library' });
  const pages = await casePages(each.value, {
    pageOf,
    ruleAddress: (rule) => `method#${rule}`,
    contributions: [],
  });
  if (!pages.ok) throw new Error(JSON.stringify(pages.issues));
  return { pages: pages.value, each: each.value };
}

/** Places of the figures of the sister cases, whose published figures stand on a case too. */
async function figuresOfSvb(): Promise<string[]> {
  const sisters = ['svb-2020', 'svb-2021'].map(async (slug) => {
    const text = await readFile(join(LIBRARY, 'case', slug, 'figures.json'), 'utf8');
    return Object.keys(JSON.parse(text).figures).map(
      (id) => `library/${slug}/figures#figure-${id}`,
    );
  });
  return (await Promise.all(sisters)).flat();
}

/** Places of the passports of the data sets. */
async function dataSets(): Promise<string[]> {
  const { effects } = await recordingEffects({ libraryFolder: LIBRARY });
  return dataPage(await readDataPassports(effects)).flatMap(passportsOn);
}

/** Computed numbers that the command of their passport does not print (JSON holds all). */
function notPrinted(each: SiteCase): string[] {
  const { slug, result } = each;
  if (result === undefined) return [];
  const reports = new Map<string, string>();
  return [...caseOrigins(each).computed].flatMap(([origin, numbers]) => {
    const beside = { slug, studyHash: '', numbers, ruleAddress: () => undefined };
    const [, command = ''] = computedPassport(origin, beside).locator.split('again: ');
    const [, step] = /--step (\d)/.exec(command) ?? [];
    const steps = step === undefined ? {} : { steps: [Number(step)] };
    const printed = reports.get(command) ?? textReport(result, { width: 100, ...steps });
    reports.set(command, printed);
    const lost = command.endsWith('--json') ? [] : numbers;
    return lost
      .filter(({ text }) => !printed.includes(text))
      .map(({ text }) => `${command} ${text}`);
  });
}

describe('numbers of case pages', () => {
  /** One of each kind; ALMFES_CASES names others, with commas between. */
  const kinds = 'svb-2022,svb-2020,schwab-2021,norinchukin-2024,barclays-structural-hedge';
  const cases = (process.env.ALMFES_CASES ?? kinds).split(',');
  it.each(cases)('SITE-13: every number of %s is a link to its passport', async (slug) => {
    const { pages, each } = await pagesOf(slug);
    expect(pages.flatMap(unlinkedNumbers)).toEqual([]);
    const elsewhere = [...(await figuresOfSvb()), ...(await dataSets())];
    const passports = new Set([...pages.flatMap(passportsOn), ...elsewhere]);
    const lost = pages.flatMap(passportLinks).filter((link) => !passports.has(link));
    expect([...new Set(lost)]).toEqual([]);
    expect(untold(pages)).toEqual([]);
    expect(notPrinted(each)).toEqual([]);
  });
});
