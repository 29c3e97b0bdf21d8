import type { JudgedBank } from './judged-banks.js';

const SIZE = 480;
const EDGE = 48;
/** Greatest loss over cost drawn; more stands at the edge. */
const TOP = 0.25;
const TICKS = [0, 0.05, 0.1, 0.15, 0.2, 0.25];

/** Predicted against reported loss over cost, a circle a bank, its area by cost, as SVG. */
export function scatter(banks: readonly JudgedBank[]): string {
  const largest = Math.max(...banks.map(({ before }) => before.cost));
  const circles = [...banks]
    .sort((a, b) => b.before.cost - a.before.cost)
    .map(({ predicted, reported, before }) => {
      const x = place(predicted.loss / predicted.cost);
      const y = SIZE - place(reported.loss / reported.cost);
      const radius = Math.max(1.5, 22 * Math.sqrt(before.cost / largest));
      return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}"/>`;
    });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" role="img"`,
    ' font-family="sans-serif" font-size="11">',
    '<title>Unrealised loss over amortised cost, 2022-12-31: predicted and reported</title>',
    `<rect width="${SIZE}" height="${SIZE}" fill="#fff"/>`,
    ...TICKS.map(tick),
    line([0, 0], [TOP, TOP], '#888'),
    '<g fill="#1f5fa8" fill-opacity="0.35" stroke="#1f5fa8" stroke-opacity="0.6">',
    ...circles,
    '</g>',
    label({ x: SIZE / 2, y: SIZE - 8, text: 'predicted' }),
    `<g transform="translate(12 ${SIZE / 2}) rotate(-90)">`,
    label({ x: 0, y: 0, text: 'reported' }),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function place(ratio: number): number {
  const held = Math.min(TOP, Math.max(0, ratio));
  return EDGE + (held / TOP) * (SIZE - 2 * EDGE);
}

function line(from: readonly [number, number], to: readonly [number, number], colour: string) {
  const [x1, x2] = [place(from[0]), place(to[0])];
  const [y1, y2] = [SIZE - place(from[1]), SIZE - place(to[1])];
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colour}"/>`;
}

function tick(ratio: number): string {
  const text = `${Math.round(100 * ratio)}%`;
  return [
    line([ratio, 0], [ratio, TOP], '#eee'),
    line([0, ratio], [TOP, ratio], '#eee'),
    label({ x: place(ratio), y: SIZE - EDGE + 16, text }),
    label({ x: EDGE - 16, y: SIZE - place(ratio) + 4, text }),
  ].join('\n');
}

function label({ x, y, text }: { readonly x: number; readonly y: number; readonly text: string }) {
  return `<text x="${x}" y="${y}" text-anchor="middle" fill="#333">${text}</text>`;
}
