import { closestName } from '../../base/text/closest-name.js';
import { shellWord } from '../../base/text/shell-word.js';
import type { Prompt, PromptVersion } from '../../prompts/prompt.js';
import { isBuiltin } from '../../prompts/prompt-name.js';
import {
  type PromptReference,
  parsePromptReference,
  type VersionChoice,
} from '../../prompts/prompt-reference.js';
import { accessOf, readable } from '../access/access.js';
import { requireRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { AmbiguousReferenceError, NotAllowedError, NotFoundError } from '../errors.js';
import { libraryOf } from '../library.js';
import { InvalidInputError } from '../operation.js';
import { builtinPrompt } from './builtin-prompt.js';
import { scopeHere } from './prompt-scope.js';

const SUGGESTED_AMONG = 2000;
const ID = /^t[0-9a-hjkmnp-tv-z]{3,12}$/;

/** A prompt that was named, and which of its versions was meant. */
export interface FoundPrompt {
  readonly prompt: Prompt;
  readonly choice: VersionChoice;
}

/**
 * The prompt that a reference means here: by its name (a project's before a global one), its id or the unique
 * beginning of its id, each with `@7` or `@production` behind it.
 *
 * @throws PromptNameError for what cannot be a name
 * @throws NotFoundError when there is none
 * @throws AmbiguousReferenceError when the beginning of an id fits several
 * @throws NotPermittedError when the operation takes a higher role where it belongs
 */
export async function findPrompt(deps: Deps, text: string): Promise<FoundPrompt> {
  const { name, version } = parsePromptReference(text);
  if (isBuiltin(name)) throw notYours(name);
  const scope = await scopeHere(deps);
  const { prompts } = libraryOf(deps);
  const [named] = await seenPrompts(deps, prompts.named(name, scope));
  const prompt = named ?? (await withId(deps, name));
  if (prompt === undefined) throw await notFound(deps, name);
  await requireRole(deps, prompt.project);
  return { prompt, choice: version };
}

/**
 * The same for what is done to a prompt as a whole.
 *
 * @throws InvalidInputError when one of its versions was named: those never change
 */
export async function findWholePrompt(deps: Deps, text: string): Promise<Prompt> {
  const { prompt, choice } = await findPrompt(deps, text);
  if (choice.by === 'latest') return prompt;
  throw new InvalidInputError(
    `"${text}" is a version of a prompt, and versions are never changed or taken away.`,
    { hint: `Name the prompt alone if all of it is meant: ${prompt.name}` },
  );
}

/** The same, with the version that was meant; a template that comes with the program has one. */
export async function findVersion(
  deps: Deps,
  text: string,
): Promise<{ readonly prompt: Prompt; readonly version: PromptVersion }> {
  const { name, version } = parsePromptReference(text);
  const builtin = version.by === 'latest' ? builtinPrompt(name) : undefined;
  if (builtin !== undefined) return builtin;
  const { prompt, choice } = await findPrompt(deps, text);
  return { prompt, version: await versionOf(deps, prompt, choice) };
}

/** @throws NotFoundError when the prompt has no such version or label */
export async function versionOf(deps: Deps, prompt: Prompt, choice: VersionChoice): Promise<PromptVersion> {
  const version = await libraryOf(deps).promptVersions.version(prompt, choice);
  if (version !== undefined) return version;
  throw new NotFoundError('PROMPT_VERSION_NOT_FOUND', missingVersion(prompt, choice), {
    hint: (await nearestLabel(deps, prompt, choice)) ?? 'See which versions and labels it has.',
    next: `prompt-runner prompt versions ${prompt.name}`,
  });
}

async function nearestLabel(deps: Deps, { id, name }: Prompt, choice: VersionChoice): Promise<string | null> {
  if (choice.by !== 'label') return null;
  const labels = await libraryOf(deps).promptVersions.labels(id);
  const nearest = closestName(
    choice.label,
    labels.map(({ label }) => label),
  );
  return nearest === undefined ? null : `Did you mean ${name}@${nearest}?`;
}

function missingVersion({ name, latest }: Prompt, choice: VersionChoice): string {
  if (choice.by === 'label') return `Prompt "${name}" has no label "${choice.label}".`;
  const asked: PromptReference['version'] = choice;
  const number = asked.by === 'number' ? asked.number : latest;
  return `Prompt "${name}" has no version ${number}; they go from 1 to ${latest}.`;
}

/** What comes with the program can be looked at, copied and extended, and not changed. */
function notYours(name: string): NotAllowedError {
  return new NotAllowedError(`"${name}" comes with the program, and is not kept in the library.`, {
    hint: `Make a template that extends it: {% extends "${name}" %}.`,
    next: `prompt-runner prompt show ${name}`,
  });
}

async function withId(deps: Deps, text: string): Promise<Prompt | undefined> {
  const found = (await promptsWithId(deps, text)).filter(({ deletedAt }) => deletedAt === null);
  const [first, second] = found;
  if (second === undefined || first?.id === text) return first;
  throw new AmbiguousReferenceError(`"${text}" begins the id of several prompts.`, {
    hint: 'Give more of the id, or the name.',
    next: 'prompt-runner prompt list',
  });
}

/** The prompts whose id begins so, deleted ones too; none for what cannot be the beginning of an id. */
export async function promptsWithId(deps: Deps, text: string): Promise<Prompt[]> {
  return ID.test(text) ? seenPrompts(deps, libraryOf(deps).prompts.withIdPrefix(text)) : [];
}

/** Those that who works here may see: the others are not there. */
export async function seenPrompts(deps: Deps, found: Promise<Prompt[]>): Promise<Prompt[]> {
  return readable(accessOf(deps), await found, ({ project }) => project?.id ?? null);
}

async function notFound(deps: Deps, name: string): Promise<NotFoundError> {
  const { prompts } = libraryOf(deps);
  const [deleted] = await seenPrompts(deps, prompts.deletedNamed(name));
  if (deleted !== undefined) {
    return new NotFoundError('PROMPT_NOT_FOUND', `The prompt "${name}" was deleted.`, {
      hint: 'It can be brought back.',
      next: `prompt-runner prompt undo ${name}`,
    });
  }
  const nearest = closestName(name, await prompts.recentNames(await scopeHere(deps), SUGGESTED_AMONG));
  const elsewhere =
    nearest === undefined ? (await seenPrompts(deps, prompts.namedAnywhere(name)))[0] : undefined;
  if (elsewhere !== undefined) {
    return new NotFoundError(
      'PROMPT_NOT_FOUND',
      `There is no prompt "${name}" here; project ${elsewhere.project?.name} has one.`,
      {
        hint: 'Name the project.',
        next: `prompt-runner prompt show ${name} --project ${shellWord(elsewhere.project?.name ?? '')}`,
      },
    );
  }
  return new NotFoundError('PROMPT_NOT_FOUND', `There is no prompt "${name}".`, {
    hint: nearest === undefined ? 'See which there are, or search for it.' : `Did you mean ${nearest}?`,
    next: nearest === undefined ? 'prompt-runner prompt list' : `prompt-runner prompt show ${nearest}`,
  });
}
