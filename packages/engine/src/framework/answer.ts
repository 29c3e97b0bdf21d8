import type { Picture, Table } from './case-result.js';

/**
 * What a room found, told: sentences, tables and pictures in reading order, and what they rest on.
 * Numbers of tables and pictures are in the unit of their column or picture; the report formats
 * and draws them (REPORT-16). Every room's `<room>-answer.ts` makes one.
 */
export interface Answer {
  readonly title: string;
  /** Deterministic sentences, the most important first. */
  readonly findings: readonly string[];
  readonly tables: readonly Table[];
  readonly pictures: readonly Picture[];
  /** Documents, method pages and limits; each once. */
  readonly sources: readonly string[];
}
