import type { Document, LineCounter, YAMLError } from 'yaml';
import { yamlExcess } from '../../base/text/yaml-excess.js';
import { UnreadablePromptFileError } from '../errors.js';
import type { JsonValue } from '../json-value.js';

/** How often aliases may repeat what they name: enough for people, too little for a flood. */
const MOST_ALIASES = 100;

/** The keys and indices that lead to a value. */
export type YamlPath = readonly (string | number)[];

export interface ParsedYaml {
  /** Null when there is nothing but comments. */
  readonly value: JsonValue;
  /** The line of the file on which the value stands that `path` leads to; its key's line in a mapping. */
  lineOf(path: YamlPath): number | undefined;
}

/**
 * Reads YAML 1.2, of which only JSON can come. A tag of its own is refused, and aliases are bounded.
 *
 * @param firstLine the line of the file on which `text` begins
 * @throws UnreadablePromptFileError with the line where it is no such YAML
 */
export async function parseYaml(text: string, path: string, firstLine = 1): Promise<ParsedYaml> {
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const unreadable = (reason: string, line: number | null = null) =>
    new UnreadablePromptFileError(path, reason, line === null ? null : line + firstLine - 1);
  try {
    const excess = yamlExcess(text, yaml.Lexer);
    if (excess !== null) throw unreadable(excess);
    // The library compares each key with all others; a repeated one is found faster below.
    const options = {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'error',
      uniqueKeys: false,
    } as const;
    const document = yaml.parseDocument(text, options);
    const [fault] = [...document.errors, ...document.warnings];
    if (fault !== undefined) throw unreadable(reasonOf(fault), lines.linePos(fault.pos[0]).line);
    yaml.visit(document, {
      Map: (_, { items }) => {
        const repeated = repeatedKey(items);
        if (repeated !== null)
          throw unreadable('its YAML says a key twice', lines.linePos(startOf(repeated) ?? 0).line);
      },
    });
    const value = jsonOf(document.toJS({ maxAliasCount: MOST_ALIASES }));
    return { value, lineOf: (at) => lineIn(document, lines, at, firstLine) };
  } catch (error) {
    if (error instanceof ReferenceError) throw unreadable('its YAML repeats too much through aliases');
    if (error instanceof NoJsonError) throw unreadable(error.message);
    throw error;
  }
}

/** The key of a mapping that an earlier one says already; null when there is none. */
function repeatedKey(items: readonly { key: unknown }[]): unknown {
  const seen = new Set<string>();
  for (const { key } of items) {
    const name = keyOf(key);
    if (name !== undefined && seen.has(name)) return key;
    if (name !== undefined) seen.add(name);
  }
  return null;
}

class NoJsonError extends Error {}

/** Deeper than the text can be: only aliases lead there, and those that name what they lie in never end. */
const DEEPEST_VALUE = 1000;

function jsonOf(value: unknown, depth = 0): JsonValue {
  if (depth > DEEPEST_VALUE) throw new NoJsonError('its YAML is nested too deeply');
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const inside = (inner: unknown) => jsonOf(inner, depth + 1);
  if (Array.isArray(value)) return value.map(inside);
  // What a mapping holds under `__proto__` stays a key: entries are defined, never assigned.
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inside(inner)]));
  throw new NoJsonError(`its YAML holds ${String(value)}, which is no value of JSON`);
}

function reasonOf(fault: YAMLError): string {
  if (fault.code === 'TAG_RESOLVE_FAILED') return 'its YAML uses a tag, and tags are not read';
  return `its YAML is not right: ${fault.message.replace(/[.:]$/, '')}`;
}

function lineIn(
  document: Document,
  lines: LineCounter,
  path: YamlPath,
  firstLine: number,
): number | undefined {
  const offset = offsetOf(document.contents, path) ?? offsetOf(document.contents, path.slice(0, -1));
  return offset === undefined ? undefined : lines.linePos(offset).line + firstLine - 1;
}

/** Where the node that a path leads to begins; the nodes are read by their shape, aliases lead nowhere. */
function offsetOf(node: unknown, path: YamlPath): number | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return startOf(node);
  if (typeof node !== 'object' || node === null || !('items' in node) || !Array.isArray(node.items)) return;
  if (typeof step === 'number') return offsetOf(node.items[step], rest);
  const pair = node.items.find(({ key }) => keyOf(key) === step);
  return rest.length === 0 ? startOf(pair?.key) : offsetOf(pair?.value, rest);
}

function keyOf(key: unknown): string | undefined {
  return typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : undefined;
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return;
  const [start] = node.range;
  return typeof start === 'number' ? start : undefined;
}
