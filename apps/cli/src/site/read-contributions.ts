import { join } from 'node:path';
import { fail, type Issue, issue, ok, type Result, read } from '@almfes/engine';
import type { CaseFiles } from '@almfes/intake';
import {
  type Challenge,
  effectOfChallenge,
  folderHash,
  perspectiveProse,
} from '@almfes/laboratory';
import type { CaseFolder } from '../case-folder.js';
import { readCaseFiles } from '../case-run.js';
import {
  contributionOf,
  contributionPath,
  findContribution,
  readHistory,
} from '../contribution-folder.js';
import type { Effects } from '../effect/effects.js';
import { sha256 } from '../effect/sha256.js';
import type { SiteContribution } from './site-contribution.js';

/** Every contribution received; accepted challenges are put to the given cases that run. */
export async function readContributions(
  cases: readonly CaseFolder[],
  effects: Effects,
): Promise<Result<readonly SiteContribution[]>> {
  const contributions: SiteContribution[] = [];
  const issues: Issue[] = [];
  for (const slug of await effects.files.folderNames(contributionPath(effects, ''))) {
    const found = await readOne(slug, cases, effects);
    if (found.ok) contributions.push(found.value);
    else issues.push(...found.issues.map((each) => ({ ...each, path: `${slug}/${each.path}` })));
  }
  const received = contributions.filter(({ history }) => history.length > 0);
  return read.resultOf(received, issues);
}

/** Words are published only as they were accepted: files that changed since are an issue. */
async function readOne(
  slug: string,
  cases: readonly CaseFolder[],
  effects: Effects,
): Promise<Result<SiteContribution>> {
  const folder = await findContribution(slug, effects);
  if (!folder.ok) return folder;
  const history = await readHistory(folder.value, effects);
  if (!history.ok) return history;
  const contribution = contributionOf(folder.value, effects);
  const whole = { slug, contribution, history: history.value, effects: [] };
  const last = history.value.at(-1);
  if (last?.state !== 'accepted') return ok(whole);
  const { files } = folder.value;
  const content = folderHash(files, sha256);
  if (content !== last.content) {
    return fail(issue('content-changed', 'history.json', last.content, content));
  }
  if (contribution?.kind === 'challenge') {
    const moved = await effectsOf(contribution, cases, effects);
    return moved.ok ? ok({ ...whole, effects: moved.value }) : moved;
  }
  if (contribution?.kind !== 'perspective') return ok(whole);
  const text = files.find(({ name }) => name === 'text.md') ?? { name: 'text.md', text: '' };
  const prose = perspectiveProse(text);
  return prose.ok ? ok({ ...whole, prose: prose.value }) : prose;
}

async function effectsOf(
  challenge: Challenge,
  cases: readonly CaseFolder[],
  effects: Effects,
): Promise<Result<SiteContribution['effects']>> {
  const studied: CaseFiles[] = [];
  for (const folder of cases) {
    const isNamed = challenge.cases.length === 0 || challenge.cases.includes(folder.slug);
    const hasStudy = await effects.files.isFile(join(folder.path, 'study.json'));
    if (!isNamed || !hasStudy) continue;
    const files = await readCaseFiles(folder, effects);
    if (!files.ok) return files;
    studied.push(files.value);
  }
  return ok(effectOfChallenge(challenge, studied));
}
