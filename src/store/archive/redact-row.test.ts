import { describe, expect, it } from 'vitest';
import { someTime } from '../../../test/fixtures/sessions.js';
import { shapedSecret } from '../../../test/fixtures/some-secrets.js';
import type { StoredRow } from '../dialects/upkeep.js';
import { SCHEMA_VERSION } from '../schema-version.js';
import { designOf, recordTables, type TableDesign } from '../table-design.js';
import { SecretRedaction } from './redact-row.js';

const secret = shapedSecret(0);

/** JSON that is read to measure what a row holds. */
const measuredJson: Readonly<Record<string, string>> = {
  messages: JSON.stringify([{ role: 'user', text: secret }]),
  prompt: JSON.stringify([{ role: 'user', text: secret }]),
  variables: JSON.stringify([]),
  settings: JSON.stringify({ model: secret, parameters: {}, responseSchema: null }),
};

/** A credential in every column that could hold one. */
function leakyRow({ columns }: TableDesign): StoredRow {
  return columns.map(({ name, type }) => {
    if (type === 'integer') return 1;
    return type === 'blob' ? Buffer.from(secret) : (measuredJson[name] ?? secret);
  });
}

describe('a row on its way into an archive that is given away', () => {
  it('has no credential in any column of any table, but for what rows are found by', async () => {
    for (const table of recordTables(await designOf(SCHEMA_VERSION))) {
      const row = new SecretRedaction(someTime).clean(table, leakyRow(table)) ?? [];
      const kept = table.columns.flatMap(({ name }, at) => {
        const value = row[at] instanceof Uint8Array ? Buffer.from(row[at]).toString() : String(row[at]);
        return value.includes(secret) ? [name] : [];
      });
      const foundBy = [...table.key, ...table.references.map(({ column }) => column)];
      expect(
        kept.filter((name) => !foundBy.includes(name)),
        table.name,
      ).toEqual([]);
    }
  });
});
