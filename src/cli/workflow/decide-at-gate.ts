import type { Deps } from '../../operations/deps.js';
import { approveGate, rejectGate } from '../../operations/workflow/run/decide-gate.js';
import type { WorkflowGateView } from '../../operations/workflow/run/run-outputs.js';
import type { CommandContext } from '../command-context.js';
import { askDecision } from '../input/ask-decision.js';
import { editedContent } from './edited-content.js';
import { renderContent } from './gate-page.js';

/**
 * Shows what waits and asks what shall become of it.
 *
 * @returns false when it shall wait on
 */
export async function decideAtGate(
  context: CommandContext,
  deps: Deps,
  run: string,
  gate: WorkflowGateView,
): Promise<boolean> {
  const { stderr } = context.streams;
  const about = { run, step: gate.path, content: gate.checksum };
  stderr.write(renderContent(gate, stderr));
  return askDecision(context, {
    approve: () => approveGate(deps, about),
    async approveEdited() {
      const edited = await editedContent(context, deps, gate);
      if (edited !== null) await approveGate(deps, { ...about, edited });
      return edited !== null;
    },
    reject: (comment) => rejectGate(deps, { ...about, comment }),
  });
}
