import { CONTENT } from './html/content-style.js';
import { PALETTE } from './html/palette-style.js';

/** Colours, tables and pictures of the report, for the pages of the site that hold them. */
export const SITE_STYLE = [PALETTE, CONTENT].join('\n');
