/** What is read of a Call Report here: its date and its fields, USD million, by name. */
export interface SecurityAmounts {
  /** Last day of the quarter, YYYY-MM-DD. */
  readonly quarterEnd: string;
  /** Undefined when the bank did not file the item. */
  amount(name: string): number | undefined;
}
