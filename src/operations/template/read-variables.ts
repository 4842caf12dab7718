import { yamlExcess } from '../../base/text/yaml-excess.js';
import { TemplateVariablesError } from './errors.js';
import type { GivenFile } from './template-input.js';
import { utf8Text } from './utf8-text.js';

/** What a template is rendered with. */
export type Variables = Readonly<Record<string, unknown>>;

/**
 * The variables from a file, and those of the command line, which win.
 *
 * @param file an object in JSON or YAML
 * @param assignments `name=value`, the value being text as it stands
 * @throws TemplateVariablesError, NotUtf8Error
 */
export async function readVariables(
  file: GivenFile | undefined,
  assignments: readonly string[],
): Promise<Variables> {
  const fromFile = file === undefined ? {} : await parseVariables(file);
  return { ...fromFile, ...Object.fromEntries(assignments.map(parseAssignment)) };
}

async function parseVariables(file: GivenFile): Promise<Variables> {
  const value = await parse(utf8Text(file.bytes, file.name), file.name);
  if (isObject(value)) return value;
  throw new TemplateVariablesError(`"${file.name}" holds no object of variables, but ${kindOf(value)}.`, {
    hint: 'Write the names and their values: {"name": "Ada"} in JSON, name: Ada in YAML.',
  });
}

async function parse(text: string, name: string): Promise<unknown> {
  try {
    if (name.toLowerCase().endsWith('.json')) return JSON.parse(text);
    const { Lexer, parse: parseYaml } = await import('yaml');
    const excess = yamlExcess(text, Lexer);
    if (excess !== null) throw new Error(excess);
    return parseYaml(text);
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw new TemplateVariablesError(
      `"${name}" cannot be read: ${reason.replace(/[.:]$/, '')}.`,
      { hint: 'A name that ends in .json is read as JSON, any other as YAML.' },
      { cause },
    );
  }
}

function parseAssignment(assignment: string): readonly [name: string, value: string] {
  const end = assignment.indexOf('=');
  const name = assignment.slice(0, Math.max(0, end));
  if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return [name, assignment.slice(end + 1)];
  throw new TemplateVariablesError(`"${assignment}" gives no variable a value.`, {
    hint: 'Write NAME=VALUE, with a name of letters, digits and _; objects and lists come from a file.',
  });
}

function isObject(value: unknown): value is Variables {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
