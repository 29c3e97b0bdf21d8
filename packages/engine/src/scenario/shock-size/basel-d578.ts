import type { ShockTable } from './shock-table.js';

/**
 * Basel Committee, "Recalibration of shocks in the interest rate risk in the banking book
 * standard" (d578, July 2024), SRP31.90: basis points, 21 currencies, from 2026-01-01. One set for
 * value and, parallel only, for income. Evidence: seen in a regulator's copy (OSFI Guideline B-12,
 * Annex 1, which cites SRP31.90 to SRP31.93); the document of the Committee was not consulted.
 */
export const BASEL_D578: ShockTable = {
  ARS: [400, 500, 300],
  AUD: [350, 425, 300],
  BRL: [400, 500, 300],
  CAD: [200, 275, 175],
  CHF: [175, 250, 200],
  CNY: [225, 300, 150],
  EUR: [225, 350, 200],
  GBP: [275, 425, 250],
  HKD: [225, 375, 200],
  IDR: [400, 500, 300],
  INR: [325, 475, 225],
  JPY: [100, 100, 100],
  KRW: [225, 350, 225],
  MXN: [400, 500, 200],
  RUB: [400, 500, 300],
  SAR: [275, 375, 250],
  SEK: [275, 425, 200],
  SGD: [175, 250, 225],
  TRY: [400, 500, 300],
  USD: [200, 300, 225],
  ZAR: [325, 500, 300],
};
