import type { ProjectId } from '../../../src/base/ids.js';
import type { Project } from '../../../src/store/project.js';
import type { Store } from '../../../src/store/store.js';
import { aProject } from '../../../test/fixtures/sessions.js';

/** What there is belongs to them in turn. */
const projects: readonly Project[] = Array.from({ length: 10 }, (_, number) =>
  aProject({
    id: `p${String(number).padStart(12, '0')}` as ProjectId,
    name: `project-${number}`,
    root: null,
  }),
);

export async function fillProjects(store: Store): Promise<void> {
  for (const project of projects) await store.projects.insert(project);
}

export function projectOf(number: number): Project {
  const [first] = projects;
  const project = projects[number % projects.length] ?? first;
  if (project === undefined) throw new Error('there are no projects');
  return project;
}
