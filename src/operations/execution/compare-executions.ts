import * as z from 'zod/mini';
import { diffText } from '../../prompts/diff-text.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { findWholeExecution } from './find-execution.js';
import type { ExecutionCompareOutput } from './outputs.js';
import type { ExecutionRecordView } from './view-shapes.js';
import { viewerOf } from './whole-record.js';

const input = z.object({ before: z.string(), after: z.string() });

/**
 * Two executions beside each other, and what their answers say otherwise.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const compareExecutions = guarded(
  needs.compareExecutions,
  input,
  async (deps: Deps, given): Promise<ExecutionCompareOutput> => {
    const earlier = await findWholeExecution(deps, given.before);
    const later = await findWholeExecution(deps, given.after);
    const viewOf = await viewerOf(deps, [earlier, later]);
    const before = viewOf(earlier);
    const after = viewOf(later);
    return {
      before,
      after,
      sameQuestion: questionOf(before) === questionOf(after),
      sameAnswer: before.answer === after.answer,
      hunks: hunksBetween(before.answer ?? '', after.answer ?? ''),
    };
  },
);

function hunksBetween(before: string, after: string): ExecutionCompareOutput['hunks'] {
  return diffText(before, after).map(({ words, ...hunk }) => ({
    ...hunk,
    ...(words && { words: [...words] }),
  }));
}

/** What a model was told, roles and files included. */
function questionOf({ messages }: ExecutionRecordView): string {
  return JSON.stringify(messages);
}
