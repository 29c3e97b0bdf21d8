import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A path of the repository. */
export const here = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The page of svb-2020 as a disclosure study: made-up words, but for the first section. */
const page = (published: string) => `---
schema: almfes/case-front/1
title: Silicon Valley Bank 2020
institution: SVB Financial Group
jurisdiction: US
class: disclosure
rateCycle: down-2019-20
regime: none
outcome: strained
decisionDate: 2022-03-01
version: 1.0.0
status: draft
licence: CC-BY-4.0
authors: [laboratory]
---

## What was published

${published}

## What public data cannot tell

Much.

## What would change our mind

Little.

## The decision lesson

One.
`;

/** A library of one case, svb-2020, without a history and with a made-up page. */
export async function makeOneCaseLibrary(library: string, published = 'A sentence.') {
  for (const each of ['case/svb-2020', 'data/us-treasury-par', 'data/quarter-end-market']) {
    await cp(here(`library/${each}`), join(library, each), { recursive: true });
  }
  await writeFile(join(library, 'case/svb-2020/case.md'), page(published));
  await rm(join(library, 'case/svb-2020/history.json'), { force: true });
}
