import type { ShockTable } from './shock-table.js';

/**
 * Commission Delegated Regulation (EU) 2024/856, Annex, Part A: basis points, 27 currencies, in
 * force since 2024-05-14. Evidence: seen in a copy of the EUR-Lex text. It keeps the sizes of 2016;
 * later amendments were not checked. Part B, which calibrates other currencies, is not applied.
 */
export const EU_2024_856: ShockTable = {
  ARS: [400, 500, 300],
  AUD: [300, 450, 200],
  BGN: [250, 350, 150],
  BRL: [400, 500, 300],
  CAD: [200, 300, 150],
  CHF: [100, 150, 100],
  CNY: [250, 300, 150],
  CZK: [200, 250, 100],
  DKK: [200, 250, 150],
  EUR: [200, 250, 100],
  GBP: [250, 300, 150],
  HKD: [200, 250, 100],
  HUF: [300, 450, 200],
  IDR: [400, 500, 350],
  INR: [400, 500, 300],
  JPY: [100, 100, 100],
  KRW: [300, 400, 200],
  MXN: [400, 500, 300],
  PLN: [250, 350, 150],
  RON: [350, 500, 250],
  RUB: [400, 500, 300],
  SAR: [200, 300, 150],
  SEK: [200, 300, 150],
  SGD: [150, 200, 100],
  TRY: [400, 500, 300],
  USD: [200, 300, 150],
  ZAR: [400, 500, 300],
};
