import { readFileSync } from 'node:fs';

/** A figure as it stands in library/case/<slug>/figures.json; the tests judge its fields. */
export interface HeldFigure {
  readonly label: string;
  readonly value: number | string;
  readonly unit: string;
  readonly asOf: string;
  readonly knownFrom: string;
  readonly document: string;
  readonly locator: string;
  readonly url: string;
  readonly confidence: string;
  readonly role: string;
}

export interface HeldCase {
  readonly schema: string;
  readonly case: string;
  readonly decisionDate: string;
  readonly note: string;
  readonly figures: Record<string, HeldFigure>;
}

export const slugs = ['svb-2020', 'svb-2021', 'svb-2022'] as const;

export const repository = new URL('../../../../', import.meta.url);

export function heldCase(slug: string): HeldCase {
  const file = new URL(`library/case/${slug}/figures.json`, repository);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Reads numbers by id; an id that is not held, or not a number, fails the test by name. */
export function amounts(slug: string): (id: string) => number {
  const { figures } = heldCase(slug);
  return (id) => {
    const value = figures[id]?.value;
    if (typeof value !== 'number') throw new Error(`${slug} holds no number ${id}`);
    return value;
  };
}
