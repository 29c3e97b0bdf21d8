import { existsSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { privateFolder } from './private-folder.js';

/** A signal that another part of the program hears too, so that the program goes on. */
function interrupt(): void {
  const others = (): void => undefined;
  process.on('SIGTERM', others);
  process.emit('SIGTERM', 'SIGTERM');
  process.off('SIGTERM', others);
}

it('TAPE-1: an interrupted program leaves nothing of a private folder', async () => {
  const folder = await privateFolder();
  const removed = await privateFolder();
  writeFileSync(folder.path('input'), 'L001,95000');
  await removed.remove();
  interrupt();
  expect(existsSync(folder.path('input'))).toBe(false);
  await folder.remove();
  expect(process.listenerCount('SIGTERM')).toBe(0);
});

it('TAPE-1: a program that goes on after a signal hears the next one', async () => {
  await privateFolder();
  interrupt();
  const later = await privateFolder();
  writeFileSync(later.path('input'), 'L001,95000');
  interrupt();
  expect(existsSync(later.path('input'))).toBe(false);
  expect(process.listenerCount('SIGTERM')).toBe(0);
});
