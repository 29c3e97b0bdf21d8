import type { Change, Study } from '../../study/index.js';
import type { ChangeGroup } from '../group.js';
import type { Party } from './capital-path.js';

const TITLES = {
  deposits: 'Deposit assumption',
  assumptions: 'Other assumptions',
  hedges: 'Hedges',
} as const;
type Kind = keyof typeof TITLES;

/**
 * Groups by what they touch (ATTR-32): deposit models alone, other models alone, hedges alone;
 * every other group is a party of its own. In the order of their first group.
 */
export function partiesOf(study: Study, groups: readonly ChangeGroup[]): readonly Party[] {
  const deposits = new Set(study.behaviour.deposits.map(({ id }) => id));
  const parties = new Map<string, Party>();
  for (const group of groups) {
    const kinds = new Set(group.changes.map((change) => kindOf(change, deposits)));
    const [kind] = kinds;
    const named = kinds.size === 1 && kind !== undefined ? kind : null;
    const id = named ?? (group.id in TITLES ? `group ${group.id}` : group.id);
    const party = parties.get(id) ?? { id, title: named ? TITLES[named] : group.title, groups: [] };
    parties.set(id, { ...party, groups: [...party.groups, group.id] });
  }
  return [...parties.values()];
}

function kindOf(change: Change, deposits: ReadonlySet<string>): Kind | null {
  switch (change.kind) {
    case 'add-hedge':
    case 'add-option':
    case 'add-future':
    case 'remove-hedge':
    case 'terminate-hedge':
    case 'dedesignate-hedge':
    case 'release-deferral':
    case 'replace-hedges':
      return 'hedges';
    case 'replace-assumption':
    case 'break-assumption': {
      const ofDeposits = change.edits.filter(({ model }) => deposits.has(model));
      if (ofDeposits.length === change.edits.length) return 'deposits';
      return ofDeposits.length === 0 ? 'assumptions' : null;
    }
    case 'replace-models': {
      const names = Object.keys(change.models);
      if (!names.includes('deposits')) return 'assumptions';
      return names.length === 1 ? 'deposits' : null;
    }
    default:
      return null;
  }
}
