import * as z from 'zod/mini';
import { bindVariables, type SurplusVariable } from '../../prompts/bind-variables.js';
import type { Prompt, PromptVersion } from '../../prompts/prompt.js';
import { renderContent } from '../../prompts/render-content.js';
import type { GivenValue } from '../../prompts/typed-value.js';
import { usedVariables } from '../../prompts/used-variables.js';
import type { Deps } from '../deps.js';
import { readVariables } from '../template/read-variables.js';
import { givenFile } from '../template/template-input.js';
import { fetchText } from './fetch-text.js';
import { findVersion } from './find-prompt.js';
import type { MessageView } from './outputs.js';
import { promptVariablesOf } from './views/variable-views.js';

/** The values that somebody gives to the variables of a prompt. */
export const variablesInput = {
  /** Variables as `name=value`, read by their declared types; they win over all others. */
  assignments: z._default(z.readonly(z.array(z.string())), []),
  /** Variables as an object in JSON or YAML. */
  variablesFile: z.optional(givenFile),
  /** Variables as they are. */
  values: z._default(z.record(z.string(), z.unknown()), {}),
};

const variablesObject = z.object(variablesInput);
export type GivenVariables = z.output<typeof variablesObject>;

/** A version of a prompt with values in the place of its variables. */
export interface RenderedPrompt {
  readonly prompt: Prompt;
  readonly version: PromptVersion;
  readonly messages: MessageView[];
  /** What was given, and is no variable of the prompt. */
  readonly warnings: string[];
}

/**
 * Renders the version of a prompt that a reference means.
 *
 * @param asOf what it brings in is what that was then; what it is now, unless given
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws VariablesMissingError, VariableValueError, TemplateVariablesError
 * @throws TemplateError of any class, IncludeRefusedError
 */
export async function renderedPrompt(
  deps: Deps,
  reference: string,
  given: GivenVariables,
  asOf?: Date,
): Promise<RenderedPrompt> {
  const { prompt, version } = await findVersion(deps, reference);
  const fetch = fetchText(deps, prompt.project, asOf);
  const used = await usedVariables(version.content, fetch, prompt.name);
  const variables = promptVariablesOf(version.content, used);
  const { values, surplus } = bindVariables(prompt.name, variables, await givenValues(given));
  const messages = await renderContent(prompt.name, version.content, values, fetch);
  return {
    prompt,
    version,
    messages: messages.map(({ role, text }) => ({ role, text })),
    warnings: surplus.map(surplusText),
  };
}

/** By name: what was said last on the way from a program over a file to the command line counts. */
export async function givenValues({
  assignments,
  variablesFile,
  values,
}: GivenVariables): Promise<Map<string, GivenValue>> {
  const data = Object.entries({ ...values, ...(await readVariables(variablesFile, [])) });
  const words = Object.entries(await readVariables(undefined, assignments));
  return new Map<string, GivenValue>([
    ...data.map(([name, value]) => [name, { from: 'data', value }] as const),
    ...words.map(([name, text]) => [name, { from: 'word', text: String(text) }] as const),
  ]);
}

function surplusText({ name, nearest }: SurplusVariable): string {
  const meant = nearest === null ? '' : ` Did you mean ${nearest}?`;
  return `The prompt has no variable ${name}.${meant}`;
}
