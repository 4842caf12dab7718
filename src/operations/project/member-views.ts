import { shellWord } from '../../base/text/shell-word.js';
import type { Project } from '../../store/project.js';

type Named = Pick<Project, 'id' | 'name'> | null;

export function placeView(project: Named): Named {
  return project && { id: project.id, name: project.name };
}

/** @example memberCommand('members', null) === 'prompt-runner project members --global' */
export function memberCommand(words: string, project: Named): string {
  const where = project === null ? '--global' : `--project ${shellWord(project.name)}`;
  return `prompt-runner project ${words} ${where}`;
}
