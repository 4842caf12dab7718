import type { Batch } from '../../../engine/batch/batch.js';
import type { Experiment } from '../../../engine/experiment/experiment.js';
import type { ItemResult } from '../../../store/batch-store.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';

/** What the control and a variant answered to the same row. */
export interface AnsweredPair {
  readonly unit: string;
  /** The variant's number, from 1. */
  readonly variant: number;
  readonly repetition: number;
  /** The values of the row. */
  readonly row: object;
  /** The control's answer; null when it failed. */
  readonly control: string | null;
  /** The variant's; null when it failed. */
  readonly answer: string | null;
}

/** So many rows are read at a time. */
const CHUNK = 200;

/** The answers of all variants beside the control's, some rows at a time; rows that one was not asked yet are left out. */
export async function* answeredPairs(
  deps: Deps,
  { variants }: Experiment,
  batches: readonly Pick<Batch, 'id'>[],
): AsyncGenerator<AnsweredPair[]> {
  const { batches: store } = executionsOf(deps);
  const control = variants.findIndex(({ isControl }) => isControl);
  // The batches have the same rows in the same order, each at the same position.
  for (let last = 0; ; ) {
    const results = await Promise.all(
      batches.map(({ id }) => store.results(id, { limit: CHUNK, after: [last] })),
    );
    const ofControl = results[control] ?? [];
    if (ofControl.length === 0) return;
    yield results.flatMap((items, at) =>
      at === control ? [] : ofControl.flatMap((one) => pairOf(one, items.find(isBeside(one)), at + 1)),
    );
    last = ofControl.at(-1)?.position ?? last;
  }
}

function isBeside({ position }: ItemResult) {
  return (other: ItemResult) => other.position === position;
}

function pairOf(control: ItemResult, item: ItemResult | undefined, variant: number): AnsweredPair[] {
  if (item === undefined || !isAsked(control) || !isAsked(item)) return [];
  const { row, repetition, input } = control;
  return [
    {
      ...{ unit: String(row), variant, repetition, row: input },
      control: answerOf(control),
      answer: answerOf(item),
    },
  ];
}

/** What was never asked says nothing of who would have been. */
function isAsked({ status, execution }: ItemResult): boolean {
  return status === 'done' || (status === 'failed' && execution !== null);
}

function answerOf({ status, answer }: ItemResult): string | null {
  return status === 'done' ? answer : null;
}
