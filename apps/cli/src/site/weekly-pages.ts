import { type Issue, ok, type Result } from '@almfes/engine';
import {
  ALM_PROCESSES,
  type Citable,
  type Entry,
  EVIDENCE_GRADES,
  entryName,
  fillIssue,
  PHASES,
  SOURCE_READ,
  TECHNIQUES,
  type WeeklyIssue,
} from '@almfes/laboratory';
import type { ListTable, PageSection, Passport, SitePage } from '@almfes/report';
import { citationSections } from './citation-section.js';
import { documentSections } from './document-page.js';
import { entryAddress } from './site-case.js';
import type { SiteSource } from './site-source.js';

const SERIES = 'AI in ALM';

/** Address of the page of an issue: a folder of its own, as its feeds name it. */
export function issueAddress(week: string): string {
  return `weekly/${week}/index`;
}

type WeeklySource = Pick<SiteSource, 'weekly' | 'entries' | 'citedIssues'>;

/** The issues, newest first, and a page each; nothing where there is none. */
export function weeklyPages({
  weekly,
  entries,
  citedIssues,
}: WeeklySource): Result<readonly SitePage[]> {
  if (weekly.length === 0) return ok([]);
  const made = weekly.map((each) => issuePage(each, entries, citedIssues[each.front.week]));
  const issues = made.flatMap((page): readonly Issue[] => (page.ok ? [] : page.issues));
  if (issues.length > 0) return { ok: false, issues };
  return ok([...made.flatMap((page) => (page.ok ? [page.value] : [])), indexPage(weekly)]);
}

function issuePage(
  weekly: WeeklyIssue,
  entries: readonly Entry[],
  citable: Citable | undefined,
): Result<SitePage> {
  const { front, entryIds } = weekly;
  const filled = fillIssue(weekly, entries, ({ id }) => `page:${entryAddress(id)}`);
  if (!filled.ok) return filled;
  const passports = entries.filter(({ id }) => entryIds.includes(id)).map(entryPassport);
  const sections: PageSection[] = [
    ...documentSections(filled.value, ''),
    { id: 'entries', title: 'The entries', level: 2, blocks: [{ kind: 'passports', passports }] },
    ...citationSections(citable),
  ];
  const kind = front.kind === 'news' ? 'News of the week' : 'Reading list, no news of the week';
  return ok({
    address: issueAddress(front.week),
    part: 'Weekly',
    kicker: `${SERIES}, ${front.week}`,
    title: front.title,
    description: front.question,
    facts: [
      { term: 'Written', text: front.date },
      ...(front.revised === undefined ? [] : [{ term: 'Revised', text: front.revised }]),
      { term: 'Kind', text: kind },
      { term: 'Version', text: `${front.version}, ${front.licence}` },
      { term: 'Authors', text: front.authors.join(', ') },
    ],
    sections,
  });
}

/** An entry as the issue shows it: what was measured, by whom, and how good the evidence is. */
function entryPassport(entry: Entry): Passport {
  const { measuredResult, source } = entry;
  const note = measuredResult === undefined ? '' : ` Measured: ${measuredResult.note}`;
  return {
    anchor: `figure-${entry.id}`,
    id: entry.id,
    label: entry.claim,
    value: measuredResult === undefined ? '' : String(measuredResult.value),
    unit: measuredResult?.unit ?? '',
    told: `${entryName(entry)}; ${PHASES[entry.phase]}.${note} ${howRead(entry)}`,
    document: source.title,
    locator: source.publisher,
    href: source.url,
  };
}

/** How much of the source was read, and on which day where it was noted. */
function howRead({ source }: Entry): string {
  const day = source.accessed === undefined ? '' : `, on ${source.accessed}`;
  return `Source read: ${SOURCE_READ[source.read]}${day}.`;
}

