import * as z from 'zod/mini';
import { START } from '../../engine/optimize/candidate.js';
import { OptimizationStateError } from '../../engine/optimize/errors.js';
import type { Optimization } from '../../engine/optimize/optimization.js';
import { contentChecksum, type PromptContent } from '../../prompts/prompt-content.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { type FoundVersion, versionOfBatch } from '../batch/row-renderer.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { findWholePrompt, versionOf } from '../prompt/find-prompt.js';
import type { PromptWriteOutput } from '../prompt/outputs.js';
import { writeRevision } from '../prompt/write-revision.js';
import { withTemplate } from './candidate-renderer.js';
import { findOptimization, optimizationAsItIs } from './find-optimization.js';
import { isBetter, resumeCommand } from './next-of-optimization.js';
import { questionOfOptimization } from './optimization-question.js';
import { optimizationReference } from './optimization-reference.js';
import { outcomeSentences } from './outcome-sentences.js';
import type { OptimizationApplyOutput } from './outputs.js';
import { optimizationView } from './views/optimization-view.js';

const input = z.object({
  ...optimizationReference,
  /** Another text than the one that was chosen. */
  candidate: z.optional(z.string()),
  /** Although it was not shown to be better, or the prompt has a newer version. */
  force: z._default(z.boolean(), false),
});

type Given = z.output<typeof input>;

/**
 * Makes a new version of the prompt with the text that was chosen; what was found stands beside it. No label is moved: to
 * use it is another decision.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws OptimizationStateError when it has not come to its end, when nothing better was found, and when the prompt has
 *   a newer version than it began with
 * @throws PromptRefusedError, PromptChangedError
 */
export const applyOptimization = guarded(
  needs.applyOptimization,
  input,
  async (deps: Deps, given): Promise<OptimizationApplyOutput> => {
    const optimization = await findOptimization(deps, given.optimization);
    const { name, template } = await textToApply(deps, optimization, given);
    const question = questionOfOptimization(optimization);
    const begun = await versionOfBatch(deps, question, optimization.prompt.reference);
    const revision: Revision = {
      content: withTemplate(begun.version.content, optimization.message, template),
      note: evidenceOf(optimization, name),
      force: given.force,
    };
    const { prompt, version, changed, warnings } = await newestWith(deps, optimization, begun, revision);
    const reference = `${prompt.name}@${version}`;
    return {
      optimization: await optimizationView(deps, await optimizationAsItIs(deps, optimization)),
      candidate: name,
      prompt: reference,
      ...{ changed, warnings },
      note: revision.note,
      next: `prompt-runner prompt diff ${optimization.prompt.reference} ${reference}`,
    };
  },
);

/** @throws OptimizationStateError when there is none, or none that was shown to be better */
async function textToApply(deps: Deps, optimization: Optimization, { candidate, force }: Given) {
  const { id, outcome } = optimization;
  if (outcome === null) {
    throw new OptimizationStateError(`Optimisation ${id} has not come to its end.`, {
      hint: 'Go on with it.',
      next: resumeCommand(optimization),
    });
  }
  const name = candidate ?? outcome.chosen;
  const candidates = await executionsOf(deps).optimizationJournal.candidates(id);
  const found = candidates.find((one) => one.name === name);
  const template = found?.fate.is === 'refused' ? null : (found?.template ?? null);
  if (name === START || template === null) throw noText(optimization, name);
  const isShown = name === outcome.chosen && isBetter(outcome.finding);
  if (!isShown && !force) throw notShown(optimization, name);
  return { name, template };
}

function noText({ id }: Optimization, name: string): OptimizationStateError {
  return new OptimizationStateError(
    name === START
      ? `Optimisation ${id} found nothing better than the start: there is nothing to apply.`
      : `Optimisation ${id} has no text "${name}" that could be applied.`,
    { hint: 'See what it tried.', next: `prompt-runner optimize show ${id}` },
  );
}

function notShown({ id }: Optimization, name: string): OptimizationStateError {
  return new OptimizationStateError(
    `${name} of optimisation ${id} was not shown to be better than the start.`,
    {
      hint: 'See what was found. To make a version of it all the same, insist with --force.',
      next: `prompt-runner optimize show ${id}`,
    },
  );
}

/** What stands beside the version: what was chosen says what it rests on, all others say that they were not. */
function evidenceOf({ id, outcome }: Optimization, name: string): string {
  const says =
    outcome !== null && name === outcome.chosen
      ? outcomeSentences(outcome).join(' ')
      : `${name} was not what it chose.`;
  return `Optimisation ${id}: ${says}`;
}

interface Revision {
  readonly content: PromptContent;
  readonly note: string;
  readonly force: boolean;
}

/**
 * The prompt with the content as its newest version.
 *
 * @throws OptimizationStateError when it has a newer one than the optimisation began with
 */
async function newestWith(
  deps: Deps,
  optimization: Optimization,
  { version: begun, prompt: { id } }: FoundVersion,
  { content, note, force }: Revision,
): Promise<PromptWriteOutput> {
  const prompt = await findWholePrompt(deps, id);
  const newest = await versionOf(deps, prompt, { by: 'latest' });
  const isThere = newest.checksum === contentChecksum(content);
  if (newest.number !== begun.number && !isThere && !force)
    throw newer(optimization, prompt.name, newest.number);
  const written = await writeRevision(deps, prompt, { before: prompt, newest, content, note });
  const { id: version } = await versionOf(deps, prompt, { by: 'number', number: written.version });
  await executionsOf(deps).optimizationJournal.noteApplied(optimization.id, version, deps.clock.now());
  return written;
}

function newer({ id, prompt }: Optimization, name: string, newest: number): OptimizationStateError {
  return new OptimizationStateError(
    `Optimisation ${id} began with ${prompt.reference}, and ${name} has a newer version by now.`,
    {
      hint: 'See what is new. To write over that, insist with --force; no version is lost.',
      next: `prompt-runner prompt diff ${prompt.reference} ${name}@${newest}`,
    },
  );
}
