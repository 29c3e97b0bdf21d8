import type { Issue } from '../foundation/index.js';
import { projectExercise } from './exercise.js';
import { requiredTerm } from './loan-plan.js';
import type { ProjectContract } from './project-contract.js';

/** A price agreed today for a market object at maturity (rule COMPOSED-13). */
export const projectFutur: ProjectContract = (terms, context) => {
  const issues: Issue[] = [];
  const agreed = requiredTerm(terms, 'futuresPrice', issues) ?? 0;
  return projectExercise(terms, context, { amountOf: (_, price) => price - agreed, issues });
};
