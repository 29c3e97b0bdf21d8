import {
  type CheckedLibrary,
  type CheckReport,
  checkContribution,
  checkOf,
  proposedFiles,
} from '@almfes/laboratory';
import type { ContributionFolder } from './contribution-folder.js';
import type { Effects } from './effect/effects.js';

/**
 * Every check of a contribution: a proposed case that passes the others is run through its five
 * steps too (CONTRIB-10), as `almfes case check` runs one.
 */
export async function checkedContribution(
  folder: ContributionFolder,
  library: CheckedLibrary,
  effects: Pick<Effects, 'longWork' | 'checkSteps'>,
): Promise<CheckReport> {
  const report = effects.longWork('checks', () => checkContribution(folder, library));
  const { contribution, passed } = report;
  if (contribution?.kind !== 'case' || !passed) return report;
  const files = proposedFiles(contribution, folder.files, library);
  if (files === null) return report;
  const [issues = []] = await effects.checkSteps([files], () => undefined);
  const placed = issues.map((each) => ({ ...each, path: `case/${each.path}` }));
  const steps = checkOf('steps', 'its five steps and its discipline can be made', placed);
  return { ...report, checks: [...report.checks, steps], passed: placed.length === 0 };
}
