/** Fails when a name that the package exports has no comment that says what it is. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const SOURCES = resolve(import.meta.dirname, '../src');
const ENTRIES = ['index.ts', 'sections/index.ts', 'templates/index.ts'];

const undocumented = new Set(ENTRIES.flatMap((entry) => undocumentedIn(join(SOURCES, entry))));
for (const name of undocumented) console.error(`${name} is exported and has no comment`);
process.exitCode = undocumented.size > 0 ? 1 : 0;

function undocumentedIn(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const named = source.matchAll(/^export (?:type )?\{([^}]*)\} from '(\.[^']+)';/gm);
  const whole = source.matchAll(/^export (?:type )?\* from '(\.[^']+)';/gm);
  return [
    ...Array.from(named).flatMap(([, names = '', path = '']) =>
      names.split(',').flatMap((name) => check(name, file, path)),
    ),
    ...Array.from(whole).flatMap(([, path = '']) => undocumentedIn(target(file, path))),
  ];
}

function check(listed: string, file: string, path: string): string[] {
  const name =
    listed
      .replace(/^\s*type\s+/, '')
      .trim()
      .split(' as ')[0] ?? '';
  if (name === '') return [];
  const source = readFileSync(target(file, path), 'utf8');
  const declared = new RegExp(
    `^export (?:declare |abstract |async )*(?:class|function\\*?|interface|type|const) ${name}\\b`,
    'm',
  ).exec(source);
  if (declared === null) {
    const passedOn = new RegExp(
      `^export (?:type )?\\{[^}]*\\b${name}\\b[^}]*\\} from '(\\.[^']+)';`,
      'm',
    ).exec(source);
    return passedOn?.[1] === undefined ? [`${name} (${path})`] : check(name, target(file, path), passedOn[1]);
  }
  const documented = /\*\/\s*$/.test(source.slice(0, declared.index));
  return documented ? [] : [`${relative(SOURCES, target(file, path))}: ${name}`];
}

function target(file: string, path: string): string {
  return resolve(dirname(file), path.replace(/\.js$/, '.ts'));
}
