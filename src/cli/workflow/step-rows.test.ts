import { describe, expect, it } from 'vitest';
import type { WorkflowStepView } from '../../operations/workflow/run/run-outputs.js';
import { stepRows } from './step-rows.js';

function step(path: string, status: WorkflowStepView['status'] = 'done'): WorkflowStepView {
  const nothing = {
    startedAt: null,
    finishedAt: null,
    cost: 0,
    executions: [],
    decision: null,
    problem: null,
  };
  return { path, kind: 'ask', status, tries: 1, ambiguous: 0, ...nothing };
}

const shown = (steps: WorkflowStepView[]) =>
  stepRows(steps).map((row) => (row.of === 'step' ? row.step.path : `${row.path} × ${row.done}`));

describe('the rows of a table of steps', () => {
  it('are a step each, as long as there are few', () => {
    expect(shown([step('a'), step('each[1].b'), step('each[2].b'), step('c')])).toEqual([
      'a',
      'each[1].b',
      'each[2].b',
      'c',
    ]);
  });

  it('are put together for a long list, but for what did not end well', () => {
    const entries = Array.from({ length: 100 }, (_, at) =>
      step(`each[${at + 1}].b`, at === 41 ? 'failed' : 'done'),
    );
    expect(shown([step('a'), ...entries])).toEqual(['a', 'each[…].b × 99', 'each[42].b']);
  });
});
