import type { CallReportField } from './field.js';
import { SCHEDULE_RC } from './schedule-rc.js';
import { SCHEDULE_RC_A } from './schedule-rc-a.js';
import { SCHEDULE_RC_B } from './schedule-rc-b.js';
import { SCHEDULE_RC_C } from './schedule-rc-c.js';
import { SCHEDULE_RC_E } from './schedule-rc-e.js';
import { SCHEDULES_RC_F_G } from './schedule-rc-f.js';
import { SCHEDULE_RC_K } from './schedule-rc-k.js';
import { SCHEDULE_RC_L } from './schedule-rc-l.js';
import { SCHEDULE_RC_M } from './schedule-rc-m.js';
import { SCHEDULE_RC_N } from './schedule-rc-n.js';
import { SCHEDULE_RC_O } from './schedule-rc-o.js';
import { SCHEDULE_RC_R } from './schedule-rc-r.js';
import { SCHEDULE_RI } from './schedule-ri.js';

/** Every field that is read from a Call Report, by our name, in the order of the schedules. */
export const FIELDS = {
  ...SCHEDULE_RC,
  ...SCHEDULE_RC_A,
  ...SCHEDULE_RC_B,
  ...SCHEDULE_RC_C,
  ...SCHEDULE_RC_E,
  ...SCHEDULES_RC_F_G,
  ...SCHEDULE_RC_K,
  ...SCHEDULE_RC_L,
  ...SCHEDULE_RC_M,
  ...SCHEDULE_RC_N,
  ...SCHEDULE_RC_O,
  ...SCHEDULE_RC_R,
  ...SCHEDULE_RI,
} satisfies Readonly<Record<string, CallReportField>>;

export type FieldName = keyof typeof FIELDS;

export function isFieldName(text: string): text is FieldName {
  return Object.hasOwn(FIELDS, text);
}

/** Every name, in the order of the schedules. */
export const FIELD_NAMES: readonly FieldName[] = Object.keys(FIELDS).filter(isFieldName);
