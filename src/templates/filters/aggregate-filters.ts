import { functionTable, type NativeBody } from '../runtime/native-function.js';
import type { Signature } from '../runtime/signature.js';
import { add } from '../values/arithmetic.js';
import { iterate } from '../values/iterate.js';
import { inOrder, type OrderOperator } from '../values/ordering.js';
import { isTrue } from '../values/truth.js';
import type { Value } from '../values/value.js';
import { attributeKey, ignoringCase } from './attribute-path.js';

const EXTREME: Signature = { required: ['value'], optional: { case_sensitive: false, attribute: null } };

/** Filters that make one value of many. */
export const AGGREGATE_FILTERS = functionTable({
  min: [EXTREME, extreme('<')],
  max: [EXTREME, extreme('>')],
  sum: [
    { required: ['iterable'], optional: { attribute: null, start: 0 } },
    (rendering, value, attribute, start) => {
      const key = attributeKey(rendering, attribute);
      let sum = start;
      for (const item of iterate(value, rendering.budget)) {
        rendering.budget.step();
        sum = add(sum, key(item), rendering.budget);
      }
      return sum;
    },
  ],
});

/** The first of the items that are as small (or large) as any. */
function extreme(operator: OrderOperator): NativeBody {
  return (rendering, value, caseSensitive, attribute) => {
    const key = attributeKey(rendering, attribute);
    const rank = (item: Value): Value => (isTrue(caseSensitive) ? key(item) : ignoringCase(key(item)));
    let best: { item: Value; rank: Value } | undefined;
    for (const item of iterate(value, rendering.budget)) {
      rendering.budget.step();
      const candidate = { item, rank: rank(item) };
      if (best === undefined || inOrder(candidate.rank, operator, best.rank, rendering.budget))
        best = candidate;
    }
    return best === undefined ? rendering.missing('No aggregated item, sequence was empty.') : best.item;
  };
}
