import type { Check, Finding } from './check.js';
import { isCode, type Repository } from './repository.js';

const TEXT = /\.(ts|tsx|mjs|js|css|html|md|json|jsonc|csv|sh|py|yml|yaml|txt)$|^\.[^/]+$|^\.ci\//;
const isText = (file: string): boolean => TEXT.test(file);

/** The checks themselves must spell what they forbid. */
const isOurs = (file: string): boolean => file.startsWith('tools/tidy/');

const LEFTOVER = /\b(TODO|FIXME|XXX|HACK)\b/;

/** Work left for later belongs in an issue, where somebody reads it. */
export const leftover: Check = {
  name: 'leftover',
  title: 'no FIXME or TODO left behind',
  run(repository) {
    const files = repository.files.filter((file) => isText(file) && !isOurs(file));
    return files.flatMap((file) =>
      eachLine(repository, file, (text) => {
        const plain = file.endsWith('.md') ? text.replace(/`[^`]*`/g, '') : text;
        return LEFTOVER.exec(plain)?.[0];
      }),
    );
  },
};

const VAGUE = /(^|[-.])(utils?|helpers?|common|misc|managers?)([-.]|$)/i;

/** A name that would fit anything tells nothing. */
export const vagueName: Check = {
  name: 'vague-name',
  title: 'no utils, helpers, common, misc or manager',
  run(repository) {
    return repository.files.flatMap((file) => {
      const segment = file.split('/').find((part) => VAGUE.test(part));
      return segment === undefined ? [] : [{ file, line: 0, message: `'${segment}' says nothing` }];
    });
  },
};

const MACHINE_PATH = /(^|[\s'"`(=:])\/(work|farm|tmp|home|root|Users|private\/tmp)\/[\w.-]+/;
const REGISTRY = new RegExp(
  [
    '\\bregistry\\.[a-z0-9-]+\\.[a-z]{2,}',
    '\\bnpm\\.pkg\\.github\\.com',
    '\\b(npmmirror|artifactory|verdaccio|jfrog|nexus)\\.[a-z0-9-]+',
    '"resolved":\\s*"https?:',
    '_authToken',
  ].join('|'),
);

/** A committed file works on any machine and names no place to download from. */
export const machineTrace: Check = {
  name: 'machine-trace',
  title: 'no machine path and no registry host',
  run(repository) {
    const files = repository.files.filter((file) => isText(file) && !isOurs(file));
    return files.flatMap((file) =>
      eachLine(repository, file, (text) =>
        (MACHINE_PATH.exec(text) ?? REGISTRY.exec(text))?.[0].trim(),
      ),
    );
  },
};

function eachLine(
  repository: Repository,
  file: string,
  look: (text: string) => string | undefined,
): Finding[] {
  return repository
    .text(file)
    .split('\n')
    .flatMap((text, index) => {
      const message = look(text);
      return message === undefined ? [] : [{ file, line: index + 1, message }];
    });
}

/** Skipping is only for what a machine lacks, and the title says what. */
export const silentSkip: Check = {
  name: 'silent-skip',
  title: 'no test skipped or run alone without a condition',
  run(repository) {
    return repository.files
      .filter((file) => isCode(file) && !isOurs(file))
      .flatMap((file) =>
        eachLine(
          repository,
          file,
          (text) => /\b(it|test|describe)\.(only|skip|todo|fails)\(/.exec(text)?.[0],
        ),
      );
  },
};
