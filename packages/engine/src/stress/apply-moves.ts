import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';
import type { Change, Study } from '../study/index.js';
import { applyAll } from './apply-all.js';
import { ruleEdits } from './assumption-rule.js';
import type { AssumptionMove, CurveMove, Move } from './move.js';

type Apply = (study: Study, change: Change) => Result<Study>;
type Scenario = Study['scenarios'][number];

/** The base may not be shocked: where curve moves are laid on it, it is read in this scenario. */
const MOVED_BASE = 'moved';

/** The scenario in which a measure of `scenario` is read once the moves are made. */
export function movedScenario(moves: readonly Move[], scenario: string): string {
  const shocked = scenario === '0' && moves.some(({ kind }) => kind === 'curve');
  return shocked ? MOVED_BASE : scenario;
}

/** Which moves are made, how far, on which scenarios, and how a Change is applied. */
export interface MovesMade {
  readonly moves: readonly Move[];
  readonly amounts: readonly number[];
  /** Scenarios that are read: curve moves are added to the shock of each. */
  readonly scenarios: readonly string[];
  readonly apply: Apply;
}

/**
 * The Study after joint moves (FLIP-9): assumptions by Changes of kind `break-assumption`, curve
 * nodes as a shock at once on top of each scenario that is read. Issues: those of the rules and
 * Changes, and `flip.scenario` when curve moves meet a scenario that is not a parallel shock.
 */
export function applyMoves(study: Study, made: MovesMade): Result<Study> {
  let current = study;
  for (const [index, move] of made.moves.entries()) {
    const amount = itemAt(made.amounts, index);
    if (move.kind === 'curve' || amount === 0) continue;
    const changes = moveChanges(current, move, amount);
    if (!changes.ok) return changes;
    const applied = applyAll(made.apply, current, changes.value, `move ${move.id}`);
    if (!applied.ok) return applied;
    current = applied.value;
  }
  const nodes = made.moves.flatMap((move, index) =>
    move.kind === 'curve' ? [{ move, shockBp: itemAt(made.amounts, index) }] : [],
  );
  return nodes.length === 0 ? ok(current) : withCurveMoves(current, made, nodes);
}

/** One Change a rule: a later rule reads what an earlier one left. */
function moveChanges(study: Study, move: AssumptionMove, amount: number): Result<Change[]> {
  const changes: Change[] = [];
  for (const { on, parameter, operation, factor, offset } of move.rules) {
    const value = amount * factor + offset;
    const edits = ruleEdits(study, { on, parameter, operation, value });
    if (!edits.ok) return edits;
    changes.push({
      kind: 'break-assumption',
      id: `move-${move.id}-${parameter}`,
      title: move.title,
      rationale: `moved by ${amount} ${move.unit}`,
      sources: [move.source],
      size: 1,
      edits: edits.value,
    });
  }
  return ok(changes);
}

interface Node {
  readonly move: CurveMove;
  readonly shockBp: number;
}

function withCurveMoves(
  study: Study,
  { moves, scenarios, apply }: MovesMade,
  nodes: readonly Node[],
): Result<Study> {
  const changes: Change[] = [];
  for (const id of scenarios) {
    const scenario = study.scenarios.find((each) => each.id === id);
    if (scenario?.kind !== 'parallel') {
      const got = scenario?.kind ?? 'no such scenario';
      return fail(issue('flip.scenario', id, 'a parallel shock, to lay curve moves on', got));
    }
    changes.push({
      kind: 'shock',
      id: `move-curve-${id}`,
      title: 'Curve moves',
      rationale: 'nodes of the curve moved on top of the scenario',
      sources: nodes.map(({ move }) => move.source).slice(0, 1),
      size: 1,
      scenario: movedNodes(scenario, movedScenario(moves, id), nodes),
    });
  }
  return applyAll(apply, study, changes, 'curve moves');
}

function movedNodes(
  scenario: Extract<Scenario, { readonly kind: 'parallel' }>,
  id: string,
  nodes: readonly Node[],
): Scenario {
  const { shockBp: _, ...terms } = scenario;
  return {
    ...terms,
    id,
    kind: 'nodes',
    nodes: nodes.map(({ move, shockBp }) => ({
      tenorMonths: move.tenorMonths,
      shockBp: scenario.shockBp + shockBp,
    })),
  };
}
