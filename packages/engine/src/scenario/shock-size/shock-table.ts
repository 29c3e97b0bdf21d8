/** Shock sizes by ISO 4217 code, positive basis points: parallel, short, long. */
export type ShockTable = Readonly<
  Record<string, readonly [parallelBp: number, shortBp: number, longBp: number]>
>;
