import { fail, issue, ok, type Result } from '../foundation/index.js';
import type { ContractReference, ContractTerms } from './contract-terms.js';

/** The parts of a composed contract with a role, in the order written (rule COMPOSED-6). */
export function partsOf(terms: ContractTerms, role: string): readonly ContractReference[] {
  return (terms.contractStructure ?? []).filter(({ referenceRole }) => referenceRole === role);
}

/** The only part with a role. Issues: `missing`, `contradiction` for more than one. */
export function onlyPart(terms: ContractTerms, role: string): Result<ContractReference> {
  const parts = partsOf(terms, role);
  const [part] = parts;
  if (part !== undefined && parts.length === 1) return ok(part);
  const expected = `one part with referenceRole ${role} for ${terms.contractType}`;
  const code = part === undefined ? 'missing' : 'contradiction';
  return fail(issue(code, 'contractStructure', expected, String(parts.length)));
}

/** The only part with a role, which must be a whole contract. Issue: `type`. */
export function onlyContract(terms: ContractTerms, role: string): Result<ContractTerms> {
  const part = onlyPart(terms, role);
  if (!part.ok) return part;
  if (part.value.contract !== undefined) return ok(part.value.contract);
  const expected = `a contract (referenceType CNT) as ${role}`;
  return fail(issue('type', 'contractStructure', expected, part.value.referenceType));
}

/** The market object that a part stands for, or that a whole contract names. Issue: `missing`. */
export function marketObjectOf(part: ContractReference): Result<string> {
  const code = part.contract === undefined ? part.code : part.contract.marketObjectCode;
  if (code !== undefined) return ok(code);
  const expected = `a marketObjectCode of the part ${part.referenceRole}`;
  return fail(issue('missing', 'contractStructure', expected, 'nothing'));
}
