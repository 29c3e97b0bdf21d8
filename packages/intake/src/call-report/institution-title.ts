/** Abbreviations with a vowel; one without (PNC, TD, FSB) is known by having none. */
const ABBREVIATIONS = new Set([
  ...['BMO', 'BNY', 'BOKF', 'CIBC', 'CIT', 'MUFG', 'OZK', 'TIAA', 'UBS', 'UMB', 'USA', 'USAA'],
]);

/** Short forms that are words though they have no vowel. */
const WORDS = new Set(['ST', 'MT']);

const SMALL_WORDS = new Set(['AND', 'DBA', 'DE', 'FOR', 'OF', 'THE']);

/** Names that write a capital inside, as the institutions themselves do. */
const OWN_SPELLINGS: Readonly<Record<string, string>> = {
  BANKUNITED: 'BankUnited',
  EAGLEBANK: 'EagleBank',
  FIRSTBANK: 'FirstBank',
  JPMORGAN: 'JPMorgan',
  KEYBANK: 'KeyBank',
  MIDFIRST: 'MidFirst',
  OCEANFIRST: 'OceanFirst',
  PLAINSCAPITAL: 'PlainsCapital',
  SERVISFIRST: 'ServisFirst',
  SOUTHSTATE: 'SouthState',
  TOWNEBANK: 'TowneBank',
  TRISTATE: 'TriState',
  WESBANCO: 'WesBanco',
};

/**
 * The name of an institution for a reader, from the capitals in which Call Reports file it (rule
 * CALL-75). A name with a small letter is left as it is. For display alone: whoever looks an
 * institution up uses its IDRSSD or the name as filed.
 */
export function institutionTitle(name: string): string {
  if (/\p{Ll}/u.test(name)) return name;
  const [, body, article] = /^(.*?),? (THE)$/.exec(name) ?? [];
  const whole = article === undefined ? name : `THE ${body}`;
  // Two letters behind a comma at the end are a state.
  const [, front = '', state = ''] = /^(.*?)(, [A-Z]{2})?$/.exec(whole) ?? [];
  const words = front
    .split(' ')
    .map((word, at) => word.replaceAll(/[^-&,]+/g, (part) => titled(part, at)));
  return `${words.join(' ')}${state}`;
}

function titled(part: string, at: number): string {
  const own = OWN_SPELLINGS[part];
  if (own !== undefined) return own;
  if (SMALL_WORDS.has(part) && at > 0) return part.toLowerCase();
  const hasNoVowel = /^[^AEIOUY]+$/.test(part) && !WORDS.has(part);
  if (hasNoVowel || ABBREVIATIONS.has(part) || /^(?:\p{L}\.){2,}$/u.test(part)) return part;
  return part.charAt(0) + part.slice(1).toLowerCase();
}
