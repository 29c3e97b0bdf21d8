/** Who prescribes a set of six shapes, in short: the calibrations of 2016 and 2024, and the EU. */
const RULE_NAMES: Readonly<Record<string, string>> = {
  'basel-d368': 'Basel',
  'basel-d578': 'Basel 2024',
  'eu-2024-856': 'EU',
};

/** A scenario by its id, for a reader: the one place that names them (rule SCEN-17). */
export function scenarioName(id: string): string {
  if (id === '0') return 'base';
  if (/^[+-]\d+$/.test(id)) return `${id} bp`;
  const [, size, months] = /^([+-]\d+)\.ramp(\d+)$/.exec(id) ?? [];
  if (size !== undefined) return `${size} bp over ${months} months`;
  const [, rule = '', currency, shape = ''] =
    /^([a-z0-9-]+)\.([A-Z]{3})\.([a-z-]+)$/.exec(id) ?? [];
  const ruleName = RULE_NAMES[rule];
  if (ruleName !== undefined) return `${ruleName} ${shape.replace('-', ' ')}, ${currency}`;
  return /^us\.[a-z-]+$/.test(id) ? `US ${id.slice('us.'.length).replace('-', ' ')}` : id;
}
