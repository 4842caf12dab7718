import * as z from 'zod/mini';
import { newPromptId } from '../../base/ids.js';
import type { PromptDocument } from '../../formats/index.js';
import { canBeInForce } from '../../prompts/orchestration-findings.js';
import type { Prompt } from '../../prompts/prompt.js';
import { parseOwnPromptName } from '../../prompts/prompt-name.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import { auditOf, keptAs } from './audit-of.js';
import { contentInput, contentOf, readContent } from './given-content.js';
import { newVersion } from './new-version.js';
import type { PromptWriteOutput } from './outputs.js';
import { type AboutInput, aboutInput } from './prompt-input.js';
import { ownHome } from './prompt-scope.js';
import { requireSound } from './require-sound.js';
import { lossText } from './views/loss-text.js';
import { writtenPrompt } from './written-prompt.js';

const input = z.extend(aboutInput, {
  name: z.string(),
  content: contentInput,
  /** For all projects, rather than for the one in force. */
  global: z._default(z.boolean(), false),
  /** Why, in words. */
  note: z.optional(z.string()),
  /** Whether sessions shall take it in its layer; of no consequence for what is no template of a kind. */
  inForce: z._default(z.boolean(), false),
});

/**
 * Creates a prompt with its first version.
 *
 * @throws PromptNameError, PromptRefusedError, NotUtf8Error
 * @throws PromptTakenError when the name, or the place in force, belongs to another prompt
 */
export const createPrompt = guarded(
  needs.createPrompt,
  input,
  async (deps: Deps, given): Promise<PromptWriteOutput> => {
    const { document, losses } = await readContent(given.content);
    const prompt = await newPrompt(deps, given, document);
    const content = contentOf(document);
    const warnings = await requireSound(deps, prompt, content);
    const added = newVersion(deps, prompt.id, 1, content, given.note ?? null);
    const after = { ...keptAs(prompt), version: 1, checksum: added.version.checksum };
    await libraryOf(deps).promptJournal.create({
      prompt,
      added,
      audit: [auditOf(deps, prompt, { action: 'created', before: null, after, note: given.note })],
    });
    return writtenPrompt(deps, prompt, { changed: true, warnings: [...losses.map(lossText), ...warnings] });
  },
);

async function newPrompt(
  deps: Deps,
  given: z.output<typeof input>,
  document: PromptDocument,
): Promise<Prompt> {
  const now = deps.clock.now();
  const about = aboutFrom(given, document);
  return {
    id: newPromptId(),
    project: await ownHome(deps, given.global),
    name: parseOwnPromptName(given.name),
    ...about,
    isInForce: given.inForce && canBeInForce(about),
    latest: 1,
    changes: 1,
    createdBy: deps.config.values.actor,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
}

/** What was said expressly, else what the file says. */
function aboutFrom(given: AboutInput, document: PromptDocument) {
  return {
    description: given.description === undefined ? document.description : given.description,
    category: given.category === undefined ? document.category : given.category,
    tags: [...new Set(given.tags ?? document.tags)].sort(),
    kind: given.kind === undefined ? document.kind : given.kind,
    featureType: given.featureType === undefined ? document.featureType : given.featureType,
    isTemplate: given.isTemplate ?? document.isTemplate,
  };
}
