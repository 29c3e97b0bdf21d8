const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for element content and for quoted attributes alike; control characters are dropped. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll(/\p{Cc}/gu, (control) => (/\s/.test(control) ? ' ' : ''))
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
