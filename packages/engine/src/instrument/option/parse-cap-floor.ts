import { issue, type Read, read } from '../../foundation/index.js';
import {
  readBusinessDayConvention,
  readCalendar,
  readDayCount,
  readNotional,
  readRate,
} from '../parse-convention.js';
import { readTermIndex } from '../swap/parse-rate-index.js';
import type { SwapLeg } from '../swap/swap-terms.js';
import type { CapFloorTerms } from './cap-floor.js';

const REQUIRED = {
  position: read.oneOf<CapFloorTerms['position']>(['long', 'short']),
  notional: readNotional,
  startDate: read.day,
  endDate: read.day,
  index: readTermIndex,
  includesFirst: read.flag,
};

const OPTIONAL = {
  spread: readRate,
  dayCount: readDayCount,
  calendar: readCalendar,
  convention: readBusinessDayConvention,
  forwardOver: read.oneOf<'index-dates' | 'accrual-period'>(['index-dates', 'accrual-period']),
};

const readCapObject = read.objectWith(
  { instrument: read.oneOf<'cap'>(['cap']), ...REQUIRED, capRate: readRate },
  OPTIONAL,
);
const readFloorObject = read.objectWith(
  { instrument: read.oneOf<'floor'>(['floor']), ...REQUIRED, floorRate: readRate },
  OPTIONAL,
);
const readCollarObject = read.objectWith(
  {
    instrument: read.oneOf<'collar'>(['collar']),
    ...REQUIRED,
    capRate: readRate,
    floorRate: readRate,
  },
  OPTIONAL,
);

type CapObject = NonNullable<ReturnType<typeof readCapObject>>;
type Common = Omit<CapObject, 'instrument' | 'capRate'>;

/** The leg of the index: its tenor, calendar and day count unless others are told. */
function legOf(found: Common): SwapLeg {
  const { index } = found;
  const calendar = found.calendar ?? index.calendar;
  const convention = found.convention ?? 'ModifiedFollowing';
  return {
    side: 'receive',
    notional: found.notional,
    dayCount: found.dayCount ?? index.dayCount,
    compounding: 'none',
    exchange: { initial: false, intermediate: false, final: false },
    rate: {
      kind: 'term',
      index,
      spread: found.spread ?? 0,
      gearing: 1,
      fixing: 'in-advance',
      fixingLagDays: index.fixingLagDays,
      forwardOver: found.forwardOver ?? 'index-dates',
    },
    schedule: {
      startDay: found.startDate,
      endDay: found.endDate,
      accrualTenor: index.tenor,
      paymentTenor: index.tenor,
      stub: 'short-initial',
      endOfMonth: false,
      convention,
      terminationConvention: convention,
      calendar,
      paymentConvention: convention === 'Unadjusted' ? 'Following' : convention,
      paymentCalendar: calendar,
      paymentLagDays: 0,
    },
  };
}

type Rates = Pick<CapFloorTerms, 'kind' | 'capRate' | 'floorRate'>;

function termsOf(
  found: Common,
  rates: Rates,
  path: string,
  issues: Parameters<Read<CapFloorTerms>>[2],
): CapFloorTerms | undefined {
  if (found.endDate <= found.startDate) {
    const at = read.pointer(path, 'endDate');
    issues.push(issue('leg.dates', at, 'a day after startDate', 'an earlier day'));
    return undefined;
  }
  const { position, includesFirst } = found;
  return { ...rates, position, includesFirst, leg: legOf(found) };
}

/**
 * The door of caps, JSON `"instrument": "cap"` (rule OPTION-10). Absent: no spread, modified
 * following, calendar and day count of the index, short initial stub.
 */
export const readCap: Read<CapFloorTerms> = (value, path, issues) => {
  const found = readCapObject(value, path, issues);
  if (found === undefined) return undefined;
  return termsOf(found, { kind: 'cap', capRate: found.capRate }, path, issues);
};

/** The door of floors, JSON `"instrument": "floor"`, as that of caps with `floorRate`. */
export const readFloor: Read<CapFloorTerms> = (value, path, issues) => {
  const found = readFloorObject(value, path, issues);
  if (found === undefined) return undefined;
  return termsOf(found, { kind: 'floor', floorRate: found.floorRate }, path, issues);
};

/** The door of collars, JSON `"instrument": "collar"`: both rates, the floor below the cap. */
export const readCollar: Read<CapFloorTerms> = (value, path, issues) => {
  const found = readCollarObject(value, path, issues);
  if (found === undefined) return undefined;
  const { capRate, floorRate } = found;
  if (floorRate > capRate) {
    const at = read.pointer(path, 'floorRate');
    issues.push(issue('collar.rates', at, `at most the cap rate ${capRate}`, String(floorRate)));
    return undefined;
  }
  return termsOf(found, { kind: 'collar', capRate, floorRate }, path, issues);
};
