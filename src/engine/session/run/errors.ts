import { PromptRunnerError } from '../../../base/errors.js';
import type { AttemptId, ExecutionId, SessionId } from '../../../base/ids.js';
import { planningSections } from '../../../sections/index.js';
import { sum } from '../../execution/add-usage.js';
import type { NanoDollars } from '../../execution/execution.js';
import type { TakenAnswer } from '../take-answer.js';
import type { StepAnswer } from './step-question.js';

/** The plan lacks sections after all follow-ups; what there is is kept. */
export class PlanIncompleteError extends PromptRunnerError {
  readonly code = 'PLAN_INCOMPLETE';
  readonly kind = 'failed';
  readonly session: SessionId;
  readonly attempt: AttemptId;
  /** The keys of the sections that are missing. */
  readonly missing: readonly string[];

  /** What was asked, the follow-ups included. */
  readonly executions: readonly ExecutionId[];
  /** What that cost; null when a part of it is unknown. */
  readonly cost: NanoDollars | null;

  /** @param asked what was asked in this try */
  constructor(
    { session, attempt, result }: Omit<TakenAnswer, 'followUp'>,
    followUps: number,
    asked: readonly StepAnswer[],
  ) {
    const missing = result.kind === 'planning' ? result.missing : [];
    const names = planningSections.filter(({ key }) => missing.includes(key)).map(({ name }) => name);
    super(
      `The plan lacks ${names.join(' and ')} after ${followUps} follow-ups; what there is is kept as attempt ${attempt}.`,
      {
        hint: 'Ask another model, or write what is missing and join it.',
        next: `prompt-runner orchestrate process --session ${session.id} --append --edit`,
      },
    );
    this.session = session.id;
    this.attempt = attempt;
    this.missing = missing;
    this.executions = asked.map(({ id }) => id);
    this.cost = asked.reduce<NanoDollars | null>((total, { cost }) => sum(total, cost), 0);
  }
}
