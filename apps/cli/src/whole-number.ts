import { InvalidArgumentError } from 'commander';

/** The value of an option that takes a whole number. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('A whole number is needed.');
  return Number(text);
}
