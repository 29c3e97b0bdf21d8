const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 60;

/** Whether a text may name a case, article, issue or contribution: `first-republic-2022`. */
export function isSlug(text: string): boolean {
  return text.length <= LONGEST && SLUG.test(text);
}
