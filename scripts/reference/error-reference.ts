import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sqliteFaults } from '../../src/store/dialects/sqlite-fault.js';

const SOURCES = join(import.meta.dirname, '../../src');

interface ErrorEntry {
  readonly code: string;
  readonly kind: string;
  readonly says: string;
}

const exitCodes: Readonly<Record<string, number>> = {
  failed: 1,
  usage: 2,
  'not-found': 3,
  'not-allowed': 4,
  interrupted: 130,
};

/** Every error code, read from the classes that carry them. */
export function errorReference(): string {
  const entries = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => errorsIn(readFileSync(join(SOURCES, file), 'utf8')))
    .sort((a, b) => a.code.localeCompare(b.code));
  const rows = entries.map(({ code, kind, says }) => `| \`${code}\` | ${exitCodes[kind] ?? ''} | ${says} |`);
  return `# Errors

The codes are stable. With \`--json\` an error is \`{"error":{"code","message","hint","next"}}\`; one about a place
in a text has it as \`place\`: \`{"name","line","column","excerpt"}\`, line and column from 1.
\`FAULT\` with exit code 1 is none of these but a failure of the program itself, or of the machine.

| code | exit | means |
| --- | --- | --- |
${rows.join('\n')}
`;
}

function errorsIn(source: string): ErrorEntry[] {
  const classes = source.matchAll(
    /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?(?:export )?(?:abstract )?class (\w+Error) extends (\w+)[\s\S]*?\n}/g,
  );
  return Array.from(classes).flatMap(([body, comment = '', name = '']) => {
    const kind = /readonly kind = '([a-z-]+)'/.exec(body)?.[1] ?? 'failed';
    return codesIn(body, source).map(({ code, said }) => {
      const says = storeFaults.get(code) || firstSentence(said) || firstSentence(comment) || inWords(name);
      return { code, kind, says };
    });
  });
}

/** What the store says about each of its faults. */
const storeFaults: ReadonlyMap<string, string> = new Map(
  Object.values(sqliteFaults).map(({ fault, why }) => [fault, `The store ${why}.`]),
);

/** The codes of a class, each with the comment that stands above it where there are several. */
function codesIn(body: string, source: string): { readonly code: string; readonly said: string }[] {
  const literal = /readonly code = '([A-Z_]+)'/.exec(body)?.[1];
  if (literal !== undefined) return [{ code: literal, said: '' }];
  const declared = /readonly code:([^;=]+);/.exec(body)?.[1]?.trim() ?? '';
  const union = /^\w+$/.test(declared)
    ? (new RegExp(`type ${declared} =([\\s\\S]+?);\n`).exec(source)?.[1] ?? '')
    : declared;
  return Array.from(
    union.matchAll(/(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/[\s|]*)?'([A-Z_]+)'/g),
    ([, said = '', code = '']) => ({ code, said }),
  );
}

function firstSentence(comment: string): string {
  const text = comment
    .replace(/^\s*\*/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /^.*?[.](?= |$)/.exec(text)?.[0] ?? text;
}

/** @example inWords('NameTakenError') === 'Name taken' */
function inWords(name: string): string {
  return name
    .replace(/Error$/, '')
    .replace(/[A-Z]/g, (letter, at) => (at === 0 ? letter : ` ${letter.toLowerCase()}`));
}
