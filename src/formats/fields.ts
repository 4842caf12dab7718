import { UnreadablePromptFileError } from './errors.js';
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from './json-value.js';
import type { Loss } from './prompt-format.js';
import type { ParsedYaml, YamlPath } from './yaml/parse-yaml.js';

/**
 * The keys of one mapping in a file, taken one after the other by the format that knows them; what is left
 * at the end is what it does not know.
 *
 * Every taking method throws UnreadablePromptFileError, with the line, where the value is not of its shape.
 * A key whose value is null counts as absent.
 */
export class Fields {
  readonly #file: string;
  readonly #yaml: ParsedYaml;
  readonly #path: YamlPath;
  readonly #mapping: JsonObject;
  readonly #taken = new Set<string>();

  private constructor(file: string, yaml: ParsedYaml, path: YamlPath, value: JsonValue) {
    this.#file = file;
    this.#yaml = yaml;
    this.#path = path;
    if (!isJsonObject(value)) throw this.#wrong(path, 'a mapping of keys to values');
    this.#mapping = value;
  }

  /** @throws UnreadablePromptFileError where the YAML is no mapping; nothing at all is an empty one */
  static of(file: string, yaml: ParsedYaml): Fields {
    return new Fields(file, yaml, [], yaml.value ?? {});
  }

  get keys(): readonly string[] {
    return Object.keys(this.#mapping);
  }

  /** The line of the mapping, or of what a path in it leads to. */
  line(...path: YamlPath): number | undefined {
    return this.#yaml.lineOf([...this.#path, ...path]);
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#mapping, key) && this.#mapping[key] !== null;
  }

  /** The value as it is; undefined when the key is absent. Null is a value here. */
  value(key: string): JsonValue | undefined {
    this.#taken.add(key);
    return Object.hasOwn(this.#mapping, key) ? this.#mapping[key] : undefined;
  }

  /** A text; a number or a yes or no is taken as it is written. */
  text(key: string): string | null {
    const value = this.value(key) ?? null;
    if (value === null || typeof value === 'string') return value;
    if (typeof value === 'object') throw this.#wrong([...this.#path, key], 'a text');
    return String(value);
  }

  flag(key: string): boolean | null {
    const value = this.value(key) ?? null;
    if (value === null || typeof value === 'boolean') return value;
    throw this.#wrong([...this.#path, key], 'true or false');
  }

  number(key: string): number | null {
    const value = this.value(key) ?? null;
    if (value === null || typeof value === 'number') return value;
    throw this.#wrong([...this.#path, key], 'a number');
  }

  /** A list; one value by itself is a list of one. */
  list(key: string): readonly JsonValue[] {
    const value = this.value(key) ?? [];
    return isJsonList(value) ? value : [value];
  }

  /** A list of texts; one text by itself is a list of one. */
  texts(key: string): readonly string[] {
    return this.list(key).map((item, index) => {
      if (typeof item === 'object') throw this.#wrong([...this.#path, key, index], 'a text');
      return String(item);
    });
  }

  /** A mapping as it is; empty when the key is absent. */
  object(key: string): JsonObject {
    const value = this.value(key) ?? {};
    if (isJsonObject(value)) return value;
    throw this.#wrong([...this.#path, key], 'a mapping of keys to values');
  }

  /** The keys of a mapping in this one; null when the key is absent. */
  mapping(key: string): Fields | null {
    const value = this.value(key) ?? null;
    return value === null ? null : new Fields(this.#file, this.#yaml, [...this.#path, key], value);
  }

  /** The mappings of a list; none when the key is absent. */
  mappings(key: string): readonly Fields[] {
    const value = this.value(key) ?? [];
    if (!isJsonList(value)) throw this.#wrong([...this.#path, key], 'a list');
    return value.map((item, index) => new Fields(this.#file, this.#yaml, [...this.#path, key, index], item));
  }

  /** Takes a key that this program has no place for: the loss, if the key is there. */
  lose(key: string, reason: string): readonly Loss[] {
    this.#taken.add(key);
    return this.has(key) ? [this.#loss(key, reason)] : [];
  }

  /** The keys that nobody took. */
  rest(reason = 'this key is not known here'): readonly Loss[] {
    return this.keys.filter((key) => !this.#taken.has(key)).map((key) => this.#loss(key, reason));
  }

  /** That something is wrong with a value, with its line. */
  fault(reason: string, key?: string): UnreadablePromptFileError {
    const line = key === undefined ? this.line() : this.line(key);
    return new UnreadablePromptFileError(this.#file, reason, line ?? null);
  }

  #loss(key: string, reason: string): Loss {
    const line = this.line(key);
    const what = [...this.#path, key].join('.');
    return line === undefined ? { what, reason } : { what, reason, line };
  }

  #wrong(path: YamlPath, expected: string): UnreadablePromptFileError {
    const what = path.length === 0 ? 'its YAML' : `\`${path.join('.')}\``;
    return new UnreadablePromptFileError(
      this.#file,
      `${what} is not ${expected}`,
      this.#yaml.lineOf(path) ?? null,
    );
  }
}
