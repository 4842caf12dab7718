import * as z from 'zod/mini';
import { keysAsWritten } from '../../base/text/snake-case.js';
import type { JsonValue } from '../../formats/index.js';
import { type ContentDifference, diffContent } from '../../prompts/diff-content.js';
import type { Prompt, PromptVersion } from '../../prompts/prompt.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { NotFoundError } from '../errors.js';
import { libraryOf } from '../library.js';
import type { PromptDiffOutput } from './diff-outputs.js';
import { findPrompt, findVersion, versionOf } from './find-prompt.js';
import { promptCommand } from './prompt-command.js';
import { hunkViews } from './views/hunk-views.js';
import { versionView } from './views/prompt-view.js';
import { declarationView } from './views/variable-views.js';

const input = z.object({
  /** Alone, and without a version, it is the version before the newest; else what the other is compared with. */
  before: z.string(),
  /** Another version, or another prompt; the newest version of the first one unless given. */
  after: z.optional(z.string()),
});

interface Side {
  readonly prompt: Prompt;
  readonly version: PromptVersion;
}

/**
 * What two versions of a prompt, or of two prompts, say otherwise: their messages by lines and words, their
 * variables and settings.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const diffPrompts = guarded(
  needs.diffPrompts,
  input,
  async (deps: Deps, given): Promise<PromptDiffOutput> => {
    const [before, after] = await sidesOf(deps, given);
    const difference = diffContent(before.version.content, after.version.content);
    return {
      before: await sideView(deps, before),
      after: await sideView(deps, after),
      same: before.version.checksum === after.version.checksum,
      ...differenceView(difference),
    };
  },
);

async function sidesOf(
  deps: Deps,
  { before, after }: z.output<typeof input>,
): Promise<readonly [Side, Side]> {
  if (after !== undefined) return [await findVersion(deps, before), await findVersion(deps, after)];
  const { prompt, choice } = await findPrompt(deps, before);
  const newest = { prompt, version: await versionOf(deps, prompt, { by: 'latest' }) };
  if (choice.by !== 'latest') return [{ prompt, version: await versionOf(deps, prompt, choice) }, newest];
  if (prompt.latest === 1) throw await onlyOne(deps, prompt);
  return [
    { prompt, version: await versionOf(deps, prompt, { by: 'number', number: prompt.latest - 1 }) },
    newest,
  ];
}

async function onlyOne(deps: Deps, prompt: Prompt): Promise<NotFoundError> {
  return new NotFoundError(
    'PROMPT_VERSION_NOT_FOUND',
    `Prompt "${prompt.name}" has one version only: there is none to compare it with.`,
    {
      hint: 'Name another prompt as well to compare the two.',
      next: await promptCommand(deps, 'show', prompt),
    },
  );
}

async function sideView(deps: Deps, { prompt, version }: Side): Promise<PromptDiffOutput['before']> {
  return {
    prompt: prompt.name,
    version: versionView(version, await libraryOf(deps).promptVersions.labels(prompt.id)),
  };
}

function differenceView({ messages, variables, settings }: ContentDifference) {
  return {
    messages: messages.map(({ hunks, ...message }) => ({
      ...message,
      hunks: hunkViews(hunks),
    })),
    variables: variables.map(({ name, before, after }) => ({
      name,
      before: before === undefined ? null : declarationView(before),
      after: after === undefined ? null : declarationView(after),
    })),
    settings: settings.map(({ name, before, after }) => ({
      name,
      before: asData(before),
      after: asData(after),
    })),
  };
}

function asData(value: JsonValue | undefined): JsonValue {
  return value === undefined ? null : keysAsWritten(value);
}
