import { fail, issue, ok, type Result } from '@almfes/engine';
import { mailDate } from './date-text.js';
import { type Edition, SERIES } from './edition.js';
import { letterHtml } from './letter-html.js';
import { letterText } from './letter-text.js';

const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;

/**
 * The edition as a message (RFC 5322) with its two parts as alternatives (RFC 2046, section 5.1.4),
 * text first; lines end in CRLF. The sender's address is asked for, never made up: without one the
 * sender is an empty group (RFC 6854) and `X-Unsent` lets Outlook open the message as a draft to be
 * sent (WEEK-15).
 */
export function letterMail(edition: Edition, from?: string): Result<string> {
  if (from !== undefined && !ADDRESS.test(from)) {
    return fail(issue('address', 'from', 'an e-mail address such as name@bank.example', from));
  }
  const uuid = edition.urn.replace('urn:uuid:', '');
  const host = from?.slice(from.indexOf('@') + 1) ?? 'almfes';
  const boundary = `=_${uuid}`;
  const part = (type: string, text: string): string[] => [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    ...quotedPrintable(text),
  ];
  const lines = [
    ...(from === undefined
      ? [`From: ${SERIES.title}:;`, 'X-Unsent: 1']
      : [`From: ${SERIES.title} <${from}>`]),
    'To: undisclosed-recipients:;',
    `Subject: ${headerText(`${SERIES.title} ${edition.front.week}: ${edition.front.title}`)}`,
    `Date: ${mailDate(edition.versionDay)}`,
    `Message-ID: <${uuid}.${edition.front.version}@${host}>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative;',
    ` boundary="${boundary}"`,
    '',
    ...part('text/plain', letterText(edition)),
    ...part('text/html', letterHtml(edition)),
    `--${boundary}--`,
    '',
  ];
  return ok(lines.join('\r\n'));
}

/** RFC 2045, section 6.7: bytes beyond ASCII as `=XX`, lines of at most 76 letters. */
export function quotedPrintable(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const pieces = [...line].map(encoded);
    const last = pieces.at(-1);
    if (last === ' ' || last === '\t') pieces[pieces.length - 1] = last === ' ' ? '=20' : '=09';
    return softBroken(pieces);
  });
}

function encoded(character: string): string {
  if (/^[\t -<>-~]$/.test(character)) return character;
  if (character === '=') return '=3D';
  return hexBytes(character)
    .map((byte) => `=${byte}`)
    .join('');
}

/** The UTF-8 bytes of a character, two hex digits each. */
function hexBytes(character: string): string[] {
  const escaped = encodeURIComponent(character);
  if (!escaped.startsWith('%')) {
    return [character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')];
  }
  return escaped.slice(1).split('%');
}

function softBroken(pieces: readonly string[]): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line.length + piece.length > 75) {
      lines.push(`${line}=`);
      line = '';
    }
    line += piece;
  }
  return [...lines, line];
}

/** Words of a header; what is not ASCII as encoded words of at most 75 letters (RFC 2047). */
function headerText(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    const plain = /^[A-Za-z0-9]$/.test(character);
    const piece = plain
      ? character
      : hexBytes(character)
          .map((byte) => `=${byte}`)
          .join('');
    if (word.length + piece.length > 60) {
      words.push(word);
      word = '';
    }
    word += piece;
  }
  return [...words, word].map((each) => `=?utf-8?Q?${each}?=`).join('\r\n ');
}
