import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { runCaseText } from './browser-case.test-entry.js';
import { readCaseFiles } from './case-run.js';
import { nodeFiles } from './effect/node-files.js';

const CHROMIUM = '/usr/bin/chromium';
const absent = !existsSync(CHROMIUM);
const why = absent ? ` (skipped: no Chromium at ${CHROMIUM})` : '';
const skipped = absent && process.env.ALMFES_REQUIRE_CHROMIUM !== '1';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The module and all it imports as one script for a browser; a Node built-in fails the build. */
async function bundle(): Promise<string> {
  const built = await build({
    entryPoints: [here('./browser-case.test-entry.ts')],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'almfes',
    target: 'es2022',
    alias: {
      '@almfes/engine': here('../../../packages/engine/src/index.ts'),
      '@almfes/intake': here('../../../packages/intake/src/index.ts'),
    },
  });
  return built.outputFiles[0]?.text ?? '';
}

async function inChromium(script: string, filesText: string): Promise<string> {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    const call = `almfes.runCaseText(${JSON.stringify(filesText)})`;
    return String(await page.evaluate(call));
  } finally {
    await browser.close();
  }
}

describe(`one case in Node and in Chromium${why}`, () => {
  it.skipIf(skipped)('gives the same numbers to the last bit', async () => {
    const path = here('../../../library/case/svb-2022');
    const files = await readCaseFiles(
      { slug: 'svb-2022', path },
      { files: nodeFiles, libraryFolder: here('../../../library') },
    );
    if (!files.ok) throw new Error(JSON.stringify(files.issues));
    const filesText = JSON.stringify(files.value);
    const inNode = await runCaseText(filesText);
    expect(JSON.parse(inNode)).toMatchObject({ ok: true, value: { case: 'svb-2022' } });
    // Canonical JSON writes the shortest digits that read back to the same bits.
    expect(await inChromium(await bundle(), filesText)).toBe(inNode);
  });
});
