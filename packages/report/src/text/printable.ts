/**
 * Drops control characters except the line break: a name in a Study must not be able to move the
 * cursor, colour the screen or rewrite what stands above it.
 */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, (control) =>
    control === '\n' ? control : '',
  );
}
