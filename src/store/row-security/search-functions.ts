import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';

/** How rows of a search index are found, and whose they are. */
interface Finder {
  readonly name: string;
  /** Where it looks. */
  readonly table: string;
  /** What it is asked, by name and type, and the condition that a row `i` has it. */
  readonly asked: Readonly<Record<string, string>>;
  readonly matches: string;
  /** Where the project of a row of `hits` stands, as a column of `o`. */
  readonly owner: string;
}

const ofExecution = 'executions o where o.number = hits.rowid';
const ofPrompt = 'prompt_search_entries n join prompts o on o.id = n.prompt_id where n.number = hits.rowid';

const byWords = { asked: { wanted: 'tsquery' }, matches: 'i.words @@ wanted' };

/** Rows with all the parts, and with each of the texts in one of some columns; most have one text to look for. */
const byParts = (columns: readonly string[]) => {
  const has = (text: string) =>
    `(${columns.map((column) => `strpos(i.${column}, ${text}) > 0`).join(' or ')})`;
  return {
    asked: { wanted: 'integer[]', texts: 'text[]' },
    matches: `i.parts @> wanted and ${has('texts[1]')}
      and (cardinality(texts) = 1 or not exists (select from unnest(texts) as other where not ${has('other')}))`,
  };
};

const finders: readonly Finder[] = [
  { name: 'find_execution_words', table: 'execution_words', owner: ofExecution, ...byWords },
  { name: 'find_prompt_words', table: 'prompt_words', owner: ofPrompt, ...byWords },
  {
    name: 'find_prompt_parts',
    table: 'prompt_parts',
    owner: ofPrompt,
    ...byParts(['name', 'tags', 'description', 'content']),
  },
  { name: 'find_prompt_names', table: 'prompt_parts', owner: ofPrompt, ...byParts(['name']) },
];

/** What a finder tells of each row. */
interface Answer {
  readonly type: string;
  /** What it takes from a row `i`. */
  readonly columns: string;
  /** The same, of `hits`. */
  readonly told: string;
}

export const numbers: Answer = { type: 'setof bigint', columns: 'i.rowid', told: 'hits.rowid' };

/** With its place in the table, where it can be fetched without looking its number up. */
export const numbersAndPlaces: Answer = {
  type: 'table (number bigint, place tid)',
  columns: 'i.rowid, i.ctid as place',
  told: 'hits.rowid, hits.place',
};

/** What only those may call who were let in, as SQL names them. */
export const searchFunctions: readonly string[] = finders.map(
  ({ name, asked }) => `${name}(${[...Object.values(asked), 'integer'].join(', ')})`,
);

/**
 * A policy is asked of every row before an index may be: the index's operators might tell what they see. These
 * functions look into an index with the rights of its owner, and give the numbers of what they found there as far as
 * who has logged in may read what it is about. They tell nothing of the rest: what they ask of a row cannot fail, and
 * they count what may be read only.
 */
export async function createSearchFunctions(
  executor: QueryExecutorProvider,
  place: RawBuilder<unknown>,
  answer: Answer,
): Promise<void> {
  for (const finder of finders) {
    await createFinder(executor, place, finder, answer);
  }
  for (const name of searchFunctions) {
    await sql`revoke execute on function ${sql.raw(name)} from public`.execute(executor);
  }
}

/**
 * Rows are looked up by the index, all of them, however common the server believes them to be: it does not count what
 * it takes to unpack long rows. Planned anew each time, because it depends on what is looked for.
 */
async function createFinder(
  executor: QueryExecutorProvider,
  place: RawBuilder<unknown>,
  { name, table, asked, matches, owner }: Finder,
  { type, columns, told }: Answer,
): Promise<void> {
  const parameters = Object.entries(asked).map(([parameter, type]) => `${parameter} ${type}`);
  await sql`
    create function ${sql.ref(name)}(${sql.raw(parameters.join(', '))}, most integer) returns ${sql.raw(type)}
    language plpgsql stable security definer
    set search_path to ${place}, pg_temp set plan_cache_mode to force_custom_plan set enable_seqscan to off as $$
    declare
      hidden text[] := closed_to('reader');
      reads_global boolean := global_permits('reader');
      unbound boolean := pg_has_role(session_user, current_user, 'usage')
        or (select rolbypassrls from pg_roles where rolname = session_user);
      reads_all boolean := unbound or (reads_global and hidden = '{}');
    begin
      return query
        with hits as materialized (
          select ${sql.raw(columns)} from ${sql.table(table)} i where ${sql.raw(matches)}
        )
        select ${sql.raw(told)} from hits
        where reads_all or (
          select case when o.project_id is null then reads_global else o.project_id <> all (hidden) end
          from ${sql.raw(owner)}
        )
        limit most;
    end $$
  `.execute(executor);
}

export async function dropSearchFunctions(executor: QueryExecutorProvider): Promise<void> {
  for (const name of searchFunctions) await sql`drop function ${sql.raw(name)}`.execute(executor);
}
