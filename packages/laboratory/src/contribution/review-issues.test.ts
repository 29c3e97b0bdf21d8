import { describe, expect, it } from 'vitest';
import { correction, lines, valueOrThrow } from './example.test-fixture.js';
import { parseContribution } from './parse-contribution.js';
import type { ContributionState } from './queue.js';
import { reviewIssues } from './review-issues.js';

const contribution = valueOrThrow(parseContribution(correction()));

describe('who may move a contribution', () => {
  it.each<[ContributionState, string, string[], boolean]>([
    ['checked', 'Example Contributor', ['laboratory'], true],
    ['in-review', 'Example Contributor', ['laboratory'], false],
    ['in-review', 'example  contributor', ['laboratory'], false],
    ['in-review', 'Éxample-Contributor', ['laboratory'], false],
    ['in-review', 'ＥＸＡＭＰＬＥ\u00a0CONTRIBUTOR', ['laboratory'], false],
    ['in-review', 'Contributor, Example', ['laboratory'], false],
    ['in-review', 'ExampleContributor', ['laboratory'], false],
    // a Cyrillic o, and a space of no width
    ['accepted', 'Example C\u043entributor', ['laboratory'], false],
    ['accepted', 'Exam\u200bple Contributor', ['laboratory'], false],
    ['accepted', 'Example Contributor Junior', ['laboratory'], true],
    ['accepted', 'Example  AUTHOR', ['Example Author'], false],
    ['in-review', 'Example Reviewer', ['laboratory'], true],
    ['accepted', 'Example Contributor', ['laboratory'], false],
    // to decline one's own is to withdraw it
    ['declined', 'Example Contributor', ['laboratory'], true],
    // a named author does not decide on what corrects the case, nor turn it away
    ['accepted', 'Example Author', ['Example Author', 'laboratory'], false],
    ['declined', 'Example Author', ['Example Author'], false],
    ['accepted', 'Example Reviewer', ['Example Author'], true],
    // the laboratory as a whole has no other
    ['accepted', 'ALMFES laboratory', ['laboratory'], true],
  ])('CONTRIB-8: to %s by %s, where %j wrote the case: %s', (to, by, caseAuthors, allowed) => {
    const found = lines(reviewIssues({ to, by }, { contribution, caseAuthors }));
    expect(found).toEqual(allowed ? [] : ['reviewer --by']);
  });
});
