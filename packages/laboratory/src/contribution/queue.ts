/** Where a contribution stands (rule CONTRIB-6). */
export const CONTRIBUTION_STATES = [
  'received',
  'checked',
  'in-review',
  'accepted',
  'declined',
] as const;
export type ContributionState = (typeof CONTRIBUTION_STATES)[number];

/** Where each state may lead; a revised text goes back to `received` and is checked again. */
const NEXT: Readonly<Record<ContributionState, readonly ContributionState[]>> = {
  received: ['checked', 'declined'],
  checked: ['in-review', 'received', 'declined'],
  'in-review': ['accepted', 'declined', 'received'],
  accepted: [],
  declined: [],
};

/** The states that may follow; none after a final one. */
export function nextStates(state: ContributionState): readonly ContributionState[] {
  return NEXT[state];
}