/** The issues as a list, newest first. */
function issueList(weekly: readonly WeeklyIssue[]): ListTable {
  const newestFirst = weekly.toSorted((a, b) => (a.front.week < b.front.week ? 1 : -1));
  return {
    id: 'issues',
    title: 'Issues',
    columns: [
      { title: 'Issue', align: 'start' },
      { title: 'Week', align: 'start' },
      { title: 'Entries', align: 'end' },
    ],
    facets: [],
    rows: newestFirst.map(({ front, entryIds }) => ({
      cells: [
        { text: front.title, href: issueAddress(front.week), note: front.question },
        { text: front.week },
        { text: `${entryIds.length} entries` },
      ],
      facets: {},
    })),
  };
}

/** How many of the issues are news; a reader of the list is not to take the others for it. */
function seriesKinds(weekly: readonly WeeklyIssue[]): string {
  const news = weekly.filter(({ front }) => front.kind === 'news').length;
  if (news === 0) return 'All issues so far are reading lists: older sources, reviewed.';
  return `${news} of ${weekly.length} issues are news of their week, the others reading lists.`;
}

function indexPage(weekly: readonly WeeklyIssue[]): SitePage {
  return {
    address: 'weekly',
    part: 'Weekly',
    kicker: '',
    title: `${SERIES}, weekly`,
    description:
      'What is actually happening where AI meets balance sheet management: what is claimed, how ' +
      `strong the evidence is, and what it changes for a treasurer. ${seriesKinds(weekly)}`,
    facts: [],
    sections: [
      { id: 'list', title: '', level: 2, blocks: [{ kind: 'list', list: issueList(weekly) }] },
    ],
  };
}

/** Every entry of the tracker; null where there is none. */
export function trackerPage(
  entries: readonly Entry[],
  pictures: readonly PageSection[],
): SitePage | null {
  if (entries.length === 0) return null;
  const list: ListTable = {
    id: 'entries',
    title: 'Entries',
    columns: [
      { title: 'Claim', align: 'start' },
      { title: 'Date', align: 'start' },
      { title: 'ALM process', align: 'start' },
      { title: 'Technique', align: 'start' },
      { title: 'Phase', align: 'start' },
      { title: 'Grade', align: 'start' },
      { title: 'Measured', align: 'start' },
      { title: 'Source', align: 'start' },
    ],
    facets: [
      { id: 'process', title: 'ALM process' },
      { id: 'technique', title: 'Technique' },
      { id: 'grade', title: 'Evidence grade' },
      { id: 'phase', title: 'Phase' },
    ],
    rows: [...entries].reverse().map(entryRow),
  };
  return {
    address: 'tracker',
    part: 'Tracker',
    kicker: '',
    title: 'Tracker: AI in balance sheet management',
    description:
      `${entries.length} claims, each with its public source, how it was read and how good the ` +
      `evidence is. It shows what we found and read, not what there is; the newest source is of ` +
      `${entries.at(-1)?.date}.`,
    facts: [],
    sections: [
      ...pictures,
      { id: 'all', title: 'All entries', level: 2, blocks: [{ kind: 'list', list }] },
    ],
  };
}

function entryRow(entry: Entry): ListTable['rows'][number] {
  const { id, measuredResult, source, phase, evidenceGrade } = entry;
  const process = ALM_PROCESSES[entry.almProcess];
  const technique = TECHNIQUES[entry.technique];
  const grade = EVIDENCE_GRADES[evidenceGrade];
  const measured =
    measuredResult === undefined ? '' : `${measuredResult.value} ${measuredResult.unit}`;
  const note = measuredResult === undefined ? '' : ` Measured: ${measuredResult.note}`;
  return {
    id: `entry-${id}`,
    cells: [
      { text: entry.claim, note: `${entry.author}. ${entry.whatItChanges}${note}` },
      { text: entry.date },
      { text: process },
      { text: technique },
      { text: phase },
      { text: evidenceGrade },
      measured === '' ? { text: '' } : { text: measured, href: source.url },
      { text: source.title, href: source.url, note: `${source.publisher}. ${howRead(entry)}` },
    ],
    facets: { process, technique, grade, phase: PHASES[phase] },
  };
}
