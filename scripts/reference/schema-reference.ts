import { sql } from 'kysely';
import { openStore } from '../../src/store/open-store.js';
import { SCHEMA_VERSION } from '../../src/store/schema-version.js';
import { type DocumentedTable, documentedTables } from './documented-tables.js';

/** The tables with their meaning, and as the newest migration leaves them, read back from a fresh store. */
export async function schemaReference(): Promise<string> {
  return `# Schema

Schema number ${SCHEMA_VERSION}. Times are ISO 8601 in UTC, JSON is text, booleans are 0 and 1.

${documentedTables().map(chapter).join('\n\n')}

## In SQL

\`\`\`sql
${(await statements()).join('\n\n')}
\`\`\`
`;
}

function chapter({ name, purpose, columns }: DocumentedTable): string {
  const rows = columns.map((column) => `| \`${column.name}\` | ${column.meaning} |`);
  return `## ${name}\n\n${purpose}\n\n| column | meaning |\n| --- | --- |\n${rows.join('\n')}`;
}

async function statements(): Promise<string[]> {
  const store = await openStore(':memory:', { now: () => new Date(0) });
  // A search index makes tables of its own beneath, which are nobody's business.
  const { rows } = await sql<{ sql: string }>`
    select sql from sqlite_master
    where sql is not null and name not in (select name from pragma_table_list where type = 'shadow')
    order by type desc, name
  `.execute(store.database);
  await store.close();
  return rows.map(
    ({ sql: statement }) => `${statement.replaceAll(/, (?="\w+" [a-z]|constraint )/g, ',\n  ')};`,
  );
}
