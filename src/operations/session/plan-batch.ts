import * as z from 'zod/mini';
import { PromptRunnerError } from '../../base/errors.js';
import { decodeRequest } from '../../engine/session/feature-request.js';
import type { SessionProject } from '../../engine/session/session.js';
import { type RequestEntry, splitRequests } from '../../engine/session/split-requests.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { requireRecordRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { NotAllowedError } from '../errors.js';
import { whereabouts } from '../project/current-project.js';
import { beginSession, entryOf } from './begin-session.js';
import { featureTypeName, givenText, requestSource } from './given-text.js';
import type { BatchOutput } from './outputs.js';
import { promptView } from './views/prompt-view.js';
import { sessionView } from './views/session-view.js';

type Planned = BatchOutput['planned'][number];
type Failed = BatchOutput['failed'][number];

const input = z.object({
  /** A request a line, or requests between lines of `---`. */
  requests: givenText,
  featureType: z.optional(featureTypeName),
  quick: z._default(z.boolean(), false),
  /** Told after each entry: how many are through, of how many. */
  onEntry: z.optional(
    z.custom<(done: number, total: number) => void>((value) => typeof value === 'function'),
  ),
});

/**
 * Starts a session for each request of a file. An entry that cannot be planned fails alone.
 *
 * @throws RequestRefusedError when the file is not text
 * @throws NotAllowedError when it holds no request
 */
export const planBatch = guarded(
  needs.planBatch,
  input,
  async (deps: Deps, { requests, featureType, quick, onEntry }): Promise<BatchOutput> => {
    const entries = splitRequests(decodeRequest(requestSource(requests)));
    if (entries.length === 0) {
      throw new NotAllowedError('The file holds no feature request.', {
        hint: 'Write a request a line, or several lines for each, with lines of --- between them.',
      });
    }
    const { project } = await whereabouts(deps);
    await requireRecordRole(deps, project);
    const shared = {
      project: project && { id: project.id, name: project.name, root: project.root },
      featureType: featureType ?? null,
      quick,
    };
    const planned: Planned[] = [];
    const failed: Failed[] = [];
    const notes = new Set<string>();
    for (const [at, entry] of entries.entries()) {
      const outcome = await planEntry(deps, entry, shared, notes);
      if ('session' in outcome) planned.push(outcome);
      else failed.push(outcome);
      onEntry?.(at + 1, entries.length);
    }
    return {
      planned,
      failed,
      notes: [...notes],
      total: entries.length,
      next: 'prompt-runner orchestrate list-sessions --status planning',
    };
  },
);

interface Shared {
  readonly project: SessionProject | null;
  readonly featureType: string | null;
  readonly quick: boolean;
}

async function planEntry(
  deps: Deps,
  { line, text }: RequestEntry,
  { project, featureType, quick }: Shared,
  noted: Set<string>,
): Promise<Planned | Failed> {
  try {
    const request = { bytes: Buffer.from(text), name: null };
    const scope = { project, featureType, named: {} };
    const entry = await entryOf(deps, { ...scope, chosen: {}, models: 'by-hand' });
    const { session, prompt, entry: got } = await beginSession(deps, { ...scope, request, quick }, entry);
    for (const note of got.notes) noted.add(note);
    return { line, session: sessionView(session), prompt: promptView(deps, 'plan', prompt) };
  } catch (error) {
    if (!(error instanceof PromptRunnerError)) throw error;
    return { line, error: { code: error.code, message: error.message } };
  }
}
