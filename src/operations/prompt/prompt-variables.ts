import { usedVariables } from '../../prompts/used-variables.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import { fetchText } from './fetch-text.js';
import { findVersion } from './find-prompt.js';
import { promptReference } from './prompt-input.js';
import type { PromptVariablesOutput } from './read-outputs.js';
import { promptView } from './views/prompt-view.js';
import { promptVariablesOf, variableView } from './views/variable-views.js';

/**
 * The variables of a version of a prompt: those that it declares, and those that it and what it brings in use.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const promptVariables = guarded(
  needs.promptVariables,
  promptReference,
  async (deps: Deps, given): Promise<PromptVariablesOutput> => {
    const { prompt, version } = await findVersion(deps, given.prompt);
    const used = await usedVariables(version.content, fetchText(deps, prompt.project), prompt.name);
    return {
      prompt: promptView(prompt, await libraryOf(deps).promptVersions.labels(prompt.id)),
      version: version.number,
      variables: promptVariablesOf(version.content, used).map((variable) => ({
        ...variableView(variable, used),
        uses: (used.get(variable.name)?.uses ?? []).map(({ templateName: template, line, column, path }) => ({
          template,
          line,
          column,
          path,
        })),
      })),
    };
  },
);
