import { existsSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { privateFolder } from './private-folder.js';

it('TAPE-1: an interrupted program leaves nothing of a private folder', async () => {
  const folder = await privateFolder();
  const removed = await privateFolder();
  writeFileSync(folder.path('input'), 'L001,95000');
  await removed.remove();
  const others = (): void => undefined;
  process.on('SIGTERM', others);
  process.emit('SIGTERM', 'SIGTERM');
  process.off('SIGTERM', others);
  expect(existsSync(folder.path('input'))).toBe(false);
  await folder.remove();
  expect(process.listenerCount('SIGTERM')).toBe(0);
});
