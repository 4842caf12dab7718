import * as z from 'zod/mini';
import { LabelProtectedError } from '../../prompts/errors.js';
import { parseLabel } from '../../prompts/label.js';
import type { LabelMove, Prompt, PromptLabel } from '../../prompts/prompt.js';
import { parseVersionChoice, type VersionChoice } from '../../prompts/prompt-reference.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { requireRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { NotFoundError } from '../errors.js';
import { libraryOf } from '../library.js';
import { InvalidInputError } from '../operation.js';
import { commitPrompt } from './commit-prompt.js';
import { fetchText } from './fetch-text.js';
import { findPrompt, versionOf } from './find-prompt.js';
import type { PromptLabelOutput } from './outputs.js';
import { promptCommand } from './prompt-command.js';
import { isProtectedLabel } from './protected-label.js';
import { requireEnd } from './require-sound.js';
import { promptView } from './views/prompt-view.js';

const input = z.object({
  /** A version may be named behind the `@`. */
  prompt: z.string(),
  label: z.string(),
  /** The number of a version or another label; null takes the label away. The newest version unless given. */
  version: z.optional(z.nullable(z.string())),
  /** Why, in words. */
  note: z.optional(z.string()),
  /** Move it although it is protected, on record. */
  force: z._default(z.boolean(), false),
});

type MoveInput = z.output<typeof input>;

/**
 * Points a label to a version of a prompt, or takes it away.
 *
 * @throws NotFoundError when there is no such prompt, version, or label to take away
 * @throws LabelProtectedError when the label is protected and stands elsewhere
 * @throws PromptRefusedError when the version brings in what the label means
 */
export const moveLabel = guarded(
  needs.moveLabel,
  input,
  async (deps: Deps, given): Promise<PromptLabelOutput> => {
    const { prompt, choice } = await findPrompt(deps, given.prompt);
    const label = parseLabel(given.label);
    const labels = await libraryOf(deps).promptVersions.labels(prompt.id);
    const stands = labels.find((one) => one.label === label);
    if (given.version === null && stands === undefined) throw await noSuchLabel(deps, prompt, label);
    const version =
      given.version === null ? null : await versionOf(deps, prompt, meant(choice, given.version));
    const to = version?.number ?? null;
    const from = stands?.version ?? null;
    if (from === to)
      return labelOutput(deps, prompt, labels, { label, from, to, changed: false, forced: false });
    if (await isProtectedLabel(deps, label)) await requireRole(deps, prompt.project, 'admin');
    const isProtected = stands !== undefined && deps.config.values['prompt.protected_labels'].includes(label);
    if (isProtected && !given.force) throw await protectedLabel(deps, prompt, stands, to);
    if (version !== null) {
      await requireEnd(`${prompt.name}@${label}`, version.content, fetchText(deps, prompt.project));
    }
    const move = moveNow(deps, { label, from, to, note: given.note ?? null, forced: isProtected });
    const written = await commitPrompt(deps, { prompt, labels: [move], audit: [auditOfMove(prompt, move)] });
    const now = await libraryOf(deps).promptVersions.labels(prompt.id);
    return labelOutput(deps, written, now, { label, from, to, changed: true, forced: move.forced });
  },
);

/** @throws InvalidInputError when the version is named twice */
function meant(choice: VersionChoice, version: MoveInput['version']): VersionChoice {
  if (version === undefined || version === null) return choice;
  if (choice.by === 'latest') return parseVersionChoice(version);
  throw new InvalidInputError('The version is named twice: behind the @, and by itself.', {
    hint: 'Keep one of them.',
  });
}

function moveNow(deps: Deps, move: Omit<LabelMove, 'at' | 'actor'>): LabelMove {
  return { ...move, at: deps.clock.now(), actor: deps.config.values.actor };
}

function auditOfMove(prompt: Prompt, { label, from, to, at, actor, note, forced }: LabelMove) {
  return {
    at,
    actor,
    action: to === null ? 'label.removed' : from === null ? 'label.set' : 'label.moved',
    subject: { kind: 'label', id: prompt.id, name: `${prompt.name}@${label}` },
    before: from === null ? null : { version: from },
    after: to === null ? null : { version: to },
    note,
    forced,
  } as const;
}

async function labelOutput(
  deps: Deps,
  prompt: Prompt,
  labels: readonly PromptLabel[],
  move: Pick<PromptLabelOutput, 'label' | 'from' | 'to' | 'changed' | 'forced'>,
): Promise<PromptLabelOutput> {
  return { prompt: promptView(prompt, labels), ...move, next: await promptCommand(deps, 'versions', prompt) };
}

async function noSuchLabel(deps: Deps, prompt: Prompt, label: string): Promise<NotFoundError> {
  return new NotFoundError('PROMPT_VERSION_NOT_FOUND', `Prompt "${prompt.name}" has no label "${label}".`, {
    hint: 'See which labels it has.',
    next: await promptCommand(deps, 'label', prompt),
  });
}

async function protectedLabel(
  deps: Deps,
  prompt: Prompt,
  { label, version }: PromptLabel,
  to: number | null,
): Promise<LabelProtectedError> {
  const command = await promptCommand(deps, 'label', prompt);
  const next = `${command} ${label} ${to ?? '--remove'} --force`;
  return new LabelProtectedError(prompt.name, label, version, next);
}
