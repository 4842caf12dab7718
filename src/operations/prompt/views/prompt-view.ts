import type { Prompt, PromptLabel, PromptVersionSummary } from '../../../prompts/prompt.js';
import type { LabelView, PromptView, VersionView } from '../outputs.js';

export function promptView(prompt: Prompt, labels: readonly PromptLabel[]): PromptView {
  const { project, tags, changes: _, ...rest } = prompt;
  return {
    ...rest,
    project: project && { id: project.id, name: project.name },
    tags: [...tags],
    labels: labels.map(labelView),
  };
}

export function labelView({ label, version, at, actor }: PromptLabel): LabelView {
  return { label, version, at, actor };
}

export function versionView(version: PromptVersionSummary, labels: readonly PromptLabel[]): VersionView {
  const { id, number, checksum, size, author, note, createdAt } = version;
  return {
    id,
    number,
    checksum,
    size,
    author,
    note,
    createdAt,
    labels: labels.filter((label) => label.version === number).map(({ label }) => label),
  };
}
