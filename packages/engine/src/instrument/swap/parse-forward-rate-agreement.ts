import { type Read, read } from '../../foundation/index.js';
import { readDayCount, readNotional, readRate } from '../parse-convention.js';
import type { ForwardRateAgreement, FraSettlement } from './forward-rate-agreement.js';
import { isInOrder } from './parse-leg-dates.js';
import { readTermIndex } from './parse-rate-index.js';

/**
 * `forward-rate-agreement`. Absent: the day count of the index, a forecast over the dates of the
 * index, settled as ISDA has it (rule FRA-1). Issue `leg.dates`: the end is not after the start.
 */
export const readForwardRateAgreement: Read<ForwardRateAgreement> = (value, path, issues) => {
  const found = read.objectWith(
    {
      instrument: read.oneOf(['forward-rate-agreement']),
      side: read.oneOf<ForwardRateAgreement['side']>(['pay-fixed', 'receive-fixed']),
      notional: readNotional,
      startDate: read.day,
      endDate: read.day,
      fixedRate: readRate,
      index: readTermIndex,
    },
    {
      dayCount: readDayCount,
      forwardOver: read.oneOf<ForwardRateAgreement['forwardOver']>([
        'index-dates',
        'accrual-period',
      ]),
      settlement: read.oneOf<FraSettlement>(['isda', 'afma', 'at-end']),
    },
  )(value, path, issues);
  if (found === undefined) return undefined;
  if (!isInOrder(found, path, issues)) return undefined;
  return {
    side: found.side,
    notional: found.notional,
    fixedRate: found.fixedRate,
    startDay: found.startDate,
    endDay: found.endDate,
    index: found.index,
    dayCount: found.dayCount ?? found.index.dayCount,
    forwardOver: found.forwardOver ?? 'index-dates',
    settlement: found.settlement ?? 'isda',
  };
};
