import * as z from 'zod/mini';
import { PromptRunnerError } from '../../../base/errors.js';
import { writeTextFile } from '../../../base/files/write-text-file.js';
import { shellWord } from '../../../base/text/shell-word.js';
import { type PromptDocument, readPrompts, writePrompt } from '../../../formats/index.js';
import { withoutSyncMark, withSyncMark } from '../../../formats/own/sync-mark.js';
import { writableFormatIds } from '../../../formats/prompt-format.js';
import { documentDigest } from '../../../prompts/document-digest.js';
import { documentOf } from '../../../prompts/document-of.js';
import type { Prompt, PromptVersion } from '../../../prompts/prompt.js';
import { type ExportDecision, exportDecision } from '../../../prompts/sync-decision.js';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import type { Deps } from '../../deps.js';
import { libraryOf } from '../../library.js';
import { findVersion } from '../find-prompt.js';
import { ownHome } from '../prompt-scope.js';
import { lossText } from '../views/loss-text.js';
import { exportPlace } from './export-place.js';
import type { ExportedFile, PromptExportOutput } from './outputs.js';
import { shownDifference } from './shown-difference.js';

const input = z.object({
  /** An absolute path; it is made when it is not there. */
  folder: z.string(),
  /** The prompts, each by name, `name@7` or `name@label`; without any, all of the project, or all global ones. */
  prompts: z._default(z.array(z.string()), []),
  global: z._default(z.boolean(), false),
  category: z.optional(z.string()),
  format: z._default(z.enum(writableFormatIds), 'own'),
  /** Write over files that were changed. */
  force: z._default(z.boolean(), false),
  dryRun: z._default(z.boolean(), false),
});

type ExportInput = z.output<typeof input>;

const PAGE = 200;

interface Exported {
  readonly prompt: Prompt;
  readonly version: PromptVersion;
}

/**
 * Writes prompts into a folder, a file each. A file that was changed since it was written is left alone, and
 * its difference shown.
 *
 * @throws NotFoundError
 */
export const exportPrompts = guarded(
  needs.exportPrompts,
  input,
  async (deps: Deps, given): Promise<PromptExportOutput> => {
    const files: ExportedFile[] = [];
    for await (const exported of chosen(deps, given)) {
      files.push(given.format === 'own' ? await syncFile(given, exported) : await writeFile(given, exported));
    }
    const written = files.filter(({ outcome }) => outcome === 'write' || outcome === 'update').length;
    return {
      folder: given.folder,
      format: given.format,
      files,
      written,
      left: files.filter(({ outcome }) => ['edited', 'conflict', 'failed'].includes(outcome)).length,
      dryRun: given.dryRun,
      next:
        files.length === 0
          ? 'prompt-runner prompt list'
          : `prompt-runner prompt import ${shellWord(given.folder)}`,
    };
  },
);

/** The prompts that were named, or all, so many at a time that any number of them fits into memory. */
async function* chosen(deps: Deps, given: ExportInput): AsyncGenerator<Exported> {
  for (const reference of given.prompts) yield await findVersion(deps, reference);
  if (given.prompts.length > 0) return;
  const { prompts, promptVersions } = libraryOf(deps);
  const scope = (await ownHome(deps, given.global))?.id ?? null;
  for (let after: string | null = null; ; ) {
    const page: Prompt[] = await prompts.ownPage({ scope, category: given.category, after }, PAGE);
    const versions = await promptVersions.newestVersions(page);
    for (const prompt of page) {
      const version = versions.get(prompt.id);
      if (version !== undefined) yield { prompt, version };
    }
    after = page.at(-1)?.name ?? null;
    if (after === null) return;
  }
}

/** Our own format: the file knows what it was written from. */
async function syncFile(given: ExportInput, { prompt, version }: Exported): Promise<ExportedFile> {
  const document = documentOf(prompt, version);
  const file = `${prompt.name}.md`;
  return reporting({ file, prompt, version }, async () => {
    const { path, text: there } = await exportPlace(given.folder, file);
    const present = there === null ? null : await presentFile(there, file);
    const digest = documentDigest(document);
    const known = { file: present?.digest ?? null, mark: present?.mark ?? null, stored: digest };
    const decision = overruled(exportDecision(known), given.force);
    if (decision === 'write' || decision === 'update') {
      const { text } = await writePrompt(document, 'own');
      const marked = withSyncMark(text, { version: version.number, digest });
      if (!given.dryRun) await writeTextFile(path, marked, { replace: present !== null });
    }
    if (decision !== 'edited' && decision !== 'conflict') return { outcome: decision };
    return {
      outcome: decision,
      reason: reasons[decision],
      difference: await differenceTo(document, present),
    };
  });
}

const reasons = {
  edited: 'changed by hand, not imported yet; --force writes over it',
  conflict: 'changed on both sides; --force writes over it',
} as const;

function overruled(decision: ExportDecision, force: boolean): ExportDecision {
  return force && (decision === 'edited' || decision === 'conflict') ? 'update' : decision;
}

interface PresentFile {
  readonly text: string;
  /** What it says; null when it cannot be read. */
  readonly document: PromptDocument | null;
  readonly digest: string;
  /** What it said when it was written. */
  readonly mark: string | null;
}

/** A file that cannot be read as a prompt says something else than any prompt. */
async function presentFile(present: string, file: string): Promise<PresentFile> {
  const { digest: mark, text } = withoutSyncMark(present);
  try {
    const [read] = await readPrompts({ path: file, text }, 'own');
    const document = read?.document ?? null;
    return { text, document, digest: document === null ? '' : documentDigest(document), mark };
  } catch (error) {
    if (error instanceof PromptRunnerError) return { text, document: null, digest: '', mark };
    throw error;
  }
}

async function differenceTo(document: PromptDocument, present: PresentFile | null): Promise<string | null> {
  const plain = async (one: PromptDocument) => (await writePrompt({ ...one, version: null }, 'own')).text;
  const before = present?.document
    ? await plain({ ...present.document, name: document.name })
    : present?.text;
  return shownDifference(before ?? '', await plain(document));
}

/** Another tool's format: a file that is there is written over only when it is asked for. */
async function writeFile(
  { folder, format, force, dryRun }: ExportInput,
  { prompt, version }: Exported,
): Promise<ExportedFile> {
  return reporting({ file: `${prompt.name} (${format})`, prompt, version }, async () => {
    const written = await writePrompt(documentOf(prompt, version), format);
    const file = prompt.name + written.extension;
    const losses = written.losses.map(lossText);
    const { path, text: present } = await exportPlace(folder, file);
    if (present === written.text) return { file, outcome: 'same', losses };
    if (present !== null && !force) {
      const difference = shownDifference(present, written.text);
      return { file, outcome: 'conflict', reason: 'the file says something else', difference, losses };
    }
    if (!dryRun) await writeTextFile(path, written.text, { replace: present !== null });
    return { file, outcome: present === null ? 'write' : 'update', losses };
  });
}

/** A prompt that cannot be written fails alone. */
async function reporting(
  { file, prompt, version }: Exported & { readonly file: string },
  work: () => Promise<Partial<ExportedFile> & Pick<ExportedFile, 'outcome'>>,
): Promise<ExportedFile> {
  const facts = {
    file,
    prompt: prompt.name,
    version: version.number,
    reason: null,
    difference: null,
    losses: [],
  };
  try {
    return { ...facts, ...(await work()) };
  } catch (error) {
    if (!(error instanceof PromptRunnerError)) throw error;
    return { ...facts, outcome: 'failed', reason: error.message };
  }
}
