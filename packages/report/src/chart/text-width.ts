/** Widths in em of a wide sans-serif face: room kept for it suffices for narrower ones. */
const NARROW = /[ijltfrI.,:;'|()[\]!/ -]/;
/** Also what the library measures a line's height by. */
const FULL = /[\u2e80-\uffff]/;
const WIDE = /[A-Z@mwMW%+\u2212]/;

/**
 * The room a text needs in pixels, guessed from its letters: there is no font where a report is
 * written. `font` is a CSS font such as '12px sans-serif'.
 */
export function textWidth(text: string, font = '12px sans-serif'): number {
  const sizePx = Number(/(\d+(?:\.\d+)?)px/.exec(font)?.[1] ?? 12);
  let widthEm = 0;
  for (const letter of text) {
    if (FULL.test(letter)) widthEm += 1.1;
    else if (NARROW.test(letter)) widthEm += 0.38;
    else widthEm += WIDE.test(letter) ? 0.78 : 0.62;
  }
  return widthEm * sizePx;
}
