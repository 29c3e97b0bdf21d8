import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { answerIsWelcome, putAnswer } from './answer-output.js';
import { recordingEffects } from './example-effects.test-fixture.js';

const answer: Answer = {
  title: 'A made-up answer',
  findings: ['One finding.'],
  tables: [],
  pictures: [],
  sources: [],
};
const found = { answer, result: { b: 0.1, a: 1 } };

describe('putAnswer', () => {
  it('REPORT-16: prints text, and the result itself as JSON', async () => {
    const asText = await recordingEffects();
    expect(await putAnswer(found, {}, asText.effects)).toBe(true);
    expect(asText.out()).toContain('- One finding.');
    const asJson = await recordingEffects();
    expect(await putAnswer(found, { json: true }, asJson.effects)).toBe(true);
    expect(asJson.out()).toBe('{\n  "a": 1,\n  "b": 0.1\n}\n');
  });

  it('REPORT-16: writes the page and says where', async () => {
    const { effects, err } = await recordingEffects();
    expect(await answerIsWelcome({ html: 'out/a.html' }, effects, [])).toBe(true);
    expect(await putAnswer(found, { html: 'out/a.html' }, effects)).toBe(true);
    expect(err()).toBe('Report written to out/a.html\n');
    const page = await readFile(join(effects.workingFolder, 'out', 'a.html'), 'utf8');
    expect(page).toContain('<li>One finding.</li>');
  });

  it('REPORT-16: the page is written over no file that was read, however it is named', async () => {
    const { effects, err } = await recordingEffects();
    const read = ['svb-2022', undefined, 'my/bank.json'];
    for (const html of ['my/bank.json', './my/../my/bank.json']) {
      expect(await answerIsWelcome({ html }, effects, read), html).toBe(false);
    }
    expect(err()).toContain('a file that is not read or written by the same command');
  });

  it('REPORT-16: a place that cannot be written to is said first', async () => {
    const { effects, out, err } = await recordingEffects();
    await writeFile(join(effects.workingFolder, 'file'), 'not a folder');
    expect(await answerIsWelcome({ html: 'file/a.html' }, effects, [])).toBe(false);
    expect(err()).toBe('almfes: cannot write to file: a file where a folder should be\n');
    expect(out()).toBe('');
  });
});
