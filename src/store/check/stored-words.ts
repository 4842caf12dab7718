import type { ExecutionKind } from '../../engine/execution/execution.js';
import { executionStatuses } from '../../engine/execution/execution.js';
import { experimentStatuses, experimentUnits, metricKinds } from '../../engine/experiment/experiment.js';
import { type CandidateFate, candidateOrigins, searchArms } from '../../engine/optimize/candidate.js';
import { optimizationStatuses } from '../../engine/optimize/optimization.js';
import { runStatuses } from '../../engine/run/run.js';
import type { AttemptOutcome, InputMethod } from '../../engine/session/attempt.js';
import { phases } from '../../engine/session/phase.js';
import { templateLayers } from '../../engine/session/prompt-template.js';
import type { SessionEventKind } from '../../engine/session/session-event.js';
import { steps } from '../../engine/session/step.js';
import { roles } from '../role.js';

/** The words that a column may hold, by table and column. */
export const storedWords: Readonly<Record<string, ReadonlySet<string>>> = {
  'orchestration_phases.step': new Set(steps),
  'orchestration_phases.outcome': every<AttemptOutcome>({
    issued: true,
    received: true,
    accepted: true,
    incomplete: true,
    rejected: true,
  }),
  'orchestration_phases.input_method': every<InputMethod>({
    argument: true,
    file: true,
    stdin: true,
    paste: true,
    edit: true,
    typed: true,
    library: true,
    kept: true,
    model: true,
    agent: true,
  }),
  'orchestration_phases.template_layer': new Set(templateLayers),
  'session_events.step': new Set(steps),
  'session_events.kind': every<SessionEventKind>({
    created: true,
    revised: true,
    'step-done': true,
    'analysis-skipped': true,
    'part-issued': true,
    'part-done': true,
    'answer-incomplete': true,
    'answer-rejected': true,
    cancelled: true,
    deleted: true,
    undone: true,
  }),
  'orchestration_executions.step': new Set(steps),
  'executions.kind': every<ExecutionKind>({ model: true, agent: true, pasted: true }),
  'executions.status': new Set(executionStatuses),
  'phase_ratings.phase': new Set(phases),
  'project_members.role': new Set(roles),
  'runs.status': new Set(runStatuses),
  'experiments.status': new Set(experimentStatuses),
  'experiments.unit': new Set(experimentUnits),
  'experiment_metrics.kind': new Set(metricKinds),
  'experiment_metrics.better': new Set(['higher', 'lower']),
  'optimizations.status': new Set(optimizationStatuses),
  'optimization_candidates.arm': new Set(searchArms),
  'optimization_candidates.origin': new Set(candidateOrigins),
  'optimization_candidates.fate': every<CandidateFate['is']>({
    untried: true,
    refused: true,
    'no-better': true,
    pooled: true,
  }),
};

/** All words of a kind: the compiler sees to it that none is missing. */
function every<Word extends string>(words: Readonly<Record<Word, true>>): ReadonlySet<string> {
  return new Set(Object.keys(words));
}
