import type { Deps } from '../../operations/deps.js';
import { approveStep, rejectStep } from '../../operations/session/run/decide-step.js';
import type { GateView } from '../../operations/session/run/run-outputs.js';
import type { CommandContext } from '../command-context.js';
import { askDecision } from '../input/ask-decision.js';
import { editedAnswer } from './edited-answer.js';
import { renderGate } from './gate-page.js';

/**
 * Shows what waits and asks what shall become of it.
 *
 * @returns false when it shall wait on
 */
export async function decideAtGate(
  context: CommandContext,
  deps: Deps,
  session: string,
  gate: GateView,
): Promise<boolean> {
  const { stderr } = context.streams;
  const { attempt } = gate;
  stderr.write(`${renderGate(gate, stderr)}\n`);
  return askDecision(context, {
    approve: () => approveStep(deps, { session, attempt }),
    async approveEdited() {
      const edited = await editedAnswer(context, deps, session, attempt);
      if (edited !== null) await approveStep(deps, { session, attempt, edited });
      return edited !== null;
    },
    reject: (comment) => rejectStep(deps, { session, attempt, comment }),
  });
}
