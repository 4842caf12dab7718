import type { ProjectId, PromptId, PromptVersionId } from '../base/ids.js';
import type {
  LabelMove,
  Prompt,
  PromptLabel,
  PromptVersion,
  PromptVersionSummary,
} from '../prompts/prompt.js';
import { dateOrNull } from './column-values.js';
import type {
  PromptLabelMovesTable,
  PromptLabelsTable,
  PromptsTable,
  PromptVersionsTable,
} from './schema.js';
import { storedContent } from './stored-content.js';

/** A prompt's row together with its project's name. */
export interface PromptRow extends PromptsTable {
  readonly project_name: string | null;
}

export function promptFromRow(row: PromptRow, tags: readonly string[]): Prompt {
  return {
    id: row.id as PromptId,
    project:
      row.project_id === null
        ? null
        : { id: row.project_id as ProjectId, name: row.project_name ?? row.project_id },
    name: row.name,
    description: row.description,
    category: row.category,
    tags,
    kind: row.kind,
    featureType: row.feature_type,
    isTemplate: row.is_template === 1,
    isInForce: row.in_force === 1,
    latest: row.latest,
    changes: row.changes,
    createdBy: row.created_by,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
    deletedAt: dateOrNull(row.deleted_at),
  };
}

export function promptToRow(prompt: Prompt): PromptsTable {
  return {
    id: prompt.id,
    project_id: prompt.project?.id ?? null,
    name: prompt.name,
    description: prompt.description,
    category: prompt.category,
    kind: prompt.kind,
    feature_type: prompt.featureType,
    is_template: prompt.isTemplate ? 1 : 0,
    in_force: prompt.isInForce ? 1 : 0,
    latest: prompt.latest,
    changes: prompt.changes,
    created_by: prompt.createdBy,
    created_at: prompt.createdAt.toISOString(),
    updated_at: prompt.updatedAt.toISOString(),
    deleted_at: prompt.deletedAt?.toISOString() ?? null,
  };
}

/** The columns of a version without its content. */
export const versionColumns = [
  'id',
  'prompt_id',
  'number',
  'checksum',
  'size',
  'author',
  'note',
  'created_at',
] as const satisfies readonly (keyof PromptVersionsTable)[];

export function versionSummaryFromRow(
  row: Pick<PromptVersionsTable, (typeof versionColumns)[number]>,
): PromptVersionSummary {
  return {
    id: row.id as PromptVersionId,
    promptId: row.prompt_id as PromptId,
    number: row.number,
    checksum: row.checksum,
    size: row.size,
    author: row.author,
    note: row.note,
    createdAt: new Date(row.created_at),
  };
}

/** @throws StoreUnavailableError when its content is damaged */
export function versionFromRow(row: PromptVersionsTable): PromptVersion {
  return { ...versionSummaryFromRow(row), content: storedContent(row) };
}

export function versionToRow({ content, ...version }: PromptVersion): PromptVersionsTable {
  return {
    id: version.id,
    prompt_id: version.promptId,
    number: version.number,
    checksum: version.checksum,
    size: version.size,
    author: version.author,
    note: version.note,
    created_at: version.createdAt.toISOString(),
    variables: JSON.stringify(content.variables),
    settings: JSON.stringify(content.settings),
    messages: JSON.stringify(content.messages),
  };
}

export function labelFromRow({ label, version, at, actor }: PromptLabelsTable): PromptLabel {
  return { label, version, at: new Date(at), actor };
}

export function labelMoveFromRow(row: PromptLabelMovesTable): LabelMove {
  return {
    label: row.label,
    from: row.from_version,
    to: row.to_version,
    at: new Date(row.at),
    actor: row.actor,
    note: row.note,
    forced: row.forced === 1,
  };
}
