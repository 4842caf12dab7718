import { shellWord } from '../../../base/text/shell-word.js';
import { isConstant } from '../../../engine/workflow/expressions/analyse-text.js';
import { placedSteps } from '../../../engine/workflow/run/placed-steps.js';
import type { WorkflowProgram } from '../../../engine/workflow/run/walking.js';
import type { TemplateText } from '../../../engine/workflow/workflow.js';
import type { Deps } from '../../deps.js';
import { promptModel } from '../../model/prompt-model.js';
import { resolveModel } from '../../model/resolve-model.js';
import { CommandsNotAllowedError } from './errors.js';
import type { StartedRun } from './started-run.js';

/** The commands of a workflow and of those that it runs, as the files have them. */
export function commandsIn(program: WorkflowProgram): string[] {
  const commands = placedSteps(program).flatMap(({ path, step }) =>
    step.kind === 'run' ? [`${path}: ${step.command.map(({ value }) => shellWord(value)).join(' ')}`] : [],
  );
  return [...new Set(commands)];
}

/** @throws CommandsNotAllowedError unless there are none, or somebody has agreed to them */
export function requireAllowed(program: WorkflowProgram, isAllowed: boolean): void {
  const commands = commandsIn(program);
  if (commands.length > 0 && !isAllowed) throw new CommandsNotAllowedError(commands);
}

/**
 * Opens every model that is known beforehand, so that a missing key shows before anything is paid for.
 *
 * @throws ModelUnknownError, KeyMissingError, ProviderMissingError, AgentMissingError
 * @throws ModelNotChosenError, ModelRefusedError
 */
export async function requireModels(
  deps: Deps,
  { workflow, subworkflow }: WorkflowProgram,
  { name, project, settings }: Pick<StartedRun, 'name' | 'project' | 'settings'>,
): Promise<void> {
  const who = `The workflow ${name}`;
  const named = new Set<string>();
  let isChosenElsewhere = false;
  for (const { step } of placedSteps({ workflow, subworkflow })) {
    if (step.kind !== 'ask' && step.kind !== 'prompt') continue;
    const own = constant(step.model) ?? (settings.model === null ? constant(workflow.model) : null);
    if (own !== null) named.add(own);
    else if (step.kind === 'ask' && step.model === null && workflow.model === null) isChosenElsewhere = true;
  }
  for (const model of named) await deps.models.models.open(await promptModel(deps, model, who, project));
  if (isChosenElsewhere || settings.model !== null)
    await deps.models.models.open(await resolveModel(deps, settings.model ?? undefined, project));
}

/** What a text says whatever the run; null when it says nothing, or depends on it. */
function constant(text: TemplateText | null): string | null {
  return text !== null && isConstant(text) ? text.value : null;
}
