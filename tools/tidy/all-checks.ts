import { architecturePage } from './architecture-page.js';
import { cast } from './cast.js';
import type { Check } from './check.js';
import { cycle } from './cycle.js';
import { deadFile } from './dead-file.js';
import { layers } from './layers.js';
import { link } from './link.js';
import { methodRule } from './method-rule.js';
import { passport } from './passport.js';
import { purity } from './purity.js';
import { fileLength, functionLength, lineWidth } from './size.js';
import { leftover, machineTrace, silentSkip, vagueName } from './wording.js';

/** Every rule tidy keeps, in the order in which the table shows them. */
export const allChecks: readonly Check[] = [
  layers,
  cycle,
  purity,
  cast,
  fileLength,
  functionLength,
  lineWidth,
  methodRule,
  silentSkip,
  passport,
  deadFile,
  leftover,
  vagueName,
  machineTrace,
  link,
  architecturePage,
];
