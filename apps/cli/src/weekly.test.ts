import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mondayOf } from '@almfes/laboratory';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeFiles } from './effect/node-files.js';
import { recordingEffects } from './example-effects.test-fixture.js';
import { runProgram } from './program.js';
import { issueAddress } from './site/weekly-pages.js';
import { readSeries, type WeeklySeries, weeklyFolder } from './weekly-library.js';

const LIBRARY = fileURLToPath(new URL('../../../library/', import.meta.url));

/** The library's series in a folder of its own, and the words after `almfes weekly`. */
async function weeklyRun(today = '2026-12-31') {
  const made = await recordingEffects();
  const recording = { ...made, effects: { ...made.effects, today: () => today } };
  const folder = join(recording.effects.libraryFolder, 'weekly');
  await cp(join(LIBRARY, 'weekly'), folder, { recursive: true });
  const run = (...words: string[]) => runProgram(['weekly', ...words], recording.effects);
  const change = async (file: string, from: string | RegExp, to: string): Promise<void> => {
    const path = join(folder, file);
    const text = await readFile(path, 'utf8');
    expect(text.replace(from, to)).not.toBe(text);
    await writeFile(path, text.replace(from, to));
  };
  return { ...recording, folder, run, change };
}

describe('the series in the library', () => {
  let series: WeeklySeries;

  beforeAll(async () => {
    const surroundings = { files: nodeFiles, libraryFolder: LIBRARY };
    const folder = await weeklyFolder(surroundings);
    if (!folder.ok) throw new Error(folder.issues[0]?.message);
    const found = await readSeries(folder.value, surroundings);
    if (!found.ok) throw new Error(found.issues.map(({ message }) => message).join('\n'));
    series = found.value;
  });

  it('WEEK-17: every entry and every issue holds: sixty entries and eight issues at least', () => {
    expect(series.entries.length).toBeGreaterThanOrEqual(60);
    expect(series.issues.length).toBeGreaterThanOrEqual(8);
  });

  it('WEEK-17: the issues are of consecutive weeks', () => {
    const mondays = series.issues.map(({ front }) => {
      const monday = mondayOf(front.week, '');
      if (!monday.ok) throw new Error(front.week);
      return monday.value;
    });
    const steps = mondays.slice(1).map((monday, index) => monday - (mondays[index] ?? 0));
    expect(steps).toEqual(steps.map(() => 7));
  });

  it('WEEK-1: no address of the tracker stands for another machine or an example', () => {
    const hosts = series.entries.map(({ source }) => new URL(source.url).hostname);
    expect(hosts.filter((host) => /(^|\.)example(\.|$)|localhost/.test(host))).toEqual([]);
  });

  it('WEEK-9: two thirds of the tracker are selected by an issue', () => {
    const drawn = new Set(series.issues.flatMap(({ entryIds }) => entryIds));
    expect(drawn.size).toBeGreaterThanOrEqual((2 / 3) * series.entries.length);
  });
});

