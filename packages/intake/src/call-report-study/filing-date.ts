const DAY_MILLISECONDS = 86_400_000;
const DAYS = { '031': 35, '041': 30, '051': 30 } as const;

/**
 * The day a Call Report was due, ISO 8601: 30 calendar days after the quarter end, 35 with foreign
 * offices, taken as form 031 (General Instructions, submission date; recalled). What a report says
 * is taken as public on it (rule CALL-20).
 */
export function filingDate(quarterEnd: string, form: keyof typeof DAYS): string {
  const due = Date.parse(quarterEnd) + DAYS[form] * DAY_MILLISECONDS;
  return new Date(due).toISOString().slice(0, 10);
}
