import type { Kysely, Transaction } from 'kysely';
import type { AttemptId, PromptVersionId, SessionId } from '../base/ids.js';
import type { TemplateLayer, TemplateSource } from '../engine/session/prompt-template.js';
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

/** Writes which versions of the library a prompt was made from. */
export async function insertSourceVersions(
  transaction: Transaction<Database>,
  attempt: AttemptId,
  source: TemplateSource | null,
): Promise<void> {
  if (source === null || source.versions.length === 0) return;
  await transaction
    .insertInto('phase_prompt_versions')
    .values(
      source.versions.map((version, at) => ({ attempt_id: attempt, version_id: version, position: at + 1 })),
    )
    .execute();
}

/** The versions of the library that the prompts of a session were made from, by attempt. */
export async function sourceVersionsOf(
  database: Kysely<Database>,
  session: SessionId,
): Promise<(attempt: string) => readonly PromptVersionId[]> {
  const rows = await database
    .selectFrom('orchestration_phases as a')
    .innerJoin('phase_prompt_versions as u', 'u.attempt_id', 'a.id')
    .select(['u.attempt_id', 'u.version_id'])
    .where('a.session_id', '=', session)
    .orderBy('a.position')
    .orderBy('u.position')
    .execute();
  return (attempt) =>
    rows
      .filter(({ attempt_id }) => attempt_id === attempt)
      .map(({ version_id }) => version_id as PromptVersionId);
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
  if (numUpdatedRows > 0n) await insertSourceVersions(transaction, attempt, source);
}
