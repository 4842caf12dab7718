import type { Role } from '../role.js';

/** What can be done with rows. */
export const deeds = ['select', 'insert', 'update', 'delete'] as const;
export type Deed = (typeof deeds)[number];

/** For each deed the condition that a row has to meet, in SQL; what has none, no member can do. */
export type TablePolicies = Readonly<Partial<Record<Deed, string>>> & {
  /** The column that says who wrote a row: nobody writes in another's name. */
  readonly signed?: string;
};

/** A row that belongs to a project, or to none. The functions are asked once a statement, not once a row. */
export function permits(project: string, role: Role): string {
  return `case when ${project} is null then (select global_permits('${role}'))
    else ${project} <> all ((select closed_to('${role}'))::text[]) end`;
}

/** A row that hangs on another: what may be done with that one decides. */
export type OwnerRule = (role: Role) => string;

export const inOwnProject: OwnerRule = (role) => permits('project_id', role);

export const ofPrompt =
  (prompt: string): OwnerRule =>
  (role) =>
    `exists (select 1 from prompts p where p.id = ${prompt} and ${permits('p.project_id', role)})`;

/** Readers read, editors do the rest. */
export function edited(owner: OwnerRule): TablePolicies {
  const change = owner('editor');
  return { select: owner('reader'), insert: change, update: change, delete: change };
}

/** Rows that are only added; nobody but the tables' owner changes them. */
export function added(owner: OwnerRule): TablePolicies {
  return { select: owner('reader'), insert: owner('editor') };
}
