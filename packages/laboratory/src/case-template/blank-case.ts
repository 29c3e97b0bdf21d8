/** figures.json before it is checked. */
export interface FiguresFile {
  readonly schema: string;
  readonly case: string;
  readonly decisionDate: string;
  readonly note: string;
  readonly figures: Readonly<Record<string, object>>;
}

/** The JSON files of a case that starts from nothing: each says what goes where, and fails. */
export interface BlankCase {
  readonly figures: FiguresFile;
  readonly study: object;
  readonly changes: object;
}

const DATE = 'TO WRITE: YYYY-MM-DD';

/** Files whose check names every term that is missing (rule FORM-22). */
export function blankCase(slug: string): BlankCase {
  return {
    figures: {
      schema: 'almfes/figures/1',
      case: slug,
      decisionDate: DATE,
      note: 'TO WRITE: which documents the figures come from',
      figures: {
        'example.id': {
          label: 'TO WRITE: what the figure is; give it an id of its own',
          ...{ value: 0, unit: 'USD million', asOf: DATE, knownFrom: DATE },
          document: 'TO WRITE: the document, with its date',
          locator: 'TO WRITE: page or table',
          ...{ url: 'TO WRITE: https://', confidence: 'seen', role: 'input' },
        },
      },
    },
    study: {
      schema: 'almfes/case-study/1',
      title: 'TO WRITE: the bank and its date; docs/method/case-folder.md FORM-2 has the terms',
    },
    changes: { schema: 'almfes/case-changes/1' },
  };
}

/** figures.json with one figure a line, so that a correction shows as one line. */
export function figuresText({ figures, ...head }: FiguresFile): string {
  const heads = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  const rows = Object.entries(figures).map(
    ([id, figure]) => `    ${JSON.stringify(id)}: ${JSON.stringify(figure)}`,
  );
  return `{\n${heads.join(',\n')},\n  "figures": {\n${rows.join(',\n')}\n  }\n}\n`;
}
