import type { ProjectId } from '../base/ids.js';

/** A codebase that sessions belong to. */
export interface Project {
  readonly id: ProjectId;
  readonly name: string;
  /** The absolute path of its root folder. */
  readonly root: string | null;
  readonly description: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly archivedAt: Date | null;
}
