/**
 * Shock sizes transcribed for this pack, apart from the tables of the engine: currency, parallel,
 * short, long, basis points. Sources and evidence: docs/method/scenario.md.
 */
export const BASEL_D368 = `
  ARS 400 500 300; AUD 300 450 200; BRL 400 500 300; CAD 200 300 150; CHF 100 150 100;
  CNY 250 300 150; EUR 200 250 100; GBP 250 300 150; HKD 200 250 100; IDR 400 500 350;
  INR 400 500 300; JPY 100 100 100; KRW 300 400 200; MXN 400 500 300; RUB 400 500 300;
  SAR 200 300 150; SEK 200 300 150; SGD 150 200 100; TRY 400 500 300; USD 200 300 150;
  ZAR 400 500 300
`;

export const BASEL_D578 = `
  ARS 400 500 300; AUD 350 425 300; BRL 400 500 300; CAD 200 275 175; CHF 175 250 200;
  CNY 225 300 150; EUR 225 350 200; GBP 275 425 250; HKD 225 375 200; IDR 400 500 300;
  INR 325 475 225; JPY 100 100 100; KRW 225 350 225; MXN 400 500 200; RUB 400 500 300;
  SAR 275 375 250; SEK 275 425 200; SGD 175 250 225; TRY 400 500 300; USD 200 300 225;
  ZAR 325 500 300
`;

export const EU_2024_856 = `
  ARS 400 500 300; AUD 300 450 200; BGN 250 350 150; BRL 400 500 300; CAD 200 300 150;
  CHF 100 150 100; CNY 250 300 150; CZK 200 250 100; DKK 200 250 150; EUR 200 250 100;
  GBP 250 300 150; HKD 200 250 100; HUF 300 450 200; IDR 400 500 350; INR 400 500 300;
  JPY 100 100 100; KRW 300 400 200; MXN 400 500 300; PLN 250 350 150; RON 350 500 250;
  RUB 400 500 300; SAR 200 300 150; SEK 200 300 150; SGD 150 200 100; TRY 400 500 300;
  USD 200 300 150; ZAR 400 500 300
`;

export interface TranscribedSize {
  readonly currency: string;
  readonly parallelBp: number;
  readonly shortBp: number;
  readonly longBp: number;
}

/** The rows of a table above. */
export function transcribedSizes(table: string): TranscribedSize[] {
  return table.split(';').map((row) => {
    const [currency = '', parallelBp, shortBp, longBp] = row.trim().split(/\s+/);
    return {
      currency,
      parallelBp: Number(parallelBp),
      shortBp: Number(shortBp),
      longBp: Number(longBp),
    };
  });
}
