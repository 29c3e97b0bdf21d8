import { fail, type HashFunction, type Issue, issue, ok, type Result } from '@almfes/engine';
import type { FolderFile } from '../folder-file.js';
import { CRATE, MANIFEST } from './bundle.js';

/** A bundle whose files are those of its manifest. */
export interface VerifiedBundle {
  /** The case that it holds. */
  readonly slug: string;
  /** The ids its crate gives it. */
  readonly identifiers: readonly string[];
  readonly files: readonly FolderFile[];
}

const LINE = /^([0-9a-f]{64}) {2}(\S.*)$/;
const ID = /^almfes:case\/([a-z0-9-]+)@/;

/**
 * Every file against the manifest (rule CITE-9): one that differs, is missing or is not listed is
 * an issue by name. Limit: who writes a new manifest too makes a bundle that is whole in itself;
 * its content hash is then another than the one that was cited.
 */
export function verifyBundle(
  files: readonly FolderFile[],
  hash: HashFunction,
): Result<VerifiedBundle> {
  const manifest = files.find(({ name }) => name === MANIFEST);
  if (manifest === undefined) {
    return fail(issue('BUNDLE_MANIFEST', MANIFEST, 'the manifest of a bundle', 'no file'));
  }
  const listed = new Map(
    manifest.text.split('\n').flatMap((line) => {
      const found = LINE.exec(line);
      return found === null ? [] : [[found[2] ?? '', found[1] ?? ''] as const];
    }),
  );
  const others = files.filter(({ name }) => name !== MANIFEST);
  const issues: Issue[] = others.flatMap(({ name, text }) => {
    const wanted = listed.get(name);
    if (wanted === undefined) {
      return [issue('BUNDLE_CHANGED', name, 'a file of the manifest', 'a file that is not in it')];
    }
    const found = hash(text);
    return found === wanted ? [] : [issue('BUNDLE_CHANGED', name, wanted, found)];
  });
  for (const name of listed.keys()) {
    if (others.some((each) => each.name === name)) continue;
    issues.push(issue('BUNDLE_CHANGED', name, 'a file of the manifest', 'no file'));
  }
  if (issues.length > 0) return { ok: false, issues };
  const identifiers = identifiersOf(files.find(({ name }) => name === CRATE)?.text ?? '');
  const slug = identifiers.map((each) => ID.exec(each)?.[1]).find((each) => each !== undefined);
  if (slug === undefined) {
    return fail(issue('BUNDLE_CRATE', CRATE, 'the id of a case', 'none'));
  }
  return ok({ slug, identifiers, files: others });
}

/** What the root of the crate gives as its identifiers. */
function identifiersOf(crate: string): readonly string[] {
  const graph = membersOf(parsed(crate))['@graph'];
  const root = (Array.isArray(graph) ? graph : [])
    .map(membersOf)
    .find((each) => each['@id'] === './');
  const found = root?.identifier;
  return Array.isArray(found) ? found.filter((each) => typeof each === 'string') : [];
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  const isObject = typeof value === 'object' && value !== null;
  return isObject ? Object.fromEntries(Object.entries(value)) : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
