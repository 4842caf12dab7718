import * as z from 'zod/mini';
import { repositoryContext } from '../../repository/context/repository-context.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { whereabouts } from '../project/current-project.js';
import { findSession } from './find-session.js';
import { codebaseRoot } from './run/codebase-root.js';
import type { ContextOutput } from './run/run-outputs.js';

const input = z.object({
  /** What the files have to do with; the session's request when left out. */
  request: z.optional(z.string()),
  session: z.optional(z.string()),
  /** The most that it may have; by the setting when left out. */
  tokens: z.optional(z.int().check(z.positive())),
});

/** What a model without tools is told of the repository: the same every time, within a number of tokens. */
export const gatherContext = guarded(
  needs.gatherContext,
  input,
  async (deps: Deps, given): Promise<ContextOutput> => {
    const session = given.request === undefined ? await findSession(deps, given.session) : null;
    const project = session === null ? (await whereabouts(deps)).project : session.project;
    const root = codebaseRoot(deps, project);
    const tokenBudget = given.tokens ?? deps.config.values['context.max_tokens'];
    const request = given.request ?? session?.featureRequest ?? '';
    const context = await repositoryContext(root, { request, tokenBudget });
    return {
      root,
      text: context.text,
      tokens: context.tokens,
      limit: tokenBudget,
      parts: context.parts.map((part) => ({ ...part, path: part.path ?? null })),
      leftOut: context.leftOut.map((file) => ({ ...file })),
    };
  },
);
