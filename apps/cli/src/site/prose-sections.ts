import { type Issue, ok, type Result, read } from '@almfes/engine';
import { fillProse, type Prose, type ProseLookup } from '@almfes/laboratory';
import type { PageSection } from '@almfes/report';
import { headingId } from './heading-id.js';

/** The sections of a page's prose with their values; an issue names file and line. */
export function proseSections(prose: Prose, lookup: ProseLookup): Result<readonly PageSection[]> {
  const issues: Issue[] = [];
  const sections: PageSection[] = [];
  for (const section of prose.sections) {
    const filled = fillProse(prose, lookup, section);
    if (!filled.ok) {
      issues.push(...filled.issues);
      continue;
    }
    sections.push({
      id: headingId(section.title),
      title: section.title,
      level: 2,
      blocks: [{ kind: 'markdown', text: filled.value, from: '' }],
    });
  }
  return issues.length > 0 ? read.resultOf(sections, issues) : ok(sections);
}
