import { type Read, read } from '../foundation/index.js';
import {
  type ContingencyLine,
  type ContingencyPlan,
  type ContingencyTrigger,
  FACILITIES,
  MEASURES,
} from '../metric/index.js';
import { parameter } from './parse-figure.js';

const { flag, identifier, isoDate, list, nullable, number, object, oneOf, title } = read;

const amount = parameter(number({ min: 0, max: 1e12, what: 'USD million' }));
const hours = parameter(number({ min: 0, max: 8760, what: 'hours' }));
const days = parameter(number({ min: 0, max: 3650, what: 'days' }));
const level = parameter(number({ min: -1e12, max: 1e12, what: 'a level of the measure' }));

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
