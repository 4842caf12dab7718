import type { Kysely, Transaction } from 'kysely';
import { grouped } from '../base/grouped.js';
import type { AttemptId, PromptVersionId, SessionId } from '../base/ids.js';
import type { TemplateLayer, TemplateSource } from '../engine/session/prompt-template.js';
import { inChunks } from './in-chunks.js';
import type { Database, PhasesTable } from './schema.js';

type SourceColumns = Pick<PhasesTable, 'template_layer' | 'template_checksum' | 'template_note'>;

/** What an attempt's own row says of where its template was found. */
export function sourceColumns(source: TemplateSource | null): SourceColumns {
  return {
    template_layer: source?.layer ?? null,
    template_checksum: source?.checksum ?? null,
    template_note: source?.note ?? null,
  };
}

export function sourceFromRow(
  { template_layer, template_checksum, template_note }: SourceColumns,
  versions: readonly PromptVersionId[],
): TemplateSource | null {
  if (template_layer === null) return null;
  return {
    layer: template_layer as TemplateLayer,
    checksum: template_checksum ?? '',
    note: template_note,
    versions,
  };
}

/** Writes which versions of the library prompts were made from. */
export async function insertSourceVersions(
  transaction: Transaction<Database>,
  attempts: readonly { readonly id: AttemptId; readonly source: TemplateSource | null }[],
): Promise<void> {
  const rows = attempts.flatMap(({ id, source }) =>
    (source?.versions ?? []).map((version, at) => ({
      attempt_id: id,
      version_id: version,
      position: at + 1,
    })),
  );
  await inChunks(rows, (chunk) => transaction.insertInto('phase_prompt_versions').values(chunk).execute(), 3);
}

/** The versions of the library that the prompts of sessions were made from, by attempt. */
export async function sourceVersionsOf(
  database: Kysely<Database>,
  sessions: readonly SessionId[],
): Promise<(attempt: string) => readonly PromptVersionId[]> {
  const rows = await database
    .selectFrom('orchestration_phases as a')
    .innerJoin('phase_prompt_versions as u', 'u.attempt_id', 'a.id')
    .select(['u.attempt_id', 'u.version_id'])
    .where('a.session_id', 'in', sessions)
    .orderBy('a.session_id')
    .orderBy('a.position')
    .orderBy('u.position')
    .execute();
  const versions = grouped(
    rows,
    ({ attempt_id }) => attempt_id,
    ({ version_id }) => version_id as PromptVersionId,
  );
  return (attempt) => versions.get(attempt) ?? [];
}

/** Writes for a prompt from before where its template was found, unless somebody has done so meanwhile. */
export async function linkPrompt(
  transaction: Transaction<Database>,
  attempt: AttemptId,
  template: string,
  source: TemplateSource,
): Promise<void> {
  const { numUpdatedRows } = await transaction
    .updateTable('orchestration_phases')
    .set({ template, ...sourceColumns(source) })
    .where('id', '=', attempt)
    .where('template_layer', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await insertSourceVersions(transaction, [{ id: attempt, source }]);
}
