import { describe, expect, it } from 'vitest';
import {
  challenge,
  correction,
  type Loose,
  lines,
  perspective,
  proposedCase,
  valueOrThrow,
} from './example.test-fixture.js';
import { parseContribution } from './parse-contribution.js';

describe('contribution.json', () => {
  it.each([
    ['correction', correction()],
    ['challenge', challenge()],
    ['perspective', perspective()],
    ['case', proposedCase()],
  ])('CONTRIB-1: a %s is read with all its terms', (kind, json) => {
    const { schema, ...terms } = json;
    expect(valueOrThrow(parseContribution(json))).toEqual({ ...terms, kind });
  });

  it.each<[string, Loose, (json: Loose) => void, string]>([
    ['another kind', correction(), (each) => (each.kind = 'wish'), 'enum /kind'],
    ['a term of another kind', perspective(), (each) => (each.figure = 'x'), 'unknown-key /figure'],
    ['no reason', correction(), (each) => delete each.reason, 'missing /reason'],
    ['an empty claim', challenge(), (each) => (each.claim = ''), 'length /claim'],
    ['no word on interest', correction(), (each) => (each.interest = ''), 'length /interest'],
    ['no source', correction(), (each) => (each.sources = []), 'length /sources'],
    ['another licence', correction(), (each) => (each.licence = 'none'), 'enum /licence'],
    ['a path for a case', correction(), (each) => (each.case = '../svb'), 'slug /case'],
    ['no such day', correction(), (each) => (each.received = '2026-02-30'), 'date.none /received'],
    ['half a passport', correction(), (each) => delete each.passport.url, 'missing /passport/url'],
    [
      'a Change of no kind',
      challenge(),
      (each) => (each.change.kind = 'code'),
      'unknown-kind /change/kind',
    ],
    [
      'an ORCID that is mistyped',
      correction(),
      (each) => (each.contributor.orcid = 'https://orcid.org/0000-0002-1825-0098'),
      'orcid /contributor/orcid',
    ],
  ])('CONTRIB-2: %s is refused', (_, json, edit, line) => {
    edit(json);
    expect(lines(parseContribution(json))).toEqual([line]);
  });

  // the sample ids of ORCID's own page on the identifier's structure
  it.each(['0000-0002-1825-0097', '0000-0001-5109-3700', '0000-0002-1694-233X'])(
    'CONTRIB-2: ORCID %s has its check digit',
    (id) => {
      const json = correction();
      json.contributor.orcid = `https://orcid.org/${id}`;
      expect(lines(parseContribution(json))).toEqual([]);
    },
  );

  it.each([
    'http://www.sec.gov/a',
    'https://localhost/a',
    'https://10.0.0.1/a',
    'https://files.bank.internal/a',
    'https://intranet/a',
    'file:///a.pdf',
    'https://user:word@www.sec.gov/a',
    'javascript:alert(1)',
  ])('CONTRIB-5: %s is no source that anyone can open', (address) => {
    const json = correction();
    json.sources = [address];
    expect(lines(parseContribution(json))).toEqual(['address /sources/0']);
  });
});
