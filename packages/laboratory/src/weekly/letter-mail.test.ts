import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { editionOf } from './edition.js';
import { letterHtml } from './letter-html.js';
import { letterMail } from './letter-mail.js';
import { letterText } from './letter-text.js';
import { exampleEntries, exampleIssue } from './weekly.test-fixture.js';

/** Python's own reader of messages: another program than the one that wrote them. */
const READER = `
import email, email.policy, json, sys
mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
parts = list(mail.walk())
print(json.dumps({
  'defects': [str(d) for p in parts for d in p.defects]
    + [str(d) for _, v in mail.items() for d in v.defects],
  'types': [p.get_content_type() for p in parts],
  'subject': mail['subject'], 'from': mail['from'], 'date': mail['date'].datetime.isoformat(),
  'text': mail.get_body(('plain',)).get_content(), 'html': mail.get_body(('html',)).get_content(),
}))
`;
const python = spawnSync('python3', ['-c', 'import email.policy']).status === 0;

function readByPython(message: string) {
  const run = spawnSync('python3', ['-c', READER], { input: message, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout, (_key, value) =>
    typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value,
  );
}

// Python is on no list of what this project needs: where it is missing, the test is left out.
describe.skipIf(!python)('the message as the e-mail package of Python reads it', () => {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const title = 'Zinsänderungsrisiko: was Maschinen über Einlagen lernen — und was nicht (β, γ)';
  const made = editionOf(exampleIssue(), exampleEntries(), sha256);
  if (!made.ok) throw new Error('no edition');
  const edition = { ...made.value, front: { ...made.value.front, title } };

  it.each([
    ['alm@bank.example', 'AI in ALM <alm@bank.example>'],
    [undefined, 'AI in ALM:;'],
  ])(
    'WEEK-15: from %j: no defect, both parts, text first, and a title beyond ASCII',
    (from, sender) => {
      const mail = letterMail(edition, from);
      if (!mail.ok) throw new Error('no mail');
      const read = readByPython(mail.value);
      expect(read.defects).toEqual([]);
      expect(read.types).toEqual(['multipart/alternative', 'text/plain', 'text/html']);
      expect(read.subject).toBe(`AI in ALM 2026-W48: ${title}`);
      expect(read.from).toBe(sender);
      expect(read.date).toBe('2026-11-28T00:00:00+00:00');
      expect(read.text.trimEnd()).toBe(letterText(edition).trimEnd());
      expect(read.html.trimEnd()).toBe(letterHtml(edition).trimEnd());
    },
  );
});