describe('almfes weekly', () => {
  it('WEEK-16: new writes the week after the last; the check then refuses it by line', async () => {
    const { run, out, err, folder } = await weeklyRun();
    expect(await run('new')).toBe(0);
    const text = await readFile(join(folder, '2026-W49', 'issue.md'), 'utf8');
    expect(text).toContain('week: 2026-W49');
    expect(await run('check', '--json')).toBe(1);
    const { issues } = JSON.parse(out());
    const places = issues.map(({ path }: { path: string }) => path);
    expect(places).toContain('2026-W49/issue.md line 7, /date');
    expect(issues.filter(({ code }: { code: string }) => code === 'to-write')).toHaveLength(4);
    expect(err()).toContain('almfes weekly check 2026-W49');
  });

  it('WEEK-16: 2026 has a week 53 (ISO 8601), and 2027-W01 follows it', async () => {
    const { run, folder } = await weeklyRun();
    expect(await run('new', '--week', '2026-W53')).toBe(0);
    expect(await readFile(join(folder, '2026-W53', 'issue.md'), 'utf8')).toContain('2026-12-28');
    expect(await run('new')).toBe(0);
    expect(await nodeFiles.isFolder(join(folder, '2027-W01'))).toBe(true);
  });

  it('WEEK-16: nothing is written over, and a week that is none is refused', async () => {
    const { run, err } = await weeklyRun();
    expect(await run('new', '--week', '2026-W48')).toBe(2);
    expect(await run('new', '--week', '2026-W99')).toBe(2);
    expect(err()).toContain('an ISO 8601 week such as 2026-W48');
  });

  it('WEEK-17: check says 0 and the counts for a series that holds', async () => {
    const { run, out } = await weeklyRun();
    expect(await run('check', '--all')).toBe(0);
    expect(out()).toContain('Entries by ALM process');
    expect(out()).toContain('2026-W48');
  });

  it('WEEK-17: check says 1, with file and line, for what does not hold', async () => {
    const { run, err, change } = await weeklyRun();
    await change('tracker/2026.yaml', 'almProcess: data', 'almProcess: date');
    expect(await run('check')).toBe(1);
    expect(err()).toMatch(/tracker\/2026\.yaml line \d+, \/\d+\/almProcess/);
  });

  it('WEEK-10, WEEK-17: an issue of tomorrow is neither right nor published', async () => {
    const { run, err } = await weeklyRun('2026-11-27');
    expect(await run('check', '2026-W48')).toBe(1);
    expect(err()).toMatch(
      /tracker\/2011-2019\.yaml line \d+, .*: expected a day until today, 2026-11-27/,
    );
    expect(await run('publish', '--out', 'feeds')).toBe(1);
  });

  it('WEEK-17: a file of 50 MB is refused unread, with its name', async () => {
    const { run, err, folder } = await weeklyRun();
    await writeFile(join(folder, 'tracker', '2027.yaml'), Buffer.alloc(50_000_000, '#'));
    expect(await run('check')).toBe(2);
    expect(err()).toMatch(/FILE_TOO_LARGE at .*2027\.yaml: expected at most 5 MB/);
  });

  it.each([
    [['check', '2026-W01']],
    [['check', '../../case']],
    [['check', '2026-W54']],
    [['new', '--week', '2026-W54']],
    [['new', '--week', '../../2026-W49']],
    [['publish', '../2026-W48', '--out', 'out']],
    [['check', '2026-W48', '--all']],
    [['publish', '2026-W01', '--out', 'out']],
    [['publish', '--out', 'out', '--base', 'http://bank.example/']],
    [['publish', '--out', 'out', '--from', 'nobody']],
    [['publish', '--out', '']],
    [['publish', '--out', 'out', '--base', 'javascript:x/']],
    [['publish', '--out', 'out', '--base', 'https://bank.example']],
    [['new', '--week', '2027-W53']],
    [['new', '--week', '']],
    [['publish']],
  ])('WEEK-17: %j is refused with 2', async (words) => {
    const { run, err } = await weeklyRun();
    expect(await run(...words)).toBe(2);
    expect(err()).not.toBe('');
  });

  it('WEEK-17: without a tracker, or with a folder that is no week, nothing is read', async () => {
    const { run, folder, err } = await weeklyRun();
    await mkdir(join(folder, 'week-one'));
    expect(await run('check', '--all')).toBe(2);
    expect(err()).toContain('week-one');
    await rm(join(folder, 'tracker'), { recursive: true });
    expect(await run('check', '--all')).toBe(2);
  });

  it('WEEK-14, WEEK-15: publish writes three feeds, a letter and the page', async () => {
    const { run, effects } = await weeklyRun();
    const words = ['publish', '2026-W47', '--out', 'feeds', '--from', 'alm@bank.example'];
    expect(await run(...words)).toBe(0);
    const read = (name: string) => readFile(join(effects.workingFolder, 'feeds', name), 'utf8');
    expect(JSON.parse(await read('feed.json')).items).toHaveLength(9);
    expect(await read('feed.xml')).toContain('<rss version="2.0"');
    expect(await read('atom.xml')).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
    expect(await read('2026-W47.html')).toContain('Learned scenarios and learned policies');
    expect(await read('2026-W47.txt')).toContain('WHAT IT CHANGES ON MONDAY');
    expect(await read('2026-W47.eml')).toContain('From: AI in ALM <alm@bank.example>');
    expect(await read('tracker.html')).toContain('<svg');
    expect(await run('publish', '--out', 'draft')).toBe(0);
    const draft = await readFile(join(effects.workingFolder, 'draft', '2026-W48.eml'), 'utf8');
    expect(draft).toContain('From: AI in ALM:;\r\nX-Unsent: 1\r\n');
  });

  it('WEEK-14: with a base, a feed names the page that the site has for each issue', async () => {
    const { run, effects } = await weeklyRun();
    const base = 'https://bank.example/alm/';
    expect(await run('publish', '--out', 'feeds', '--base', base)).toBe(0);
    const feed = await readFile(join(effects.workingFolder, 'feeds', 'feed.json'), 'utf8');
    const { items } = JSON.parse(feed);
    expect(items).toHaveLength(9);
    for (const { url, title } of items) {
      expect(`${url}index`).toBe(`${base}${issueAddress(title.slice(0, 8))}`);
    }
  });

  it("WEEK-17: another week's draft is left out and named, and not published", async () => {
    const { run, effects, err } = await weeklyRun();
    expect(await run('new')).toBe(0);
    expect(await run('publish', '2026-W49', '--out', 'feeds')).toBe(1);
    expect(await run('publish', '2026-W48', '--out', 'feeds')).toBe(0);
    expect(err()).toContain('drafts left out: 2026-W49');
    // With no week named, the newest that is written.
    expect(await run('publish', '--out', 'newest')).toBe(0);
    const newest = join(effects.workingFolder, 'newest', '2026-W48.html');
    expect(await readFile(newest, 'utf8')).toContain('Which rule covers the model');
    const feed = await readFile(join(effects.workingFolder, 'feeds', 'feed.json'), 'utf8');
    expect(JSON.parse(feed).items).toHaveLength(9);
  });

  it('WEEK-17: what does not hold is not published', async () => {
    const { run, change, effects } = await weeklyRun();
    await change('2026-W47/issue.md', '## What is claimed', '## Claims');
    expect(await run('publish', '2026-W48', '--out', 'feeds')).toBe(1);
    expect(await nodeFiles.isFolder(join(effects.workingFolder, 'feeds'))).toBe(false);
  });
});
