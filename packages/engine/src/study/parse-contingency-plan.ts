import { type Read, read } from '../foundation/index.js';
import {
  type ContingencyLine,
  type ContingencyPlan,
  type ContingencyTrigger,
  FACILITIES,
  MEASURES,
} from '../metric/index.js';
import { sourced } from './parse-sourced.js';

const { flag, identifier, isoDate, list, nullable, object, oneOf, title } = read;

const amount = sourced({ min: 0, max: 1e12, what: 'USD million' });
const hours = sourced({ min: 0, max: 8760, what: 'hours' });
const days = sourced({ min: 0, max: 3650, what: 'days' });
const level = sourced({ min: -1e12, max: 1e12, what: 'a level of the measure' });

const readLine: Read<ContingencyLine> = object<ContingencyLine>({
  id: identifier,
  title,
  facility: oneOf(FACILITIES),
  limitUsdMillion: amount,
  committed: flag,
  hoursToCash: hours,
  testedDate: nullable(isoDate),
  backing: nullable(identifier),
});

const readTrigger: Read<ContingencyTrigger> = object<ContingencyTrigger>({
  id: identifier,
  title,
  measure: oneOf(MEASURES.map(({ id }) => id)),
  comparison: oneOf(['below', 'above']),
  level,
});

/** The contingency funding plan (rules CFP-1 to CFP-5). */
export const readContingencyPlan: Read<ContingencyPlan> = object<ContingencyPlan>({
  maxTestAgeDays: days,
  lines: list(readLine, 1000),
  triggers: list(readTrigger, 1000),
});
