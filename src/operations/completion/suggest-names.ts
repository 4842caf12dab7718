import * as z from 'zod/mini';
import type { Deps } from '../deps.js';
import { operation } from '../operation.js';
import { findSession } from '../session/find-session.js';
import type { NameSuggestion } from './name-suggestion.js';

const LIMIT = 50;

const input = z.object({
  kind: z.enum(['session', 'attempt', 'execution', 'project', 'prompt']),
  /** What was typed so far. */
  typed: z.string(),
  /** The session whose attempts are meant; the one in use here unless given. */
  session: z.optional(z.string()),
});

type Request = z.infer<typeof input>;

/**
 * What of the store's sessions, attempts, executions, projects or prompts begins with what was typed.
 *
 * @throws NotFoundError when attempts are asked for, and no session is named or in use
 */
export const suggestNames = operation(
  input,
  (deps: Deps, request): Promise<NameSuggestion[]> => suggestions[request.kind](deps, request),
);

const suggestions: Readonly<
  Record<Request['kind'], (deps: Deps, request: Request) => Promise<NameSuggestion[]>>
> = { session: sessions, attempt: attempts, execution: executions, project: projects, prompt: prompts };

async function sessions({ store }: Deps, { typed }: Request): Promise<NameSuggestion[]> {
  const found = await store.sessions.beginningWith(typed.toLowerCase(), LIMIT);
  return found.map(({ id, title }) => ({ name: id, description: title }));
}

async function attempts(deps: Deps, { typed, session: named }: Request): Promise<NameSuggestion[]> {
  const session = await findSession(deps, named);
  const found = await deps.store.journal.attempts(session.id);
  return found
    .filter(({ id }) => id.startsWith(typed.toLowerCase()))
    .map(({ id, step, number, outcome }) => ({ name: id, description: `${step} ${number}, ${outcome}` }));
}

/** A workspace of files has none. */
async function executions(deps: Deps, { typed }: Request): Promise<NameSuggestion[]> {
  const found = (await deps.executions?.executions.beginningWith(typed.toLowerCase(), LIMIT)) ?? [];
  return found.map(({ id, model, kind, prompt, status }) => ({
    name: id,
    description: [model ?? kind, prompt.reference, status].filter((part) => part !== null).join(', '),
  }));
}

async function projects({ store }: Deps, { typed }: Request): Promise<NameSuggestion[]> {
  const found = await store.projects.list();
  return found
    .filter(({ name }) => name.startsWith(typed))
    .map(({ name, description, root }) => ({ name, description: description ?? root ?? '' }));
}

/** A workspace of files holds none. */
async function prompts({ library }: Deps, { typed }: Request): Promise<NameSuggestion[]> {
  const found = (await library?.prompts.list({ namePrefix: typed }, 'name', LIMIT)) ?? [];
  return found.map(({ name, description }) => ({ name, description: description ?? '' }));
}
