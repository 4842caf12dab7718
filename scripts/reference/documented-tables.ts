import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SCHEMA = join(import.meta.dirname, '../../src/store/schema.ts');

/** A table as the comments in the schema's types describe it. */
export interface DocumentedTable {
  readonly name: string;
  readonly purpose: string;
  readonly columns: readonly { readonly name: string; readonly meaning: string }[];
}

/**
 * Reads the tables from the types of the schema, in their order.
 *
 * @throws Error when a table or a column has no comment
 */
export function documentedTables(source = readFileSync(SCHEMA, 'utf8')): DocumentedTable[] {
  const interfaces = new Map(documentedInterfaces(source).map((found) => [found.name, found]));
  const tables = interfaces.get('Database')?.members ?? [];
  return tables.map(({ name, type }) => {
    const { comment = '', members = [] } = interfaces.get(type) ?? {};
    return {
      name,
      purpose: required(comment, name),
      columns: members.map((column) => ({
        name: column.name,
        meaning: required(column.comment, `${name}.${column.name}`),
      })),
    };
  });
}

interface DocumentedInterface {
  readonly name: string;
  readonly comment: string;
  readonly members: readonly { readonly name: string; readonly type: string; readonly comment: string }[];
}

const COMMENT = String.raw`(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n *)?`;

function documentedInterfaces(source: string): DocumentedInterface[] {
  const found = source.matchAll(
    new RegExp(`${COMMENT}export interface (\\w+) \\{\\n([\\s\\S]*?)\\n\\}`, 'g'),
  );
  return Array.from(found, ([, comment = '', name = '', body = '']) => ({
    name,
    comment: inOneLine(comment),
    members: Array.from(
      body.matchAll(new RegExp(`${COMMENT}(\\w+): ([^;]+);`, 'g')),
      ([, said = '', member = '', type = '']) => ({ name: member, type, comment: inOneLine(said) }),
    ),
  }));
}

function inOneLine(comment: string): string {
  return comment
    .replace(/^\s*\*/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function required(comment: string, name: string): string {
  if (comment === '') throw new Error(`${name} has no comment in src/store/schema.ts`);
  return comment;
}
