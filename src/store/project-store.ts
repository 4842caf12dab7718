import { type Kysely, type Selectable, sql } from 'kysely';
import type { ProjectId } from '../base/ids.js';
import { beginsWith } from './begins-with.js';
import { dateOrNull } from './column-values.js';
import { capabilitiesOf } from './dialects/capabilities.js';
import { inChunks } from './in-chunks.js';
import { notHidden } from './not-hidden.js';
import type { Page } from './page.js';
import type { Project } from './project.js';
import type { Database, ProjectsTable } from './schema.js';
import type { Hidden } from './standing.js';
import { inTransaction } from './transaction.js';

export interface ProjectFilter {
  /** Only those that are not archived. */
  readonly isInUse?: boolean | undefined;
  /** Names that begin so. */
  readonly prefix?: string | undefined;
  /** Those are left out. */
  readonly hidden?: Hidden | undefined;
}

/** What no two projects share. */
const ownColumns = ['name', 'root'] as const;
export type TakenByProject = (typeof ownColumns)[number];

export type ProjectPage = Page<readonly [name: string]>;

export class ProjectStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /** @returns what another project has already, be it one that must not be seen; null when it was written */
  insert(project: Project): Promise<TakenByProject | null> {
    return this.#unlessTaken(this.#database.insertInto('projects').values(toRow(project)));
  }

  /** The same for a project that is there. */
  update(project: Project): Promise<TakenByProject | null> {
    return this.#unlessTaken(
      this.#database.updateTable('projects').set(toRow(project)).where('id', '=', project.id),
    );
  }

  async #unlessTaken(write: { execute(): Promise<unknown> }): Promise<TakenByProject | null> {
    const { isDuplicate } = capabilitiesOf(this.#database);
    try {
      await write.execute();
      return null;
    } catch (error) {
      const taken = ownColumns.find((column) => isDuplicate(error, 'projects', column));
      if (taken === undefined) throw error;
      return taken;
    }
  }

  /**
   * Removes a project; its sessions stay, without one. Its deleted prompts stay as global ones and are in force no
   * more: what one project's sessions took must not come back for all.
   *
   * @returns false when it has prompts that are not deleted; then nothing was changed
   */
  async delete(id: ProjectId): Promise<boolean> {
    return inTransaction(this.#database, ['projects', 'library'], async (transaction) => {
      const prompt = await transaction
        .selectFrom('prompts')
        .select('id')
        .where('project_id', '=', id)
        .where('deleted_at', 'is', null)
        .limit(1)
        .executeTakeFirst();
      if (prompt !== undefined) return false;
      await transaction
        .updateTable('prompts')
        .set({ in_force: 0, changes: sql`changes + 1` })
        .where('project_id', '=', id)
        .where('in_force', '=', 1)
        .execute();
      await transaction.deleteFrom('projects').where('id', '=', id).execute();
      return true;
    });
  }

  /** The projects that pass the filter, by name: all of them, or a page. */
  async list({ isInUse, prefix, hidden }: ProjectFilter = {}, page?: ProjectPage): Promise<Project[]> {
    let query = this.#database.selectFrom('projects').selectAll().orderBy('name');
    if (hidden !== undefined) query = query.where(notHidden('projects.id', hidden));
    if (isInUse) query = query.where('archived_at', 'is', null);
    if (prefix !== undefined) query = query.where(beginsWith('name', prefix));
    if (page !== undefined) query = query.limit(page.limit);
    if (page?.after !== undefined) query = query.where('name', '>', page.after[0]);
    return (await query.execute()).map(fromRow);
  }

  /** The names of projects. */
  async namesOf(ids: readonly ProjectId[]): Promise<ReadonlyMap<ProjectId, string>> {
    const rows = await inChunks(ids, (chunk) =>
      this.#database.selectFrom('projects').select(['id', 'name']).where('id', 'in', chunk).execute(),
    );
    return new Map(rows.map(({ id, name }) => [id as ProjectId, name]));
  }

  async withIds(ids: readonly ProjectId[]): Promise<Project[]> {
    const rows = await inChunks(ids, (chunk) =>
      this.#database.selectFrom('projects').selectAll().where('id', 'in', chunk).execute(),
    );
    return rows.map(fromRow);
  }

  async withNames(names: readonly string[]): Promise<Project[]> {
    const rows = await inChunks(names, (chunk) =>
      this.#database.selectFrom('projects').selectAll().where('name', 'in', chunk).execute(),
    );
    return rows.map(fromRow);
  }

  async named(name: string): Promise<Project | undefined> {
    const row = await this.#database
      .selectFrom('projects')
      .selectAll()
      .where('name', '=', name)
      .executeTakeFirst();
    return row && fromRow(row);
  }

  async withRoot(root: string): Promise<Project | undefined> {
    const row = await this.#database
      .selectFrom('projects')
      .selectAll()
      .where('root', '=', root)
      .executeTakeFirst();
    return row && fromRow(row);
  }

  /** Among the given folders (a folder and those above it), the projects that have one of them as root. */
  async withRootAmong(folders: readonly string[]): Promise<Project[]> {
    const rows = await this.#database
      .selectFrom('projects')
      .selectAll()
      .where('root', 'in', folders)
      .where('archived_at', 'is', null)
      .execute();
    return rows.map(fromRow);
  }

  async withIdPrefix(prefix: string): Promise<Project[]> {
    const rows = await this.#database
      .selectFrom('projects')
      .selectAll()
      .where(beginsWith('id', prefix))
      .limit(2)
      .execute();
    return rows.map(fromRow);
  }
}

function toRow(project: Project): ProjectsTable {
  return {
    id: project.id,
    name: project.name,
    root: project.root,
    description: project.description,
    created_at: project.createdAt.toISOString(),
    updated_at: project.updatedAt.toISOString(),
    archived_at: project.archivedAt?.toISOString() ?? null,
  };
}

function fromRow(row: Selectable<ProjectsTable>): Project {
  return {
    id: row.id as ProjectId,
    name: row.name,
    root: row.root,
    description: row.description,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
    archivedAt: dateOrNull(row.archived_at),
  };
}
