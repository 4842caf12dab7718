import * as z from 'zod/mini';
import type { PromptDocument } from '../../formats/index.js';
import { PromptChangedError } from '../../prompts/errors.js';
import { canBeInForce } from '../../prompts/orchestration-findings.js';
import type { Prompt, PromptVersion } from '../../prompts/prompt.js';
import type { PromptContent } from '../../prompts/prompt-content.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import { findWholePrompt, versionOf } from './find-prompt.js';
import { contentInput, readContent } from './given-content.js';
import type { PromptWriteOutput } from './outputs.js';
import { type AboutInput, aboutInput } from './prompt-input.js';
import { revisedContent } from './revised-content.js';
import { lossText } from './views/loss-text.js';
import { writeRevision } from './write-revision.js';

const input = z.extend(aboutInput, {
  prompt: z.string(),
  content: z.optional(contentInput),
  /** Another system message; the rest of the content stays. */
  system: z.optional(z.string()),
  /** What a file leaves unsaid of a prompt: stays as it is, or goes, as after editing the whole. */
  unsaid: z._default(z.enum(['stays', 'goes']), 'stays'),
  /** What was read before: when the prompt was changed since, nothing is written. */
  read: z.optional(z.object({ version: z.number(), changes: z.number() })),
  /** Why, in words. */
  note: z.optional(z.string()),
});

type UpdateInput = z.output<typeof input>;

/**
 * Gives a prompt a new version, another description, tags and so on, or both. The same content makes no
 * version. A text without front matter takes the place of the user's message.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws PromptRefusedError, NotUtf8Error, UnreadablePromptFileError
 * @throws PromptChangedError when somebody else changed it meanwhile
 */
export const updatePrompt = guarded(
  needs.updatePrompt,
  input,
  async (deps: Deps, given): Promise<PromptWriteOutput> => {
    const prompt = await findWholePrompt(deps, given.prompt);
    await requireAsRead(deps, prompt, given.read);
    const newest = await versionOf(deps, prompt, { by: 'latest' });
    const { content, document, warnings } = await whatIsSaid(prompt, newest, given);
    const written = await writeRevision(
      deps,
      { ...prompt, ...aboutAfter(prompt, given, document) },
      {
        before: prompt,
        newest,
        content,
        note: given.note ?? null,
      },
    );
    return { ...written, warnings: [...warnings, ...written.warnings] };
  },
);

async function requireAsRead(deps: Deps, prompt: Prompt, read: UpdateInput['read']): Promise<void> {
  if (read === undefined || read.changes === prompt.changes) return;
  const [last] = await libraryOf(deps).audit.list({ subject: prompt.id }, { limit: 1 });
  const by = last?.entry ?? null;
  throw new PromptChangedError(prompt.name, { read: read.version, found: prompt.latest, by });
}

async function whatIsSaid(prompt: Prompt, newest: PromptVersion, given: UpdateInput) {
  const read = given.content === undefined ? null : await readContent(given.content);
  const content: PromptContent = revisedContent(prompt.name, newest.content, read, given.system);
  if (read === null || !read.isFile) return { content, document: null, warnings: [] };
  const { document, losses } = read;
  return { content, document, warnings: [...losses.map(lossText), ...otherName(prompt, document)] };
}

function otherName({ name }: Prompt, document: PromptDocument): string[] {
  if (document.name === null || document.name === name) return [];
  return [`The file calls it "${document.name}"; it stays "${name}" (prompt rename gives it another name).`];
}

/** What was said expressly, else what the file says, else what was. */
function aboutAfter(
  prompt: Prompt,
  given: AboutInput & Pick<UpdateInput, 'unsaid'>,
  file: PromptDocument | null,
) {
  const goes = file !== null && given.unsaid === 'goes';
  const stated = <Key extends 'description' | 'category' | 'kind' | 'featureType'>(
    key: Key,
  ): string | null => (given[key] !== undefined ? given[key] : (file?.[key] ?? (goes ? null : prompt[key])));
  const tags = given.tags ?? (file !== null && (goes || file.tags.length > 0) ? file.tags : prompt.tags);
  const isTemplate = given.isTemplate ?? (goes ? file.isTemplate : file?.isTemplate || prompt.isTemplate);
  const about = {
    description: stated('description'),
    category: stated('category'),
    kind: stated('kind'),
    isTemplate,
  };
  return {
    ...about,
    featureType: stated('featureType'),
    tags: [...new Set(tags)].sort(),
    // Sessions take templates only: what is none any more has no layer to be in force for.
    isInForce: prompt.isInForce && canBeInForce(about),
  };
}
