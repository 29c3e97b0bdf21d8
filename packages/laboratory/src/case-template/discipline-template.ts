import {
  type DisciplinePlan,
  PROGRAMME_TITLES,
  PROGRAMMES,
  type Study,
  standardProgramme,
} from '@almfes/engine';
import { removeHedge } from './remove-hedge.js';

/**
 * A discipline to begin with (rule FORM-30): the swaps that the bank reports, else the first
 * standard programme of the league that the bank can have. Null: none, and the author states one.
 */
export function disciplineTemplate(study: Study): DisciplinePlan | null {
  if (study.hedges.length > 0) {
    return {
      ...{ title: 'Its own swaps that pay fixed', heldByBank: true, rationale: TASK },
      counterfactual: 'the same bank without them',
      changes: study.hedges.map(removeHedge),
    };
  }
  for (const programme of PROGRAMMES) {
    const made = standardProgramme(programme, study);
    if (!made.ok) continue;
    const title = PROGRAMME_TITLES[programme];
    return { title, ...made.value, rationale: TASK, counterfactual: 'the same bank with it' };
  }
  return null;
}

const TASK =
  'TO WRITE: why the bank had this choice, and whose size it is; these Changes are a beginning, ' +
  'put those of your own case in their place (docs/method/capital-efficiency.md EFF-1)';
