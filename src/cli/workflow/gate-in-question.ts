import type { Deps } from '../../operations/deps.js';
import { onlyGate } from '../../operations/workflow/run/only-gate.js';
import type { WorkflowGateView } from '../../operations/workflow/run/run-outputs.js';
import { showWorkflowRun } from '../../operations/workflow/run/show-workflow-run.js';
import type { CommandContext } from '../command-context.js';
import { confirm } from '../input/confirm.js';
import { UsageError } from '../usage-error.js';
import { renderContent } from './gate-page.js';

/** Which gate is meant, and of what content, as it was typed. */
export interface GateWords {
  readonly run: string | undefined;
  readonly step: string | undefined;
  readonly content: string | undefined;
}

/** A gate of a run. */
export interface GateInQuestion {
  readonly run: string;
  readonly gate: WorkflowGateView;
  /** The checksum of what was seen, or its beginning. */
  readonly content: string;
}

/**
 * The gate that is meant. Whoever has not said by its checksum which content was seen, sees it now and is asked.
 *
 * @param question what is asked at a terminal
 * @returns null when the answer was no
 * @throws UsageError where nobody can be asked
 */
export async function gateInQuestion(
  context: CommandContext,
  deps: Deps,
  words: GateWords,
  question: string,
): Promise<GateInQuestion | null> {
  const { streams } = context;
  const output = await showWorkflowRun(deps, { run: words.run });
  const run = output.run.id;
  const gate = onlyGate(run, output.gates, ({ path }) => path, words.step);
  if (words.content !== undefined) return { run, gate, content: words.content };
  if (!streams.stdin.isTerminal || !streams.stderr.isTerminal) {
    throw new UsageError('Which content was seen has to be said: nobody can be shown it here.', {
      hint: 'Look at it, then give its checksum with --content.',
      next: `prompt-runner workflow status ${run}`,
    });
  }
  streams.stderr.write(renderContent(gate, streams.stderr));
  return (await confirm(question, streams)) ? { run, gate, content: gate.checksum } : null;
}
