import { issue, type Read, read } from '@almfes/engine';

const EXPECTED = 'a public https:// address';
/** Names that lead nowhere outside one machine or one house (RFC 6761, RFC 6762, RFC 8375). */
const PRIVATE_NAMES = ['localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'test'];
/** After the host, the characters that an address may hold (RFC 3986, section 2). */
const ADDRESS = /^https:\/\/([^/?#\s]+)(?:[/?#][!#-;=?-[\]_a-z~]*)?$/i;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)(?::\d{1,5})?$/i;

/**
 * An address that any reader can open (rule DISC-5): https, a host by name with a dot in it, no
 * user, no number in the place of a name, no name of a private network.
 */
export const publicAddress: Read<string> = (value, path, issues) => {
  const text = read.text({ min: 1, max: 1000 })(value, path, issues);
  if (text === undefined || isPublic(text)) return text;
  issues.push(issue('address', path, EXPECTED, read.describe(text)));
  return undefined;
};

function isPublic(text: string): boolean {
  const host = ADDRESS.exec(text)?.[1];
  if (host === undefined || !HOST.test(host)) return false;
  const last = host.replace(/:\d+$/, '').split('.').at(-1) ?? '';
  return !PRIVATE_NAMES.includes(last.toLowerCase());
}
