import { join } from 'node:path';
import * as z from 'zod/mini';
import { PromptRunnerError } from '../../../base/errors.js';
import { shellWord } from '../../../base/text/shell-word.js';
import { formatIds } from '../../../formats/index.js';
import { inBatches } from '../../../store/in-batches.js';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import type { Deps } from '../../deps.js';
import { ownHome } from '../prompt-scope.js';
import { counterpartsOf } from './counterparts.js';
import { type FilePrompt, readFilePrompts } from './file-prompt.js';
import { importOne } from './import-one.js';
import { inOrderOfNeed } from './in-order-of-need.js';
import type { ImportedFile, PromptImportOutput } from './outputs.js';
import { promptFilesAt } from './prompt-files.js';

const input = z.object({
  /** A file, or a folder, as an absolute path. */
  path: z.string(),
  /** Without it, each file is read as what it looks like. */
  format: z.optional(z.enum(formatIds)),
  global: z._default(z.boolean(), false),
  /** The name, for a single prompt. */
  name: z.optional(z.string()),
  /** Take what was changed on both sides, or never came from here, as a new version. */
  force: z._default(z.boolean(), false),
  dryRun: z._default(z.boolean(), false),
  /** Note in files of our own which version they are, so that the next change is known from the last. */
  mark: z._default(z.boolean(), true),
  /** Places such as [NAME] that shall become variables; `all` for every one. */
  offered: z._default(z.array(z.string()), []),
  note: z.optional(z.string()),
  /** Each file is a template for sessions, of the kind that it or its path says. */
  asTemplates: z._default(z.boolean(), false),
});

export type ImportInput = z.output<typeof input>;

/**
 * Reads prompts from a file or a folder into the library. What was changed on both sides is left alone, and its
 * difference shown. A bad file of a folder fails alone.
 *
 * @throws NotFoundError when there is no such file
 * @throws UnreadablePromptFileError, PromptRefusedError, PromptNameError for a single file that is at fault
 */
export const importPrompts = guarded(
  needs.importPrompts,
  input,
  async (deps: Deps, given): Promise<PromptImportOutput> => {
    const home = await ownHome(deps, given.global);
    const { folder, files: names } = await promptFilesAt(given.path);
    const isSingle = names.length === 1 && join(folder, names[0] ?? '') === given.path;
    const { read, failed } = await readAll(folder, names, given, isSingle);
    const imported: ImportedFile[] = [...failed];
    for await (const batch of inBatches(inOrderOfNeed(onceEach(read, imported)), bytesOf)) {
      const knownAs = await counterpartsOf(
        deps,
        home,
        batch.map(({ name }) => name),
      );
      for (const prompt of batch) {
        const work = () => importOne(deps, { folder, home, given }, prompt, knownAs(prompt.name));
        imported.push(await failingAlone(isSingle, prompt, work));
      }
    }
    const files = imported.sort((a, b) => (a.file < b.file ? -1 : 1));
    return {
      from: given.path,
      files,
      written: files.filter(({ outcome }) => outcome === 'create' || outcome === 'take').length,
      left: files.filter(({ outcome }) => LEFT.has(outcome)).length,
      dryRun: given.dryRun,
      next: files.some(({ outcome }) => outcome === 'behind')
        ? `prompt-runner prompt export ${shellWord(given.path)}`
        : 'prompt-runner prompt list',
    };
  },
);

/** What the library has of a prompt is about as large as the file. */
function bytesOf({ document }: FilePrompt): number {
  return document.messages.reduce((sum, { text }) => sum + text.length, 0);
}

const LEFT: ReadonlySet<ImportedFile['outcome']> = new Set(['deleted', 'conflict', 'failed']);

async function readAll(folder: string, names: readonly string[], given: ImportInput, isSingle: boolean) {
  const read: FilePrompt[] = [];
  const failed: ImportedFile[] = [];
  for (const file of names) {
    try {
      read.push(...(await readFilePrompts(folder, file, given)));
    } catch (error) {
      if (isSingle || !(error instanceof PromptRunnerError)) throw error;
      failed.push(failure(file, given.format ?? '', null, error.message));
    }
  }
  return { read, failed };
}

/** Two files that are the same prompt cannot both be meant: neither is taken. */
function onceEach(read: readonly FilePrompt[], failures: ImportedFile[]): FilePrompt[] {
  const files = new Map<string, string[]>();
  for (const { name, file } of read) files.set(name, [...(files.get(name) ?? []), file]);
  return read.filter(({ name, file, format }) => {
    const others = (files.get(name) ?? []).filter((other) => other !== file);
    const [other] = others;
    const twice = other ?? ((files.get(name)?.length ?? 0) > 1 ? file : undefined);
    if (twice === undefined) return true;
    failures.push(failure(file, format, name, `${twice} holds a prompt of the same name`));
    return false;
  });
}

async function failingAlone(
  isSingle: boolean,
  { file, format, name }: FilePrompt,
  work: () => Promise<ImportedFile>,
): Promise<ImportedFile> {
  try {
    return await work();
  } catch (error) {
    if (isSingle || !(error instanceof PromptRunnerError)) throw error;
    return failure(file, format, name, error.message);
  }
}

function failure(file: string, format: string, prompt: string | null, reason: string): ImportedFile {
  return {
    file,
    format,
    prompt,
    version: null,
    outcome: 'failed',
    reason,
    difference: null,
    warnings: [],
    offered: [],
  };
}
