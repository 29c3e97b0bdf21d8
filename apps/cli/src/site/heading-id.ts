/** The anchor of a heading, as code hosts make it: small letters, spaces to hyphens. */
export function headingId(heading: string): string {
  const id = heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s+/g, '-');
  return id === '' ? 'section' : id;
}
