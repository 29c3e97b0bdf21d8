/** What the rows rest on besides the report. */
export interface SecurityAssumptions {
  /** Where principal falls in its bucket: 0 its start, 1 its end, 0.5 even over all of it. */
  readonly securityPlace: number;
  /** Prepayment as a multiple of the curve. */
  readonly poolSpeed: number;
  /** Tax rate of whom municipal yields follow, decimal. */
  readonly municipalTaxRate: number;
}
