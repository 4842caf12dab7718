import * as z from 'zod/mini';
import type { Prompt } from '../../prompts/prompt.js';
import { accessOf, readable, recordAccessOf } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { findSession } from '../session/find-session.js';
import { WORKFLOW_KIND } from '../workflow/run/find-run.js';
import type { NameSuggestion } from './name-suggestion.js';

const LIMIT = 50;
/** So many of the newest are looked at where nothing finds them by what they begin with. */
const RECENT = 500;

const input = z.object({
  kind: z.enum([
    'session',
    'attempt',
    'execution',
    'project',
    'prompt',
    'batch',
    'experiment',
    'optimization',
    'workflow',
    'run',
  ]),
  /** What was typed so far. */
  typed: z.string(),
  /** The session whose attempts are meant; the one in use here unless given. */
  session: z.optional(z.string()),
});

type Request = z.infer<typeof input>;

/**
 * What of the store's sessions, attempts, executions and other names begins with what was typed.
 *
 * @throws NotFoundError when attempts are asked for, and no session is named or in use
 */
export const suggestNames = guarded(
  needs.suggestNames,
  input,
  (deps: Deps, request): Promise<NameSuggestion[]> => suggestions[request.kind](deps, request),
);

const suggestions: Readonly<
  Record<Request['kind'], (deps: Deps, request: Request) => Promise<NameSuggestion[]>>
> = {
  session: sessions,
  attempt: attempts,
  execution: executions,
  project: projects,
  prompt: prompts,
  batch: batches,
  experiment: experiments,
  optimization: optimizations,
  workflow: workflows,
  run: runs,
};

async function sessions(deps: Deps, { typed }: Request): Promise<NameSuggestion[]> {
  const hidden = await recordAccessOf(deps).hidden();
  const found = await deps.store.sessions.beginningWith(typed.toLowerCase(), LIMIT, hidden);
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
  const begun = (await deps.executions?.executions.beginningWith(typed.toLowerCase(), LIMIT)) ?? [];
  const found = await readable(accessOf(deps), begun, ({ project }) => project);
  return found.map(({ id, model, kind, prompt, status }) => ({
    name: id,
    description: [model ?? kind, prompt.reference, status].filter((part) => part !== null).join(', '),
  }));
}

async function projects(deps: Deps, { typed }: Request): Promise<NameSuggestion[]> {
  const hidden = await recordAccessOf(deps).hidden();
  const found = await deps.store.projects.list({ prefix: typed, hidden }, { limit: LIMIT });
  return found.map(({ name, description, root }) => ({ name, description: description ?? root ?? '' }));
}

/** A workspace of files holds none. */
async function prompts(deps: Deps, request: Request): Promise<NameSuggestion[]> {
  return request.typed.includes('@') ? promptLabels(deps, request) : promptNames(deps, request);
}

/** The labels of the prompts of a name, as `name@label`. */
async function promptLabels(deps: Deps, { typed }: Request): Promise<NameSuggestion[]> {
  const named = await readablePrompts(deps, typed.slice(0, typed.indexOf('@')));
  const labels = await deps.library?.promptVersions.labelsOf(named.map(({ id }) => id));
  return named
    .flatMap(({ id, name }) =>
      (labels?.get(id) ?? []).map(({ label, version }) => ({
        name: `${name}@${label}`,
        description: `version ${version}`,
      })),
    )
    .filter(({ name }) => name.startsWith(typed));
}

async function readablePrompts(deps: Deps, name: string): Promise<Prompt[]> {
  const named = (await deps.library?.prompts.namedAnywhere(name)) ?? [];
  const access = accessOf(deps);
  const readable = await Promise.all(named.map(({ project }) => access.canRead(project?.id ?? null)));
  return named.filter((_, at) => readable[at]);
}

async function promptNames(deps: Deps, { typed }: Request): Promise<NameSuggestion[]> {
  const filter = { namePrefix: typed, hidden: await accessOf(deps).hidden() };
  const found = (await deps.library?.prompts.list(filter, 'name', { limit: LIMIT })) ?? [];
  return found.map(({ name, description }) => ({ name, description: description ?? '' }));
}

/** By their names, and by their ids. */
async function batches(deps: Deps, { typed }: Request): Promise<NameSuggestion[]> {
  const filter = { hidden: await accessOf(deps).hidden() };
  const recent = (await deps.executions?.batches.list(filter, { limit: RECENT })) ?? [];
  return recent
    .flatMap(({ id, name, prompt, status }) => {
      const description = `${prompt.reference}, ${status}`;
      return (name === null ? [id] : [name, id]).map((one) => ({ name: one, description }));
    })
    .filter(({ name }) => name.startsWith(typed))
    .slice(0, LIMIT);
}

/** Those that are archived have their ids only. */
async function experiments(deps: Deps, { typed }: Request): Promise<NameSuggestion[]> {
  const filter = { hidden: await accessOf(deps).hidden() };
  const recent = (await deps.executions?.experiments.list(filter, { limit: RECENT })) ?? [];
  return recent
    .map(({ id, name, archivedAt, status }) => ({
      name: archivedAt === null ? name : id,
      description: status,
    }))
    .filter(({ name }) => name.startsWith(typed))
    .slice(0, LIMIT);
}

async function optimizations(deps: Deps, { typed }: Request): Promise<NameSuggestion[]> {
  const filter = { hidden: await accessOf(deps).hidden() };
  const recent = (await deps.executions?.optimizations.list(filter, { limit: RECENT })) ?? [];
  return recent
    .filter(({ id }) => id.startsWith(typed.toLowerCase()))
    .slice(0, LIMIT)
    .map(({ id, prompt, status }) => ({ name: id, description: `${prompt.reference}, ${status}` }));
}

async function workflows(deps: Deps, { typed }: Request): Promise<NameSuggestion[]> {
  const filter = { namePrefix: typed, hidden: await accessOf(deps).hidden() };
  const found = (await deps.executions?.workflows.list(filter, { limit: LIMIT })) ?? [];
  return found.map(({ name, description }) => ({ name, description: description ?? '' }));
}

async function runs(deps: Deps, { typed }: Request): Promise<NameSuggestion[]> {
  const filter = { kind: WORKFLOW_KIND, hidden: await accessOf(deps).hidden() };
  const recent = (await deps.executions?.runs.list(filter, { limit: RECENT })) ?? [];
  return recent
    .filter(({ id }) => id.startsWith(typed.toLowerCase()))
    .slice(0, LIMIT)
    .map(({ id, status }) => ({ name: id, description: status }));
}
