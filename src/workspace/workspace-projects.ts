import type { ProjectId } from '../base/ids.js';
import type { Project } from '../store/project.js';
import type { ProjectFilter, ProjectPage } from '../store/project-store.js';
import { WorkspaceHasNoProjectsError } from './errors.js';

/** The projects of a workspace: it has none, and says so to whoever names one. */
export class WorkspaceProjects {
  async list(_filter?: ProjectFilter, _page?: ProjectPage): Promise<Project[]> {
    return [];
  }

  async namesOf(_ids: readonly ProjectId[]): Promise<ReadonlyMap<ProjectId, string>> {
    return new Map();
  }

  async withIds(_ids: readonly ProjectId[]): Promise<Project[]> {
    return [];
  }

  async withNames(_names: readonly string[]): Promise<Project[]> {
    return [];
  }

  async withRootAmong(_folders: readonly string[]): Promise<Project[]> {
    return [];
  }

  async withRoot(_root: string): Promise<Project | undefined> {
    return undefined;
  }

  /** @throws WorkspaceHasNoProjectsError in any case */
  async named(_name: string): Promise<Project | undefined> {
    throw new WorkspaceHasNoProjectsError();
  }

  /** @throws WorkspaceHasNoProjectsError in any case */
  async withIdPrefix(_prefix: string): Promise<Project[]> {
    throw new WorkspaceHasNoProjectsError();
  }

  /** @throws WorkspaceHasNoProjectsError in any case */
  async insert(_project: Project): Promise<never> {
    throw new WorkspaceHasNoProjectsError();
  }

  /** @throws WorkspaceHasNoProjectsError in any case */
  async update(_project: Project): Promise<never> {
    throw new WorkspaceHasNoProjectsError();
  }

  /** @throws WorkspaceHasNoProjectsError in any case */
  async delete(_id: ProjectId): Promise<boolean> {
    throw new WorkspaceHasNoProjectsError();
  }
}
