import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeTextFile } from '../../../base/files/write-text-file.js';
import { writePrompt } from '../../../formats/index.js';
import { withSyncMark } from '../../../formats/own/sync-mark.js';
import { documentDigest } from '../../../prompts/document-digest.js';
import { documentOf } from '../../../prompts/document-of.js';
import { canBeInForce } from '../../../prompts/orchestration-findings.js';
import type { Prompt } from '../../../prompts/prompt.js';
import { type ImportDecision, importDecision } from '../../../prompts/sync-decision.js';
import type { Deps } from '../../deps.js';
import { libraryOf } from '../../library.js';
import { createPrompt } from '../create-prompt.js';
import type { PromptWriteOutput } from '../outputs.js';
import { updatePrompt } from '../update-prompt.js';
import type { Counterpart, Known } from './counterparts.js';
import type { FilePrompt } from './file-prompt.js';
import type { ImportInput } from './import-prompts.js';
import type { ImportedFile } from './outputs.js';
import { shownDifference } from './shown-difference.js';

/** Where prompts are imported to, and how. */
export interface Import {
  readonly folder: string;
  /** The project; null for the global ones. */
  readonly home: Prompt['project'];
  readonly given: ImportInput;
}

/**
 * Brings one prompt of a file and the library together.
 *
 * @param known what the library had of its name when it was looked up
 * @throws PromptRefusedError, PromptChangedError, PromptTakenError, FileNotWrittenError
 */
export async function importOne(
  deps: Deps,
  into: Import,
  from: FilePrompt,
  known: Known,
): Promise<ImportedFile> {
  const { folder, given } = into;
  const counterpart = known === 'deleted' ? null : known;
  const digest = documentDigest(from.document);
  const decision = forced(
    importDecision({ file: digest, stored: storedDigest(known), mark: from.mark }),
    counterpart,
    given.force,
  );
  const written = given.dryRun ? null : await act(deps, decision, { from, counterpart, into });
  const version = written?.version ?? (decision === 'same' ? (counterpart?.prompt.latest ?? null) : null);
  if (version !== null && !given.dryRun && given.mark) await noteVersion(folder, from, version, digest);
  return {
    file: from.file,
    format: from.format,
    prompt: from.name,
    version,
    outcome: decision,
    reason: reasons[decision],
    difference: decision === 'conflict' && counterpart !== null ? await difference(counterpart, from) : null,
    warnings: [...from.losses, ...(written?.warnings ?? [])],
    offered: from.offered.map(({ name, written: place, occurrences }) => ({
      name,
      written: place,
      occurrences,
    })),
  };
}

const reasons: Readonly<Record<ImportDecision, string | null>> = {
  create: null,
  take: null,
  same: null,
  behind: 'the library is newer; export writes the file',
  deleted: 'the prompt was deleted since; --force creates it anew',
  conflict: 'changed on both sides, or never exported from here; --force takes it as a new version',
};

function storedDigest(known: Known): string | 'deleted' | null {
  if (known === null || known === 'deleted') return known;
  return documentDigest(documentOf(known.prompt, known.newest));
}

function forced(decision: ImportDecision, counterpart: Counterpart | null, force: boolean): ImportDecision {
  if (!force || (decision !== 'conflict' && decision !== 'deleted')) return decision;
  return counterpart === null ? 'create' : 'take';
}

interface Action {
  readonly from: FilePrompt;
  readonly counterpart: Counterpart | null;
  readonly into: Import;
}

async function act(
  deps: Deps,
  decision: ImportDecision,
  { from, counterpart, into }: Action,
): Promise<PromptWriteOutput | null> {
  const { given } = into;
  const { description, category, tags, kind, featureType, isTemplate, messages, variables, settings } =
    from.document;
  const said = {
    description,
    category,
    tags: [...tags],
    kind,
    featureType,
    isTemplate,
    content: {
      messages: [...messages],
      variables: variables.map(({ choices, ...variable }) => ({
        ...variable,
        ...(choices && { choices: [...choices] }),
      })),
      settings: { ...settings, parameters: { ...settings.parameters } },
    },
    note: given.note ?? `from ${from.file}`,
  };
  if (decision === 'create') {
    const inForce = await isLayerFree(deps, from, into);
    return createPrompt(deps, { ...said, name: from.name, global: given.global, inForce });
  }
  if (decision !== 'take' || counterpart === null) return null;
  const { prompt } = counterpart;
  return updatePrompt(deps, {
    ...said,
    prompt: prompt.id,
    read: { version: prompt.latest, changes: prompt.changes },
  });
}

/** A template that is imported goes into force where none is. */
async function isLayerFree(deps: Deps, { document }: FilePrompt, { home }: Import): Promise<boolean> {
  if (document.kind === null || !canBeInForce(document)) return false;
  const { prompts } = libraryOf(deps);
  return (await prompts.inForce(document.kind, home?.id ?? null, document.featureType)) === undefined;
}

/** The file says from now on which version it is: its next change is then known from the library's. */
async function noteVersion(folder: string, from: FilePrompt, version: number, digest: string): Promise<void> {
  if (from.ownText === null) return;
  const marked = withSyncMark(from.ownText, { version, digest });
  const path = join(folder, from.file);
  // What somebody has written into it since it was read must not be lost; it goes without a mark then.
  if (marked === from.ownText || (await textNow(path)) !== from.ownText) return;
  await writeTextFile(path, marked, { replace: true });
}

async function textNow(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

async function difference({ prompt, newest }: Counterpart, from: FilePrompt): Promise<string | null> {
  const stored = await writePrompt({ ...documentOf(prompt, newest), version: null }, 'own');
  const file = await writePrompt({ ...from.document, name: from.name, version: null }, 'own');
  return shownDifference(stored.text, file.text);
}
