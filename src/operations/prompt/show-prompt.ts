import { shellWord } from '../../base/text/shell-word.js';
import { referenceText } from '../../prompts/prompt-reference.js';
import { referencesIn } from '../../prompts/references-in.js';
import { usedVariables } from '../../prompts/used-variables.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import { fetchText } from './fetch-text.js';
import { findVersion } from './find-prompt.js';
import type { VariableView } from './outputs.js';
import { promptCommand } from './prompt-command.js';
import { promptReference } from './prompt-input.js';
import { usesOf } from './prompt-uses.js';
import type { PromptShowOutput } from './read-outputs.js';
import { promptView, versionView } from './views/prompt-view.js';
import { settingsView } from './views/settings-view.js';
import { promptVariablesOf, variableView } from './views/variable-views.js';

/**
 * A prompt with one of its versions, the newest unless the reference names another.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const showPrompt = guarded(
  needs.showPrompt,
  promptReference,
  async (deps: Deps, given): Promise<PromptShowOutput> => {
    const { prompt, version } = await findVersion(deps, given.prompt);
    const { promptUses, promptVersions } = libraryOf(deps);
    const labels = await promptVersions.labels(prompt.id);
    const { content } = version;
    const used = await usedVariables(content, fetchText(deps, prompt.project), prompt.name);
    const variables = promptVariablesOf(content, used).map((variable) => variableView(variable, used));
    return {
      prompt: promptView(prompt, labels),
      version: versionView(version, labels),
      messages: content.messages.map(({ role, text }) => ({ role, text })),
      variables,
      settings: settingsView(content.settings),
      bringsIn: referencesIn(content).map(referenceText),
      uses: await usesOf(deps, prompt),
      sessions: await promptUses.sessionsThatUsed(prompt.id),
      next: (await promptCommand(deps, 'render', prompt)) + wanting(variables),
    };
  },
);

/** Places for the values that a person has to give. */
function wanting(variables: readonly VariableView[]): string {
  return variables
    .filter(({ required }) => required)
    .map(({ name }) => ` --var ${shellWord(`${name}=...`)}`)
    .join('');
}
