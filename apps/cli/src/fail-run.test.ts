import { fileURLToPath } from 'node:url';
import type { RunResult } from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { recordingEffects } from './example-effects.test-fixture.js';
import { runProgram } from './program.js';

const libraryFolder = fileURLToPath(new URL('../../../library', import.meta.url));

async function run(...words: string[]) {
  const { effects, out, err } = await recordingEffects({ libraryFolder });
  const code = await runProgram(['fail', 'svb-2022', ...words], effects);
  return { code, out: out(), err: err() };
}

describe('almfes fail --run, --surface', () => {
  it('SPIRAL-5: where a run settles on SVB; CET1 starts at 13,697 / 113,628', async () => {
    const { code, out, err } = await run('--run');
    expect([code, err]).toEqual([0, '']);
    const words = out.replaceAll(/\s+/g, ' ');
    expect(words).toContain('look at CET1 after forced sales see 12.1% of RWA');
    expect(words).toContain('without the franchise (E1) see −2.2% of RWA');
    expect(words).toContain('86.0% of uninsured deposits leave by day 2; it breaks liquidity');
    expect(words).toContain('At +100 bp: depositors who look at CET1 after forced sales');
    expect(words).toContain('the run feeds itself to 73.1%');
    expect(words).not.toContain('stands at');
  });

  it('SPIRAL-6: --surface --json: eight shares by seven shocks, the bank a cell', async () => {
    const { code, out } = await run('--surface', '--json');
    expect(code).toBe(0);
    const { dynamics, surface }: RunResult = JSON.parse(out);
    expect(dynamics).toBeNull();
    expect(surface?.cells).toHaveLength(56);
    // (151,500 in the US and 13,900 abroad) of 173,109 of deposits: 10-K FY2022
    expect(surface?.ownShare).toBeCloseTo(0.955, 3);
  });

  it.each([
    ['flip', ['--run', '--flip']],
    ['reverse', ['--surface', '--reverse']],
    ['limit', ['--run', '--surface', '--limit', 'eve']],
  ])('a run stands alone: --%s beside it is refused', async (name, words) => {
    const { code, out, err } = await run(...words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`without --${name}`);
  });
});
