import { type Figure, type Issue, type Result, read, readFigures } from '@almfes/engine';

/** The figures of a figures.json; its other keys are for the case door to judge. */
export function caseFigures(file: unknown): Result<Readonly<Record<string, Figure>>> {
  const issues: Issue[] = [];
  const figures =
    typeof file === 'object' && file !== null && 'figures' in file ? file.figures : {};
  const found = readFigures(figures, '/figures', issues) ?? {};
  return read.resultOf(found, issues);
}
