import { effectiveTime } from './date-time.js';

/**
 * Events of one moment happen in this order (rule CONTRACT-7). The public tests are the authority:
 * redemption before interest, resets after payments, purchase and termination after resets.
 */
const SEQUENCE = {
  IED: 1,
  CE: 2,
  PR: 3,
  PI: 3,
  PD: 3,
  PY: 4,
  PP: 5,
  IPFX: 6,
  IPFL: 7,
  IP: 8,
  IPCI: 8,
  FP: 9,
  DV: 10,
  MR: 11,
  RRF: 12,
  RR: 12,
  PRF: 13,
  SC: 14,
  IPCB: 15,
  PRD: 16,
  TD: 17,
  MD: 18,
  XD: 19,
  STD: 20,
  AD: 30,
} as const;

export type EventType = keyof typeof SEQUENCE;

const ORDERS_PER_SECOND = 32;

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(SEQUENCE, type);
}

/** Sorts events by moment, then by kind; `AD` sorts after every other event of the moment. */
export function eventOrder(time: number, type: EventType): number {
  return effectiveTime(time) * ORDERS_PER_SECOND + SEQUENCE[type];
}
