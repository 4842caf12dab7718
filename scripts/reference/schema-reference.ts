import { sql } from 'kysely';
import { openStore } from '../../src/store/open-store.js';
import { SCHEMA_VERSION } from '../../src/store/schema-version.js';

/** The tables as the newest migration leaves them, read back from a fresh store. */
export async function schemaReference(): Promise<string> {
  const store = await openStore(':memory:', { now: () => new Date(0) });
  const { rows } = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_master where sql is not null order by type desc, name
  `.execute(store.database);
  await store.close();
  const statements = rows.map(({ sql: statement }) => `${statement.replaceAll(/, (?=")/g, ',\n  ')};`);
  return `# Schema

Schema number ${SCHEMA_VERSION}. Times are ISO 8601 in UTC, JSON is text, booleans are 0 and 1.

\`\`\`sql
${statements.join('\n\n')}
\`\`\`
`;
}
