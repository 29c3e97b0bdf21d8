/** The form in which a public figure stands in the library, and its passport. */
export type Role = 'input' | 'target' | 'evidence' | 'outcome';

export interface Figure {
  readonly label: string;
  readonly value: number | string;
  readonly unit: string;
  /** ISO date of the fact; for a flow, the last day of its period. */
  readonly asOf: string;
  /** ISO date on which the cited document was public. */
  readonly knownFrom: string;
  readonly document: string;
  readonly locator: string;
  readonly url: string;
  readonly confidence: 'seen' | 'seen-secondary' | 'derived' | 'recalled';
  readonly role: Role;
}

export type Figures = Record<string, Figure>;

export interface CaseFile {
  readonly schema: 'almfes/figures/1';
  readonly case: string;
  readonly decisionDate: string;
  readonly note: string;
  readonly figures: Figures;
}

/** One figure a line, so that a change to one figure is a change to one line. */
export function printCase(file: CaseFile): string {
  const lines = Object.entries(file.figures).map(
    ([id, figure]) => `    ${JSON.stringify(id)}: ${JSON.stringify(figure)}`,
  );
  const head = [
    `  "schema": ${JSON.stringify(file.schema)},`,
    `  "case": ${JSON.stringify(file.case)},`,
    `  "decisionDate": ${JSON.stringify(file.decisionDate)},`,
    `  "note": ${JSON.stringify(file.note)},`,
  ];
  return `{\n${head.join('\n')}\n  "figures": {\n${lines.join(',\n')}\n  }\n}\n`;
}
