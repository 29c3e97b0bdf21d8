import { type Issue, issue } from '@almfes/engine';
import { type CaseFiles, parseCaseStudy } from '@almfes/intake';
import { type ChallengeEffect, challengeEffect, headlines } from './challenge-effect.js';
import { type Check, checkOf } from './check.js';
import type { CheckedLibrary } from './checked-library.js';
import type { Challenge } from './contribution.js';

/** The effect of a challenge on the cases it names, or on all of the library (CONTRIB-14). */
export function effectOfChallenge(
  { cases, change }: Challenge,
  library: readonly CaseFiles[],
): readonly ChallengeEffect[] {
  const named = library.filter(({ slug }) => cases.length === 0 || cases.includes(slug));
  const studied = named.flatMap((files) => {
    const built = parseCaseStudy(files);
    return built.ok ? [{ slug: files.slug, study: built.value.study }] : [];
  });
  const effects = challengeEffect(change, studied);
  return cases.length > 0 ? effects : effects.filter(({ issues }) => issues.length === 0);
}

/** The checks of a challenge: its cases exist and its Change fits them (CONTRIB-10). */
export function challengeChecks(challenge: Challenge, library: CheckedLibrary): Check[] {
  const known = library.cases.map(({ slug }) => slug);
  const unknown = challenge.cases.flatMap((slug, index) =>
    known.includes(slug)
      ? []
      : [issue('unknown-case', `/cases/${index}`, `one of ${known.join(', ')}`, slug)],
  );
  const effects = effectOfChallenge(challenge, library.cases);
  const unfit: Issue[] = effects.flatMap(({ slug, issues }) =>
    issues.map((each) => ({
      ...each,
      path: `/change${each.path}`,
      expected: `${each.expected}, in ${slug}`,
    })),
  );
  if (effects.length === 0 && unknown.length === 0) {
    unfit.push(issue('no-case', '/change', 'a Change that fits a case of the library', 'none'));
  }
  const isStill = effects.every(({ measures, lost }) => measures.length + lost.length === 0);
  if (isStill && unfit.length + unknown.length === 0) {
    unfit.push(issue('no-effect', '/change', 'a Change that moves a measure', 'none moves'));
  }
  const notes = effects.flatMap(({ slug, measures }) =>
    headlines(measures)
      .slice(0, 1)
      .map(
        ({ id, scenario, before, after }) =>
          `${slug}: ${id} at '${scenario}' goes from ${before.toFixed(1)} to ${after.toFixed(1)}`,
      ),
  );
  const title = 'the Change fits the cases and moves them';
  return [checkOf('reproduction', title, [...unknown, ...unfit], notes)];
}
