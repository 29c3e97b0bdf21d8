import { ok, type Result } from '../../foundation/index.js';
import type { Study } from '../../study/index.js';
import type { LeverTemplate } from '../lever-template.js';
import type { Lever } from '../problem.js';
import { raiseCapitalLever, returnCapitalLever, waitLever } from './capital-levers.js';
import { changesLever } from './changes-lever.js';
import { depositPriceLever, exceptionPriceLever } from './deposit-levers.js';
import { fundingLever } from './funding-lever.js';
import type { LeverTerms } from './lever-terms.js';
import { growLever, reclassifyLever, reinvestLever, sellLever } from './securities-levers.js';
import { swapsLever } from './swaps-lever.js';

/**
 * A template as a lever over this Study (PLAN-11): rates struck on its curve, ranges cut to what it
 * holds and may do, costs that no NII shows. Issues: `plan.lever` for a row that is not there or
 * not of the kind, `hedge.structure`.
 */
export function leverOf(study: Study, template: LeverTemplate, terms: LeverTerms): Result<Lever> {
  switch (template.kind) {
    case 'swaps':
      return swapsLever({ study, template, terms });
    case 'changes':
      return ok(changesLever({ study, template, terms }));
    case 'sell':
      return ok(sellLever({ study, template, terms }));
    case 'reclassify':
      return ok(reclassifyLever({ study, template, terms }));
    case 'reinvest':
      return ok(reinvestLever({ study, template, terms }));
    case 'grow':
      return growLever({ study, template, terms });
    case 'fund':
      return ok(fundingLever({ study, template, terms }));
    case 'deposit-price':
      return depositPriceLever({ study, template, terms });
    case 'exception-price':
      return exceptionPriceLever({ study, template, terms });
    case 'raise-capital':
      return ok(raiseCapitalLever({ study, template, terms }));
    case 'return-capital':
      return ok(returnCapitalLever({ study, template, terms }));
    case 'wait':
      return ok(waitLever({ study, template, terms }));
  }
}
