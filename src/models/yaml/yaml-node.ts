import { closestName } from '../../base/text/closest-name.js';
import type { SourceText } from '../../base/text/source-text.js';
import { yamlJson } from '../../base/yaml/yaml-json.js';
import type { YamlTree } from '../../base/yaml/yaml-tree.js';
import type { Json } from '../spec/model-request.js';

/** What a document is read with. */
export interface NodeReading {
  readonly source: SourceText;
  /** The error for something that is wrong on a line. */
  readonly refusal: (problem: string, line: number) => Error;
}

/** A value of a YAML document that knows its line, and refuses to be read as what it is not. */
export class YamlNode {
  readonly #tree: YamlTree;
  readonly #reading: NodeReading;
  /** As messages call it. */
  readonly label: string;
  readonly line: number;

  constructor(tree: YamlTree, label: string, reading: NodeReading) {
    this.#tree = tree;
    this.#reading = reading;
    this.label = label;
    this.line = reading.source.position(tree.span.start).line;
  }

  /** The members of a mapping whose keys are known: another one is refused. */
  fields<Key extends string>(known: readonly Key[]): { readonly [K in Key]?: YamlNode } {
    const found: { [K in Key]?: YamlNode } = {};
    for (const [key, value] of this.entries()) {
      const name = known.find((candidate) => candidate === key);
      if (name === undefined) throw value.#unknownKey(key, known);
      found[name] = value;
    }
    return found;
  }

  /** The members of any mapping. */
  entries(): [key: string, value: YamlNode][] {
    if (this.#tree.kind !== 'mapping') throw this.refuse('is to be a mapping of keys to values');
    return this.#tree.entries.map(({ key, value }) => [key, new YamlNode(value, `"${key}"`, this.#reading)]);
  }

  items(): YamlNode[] {
    if (this.#tree.kind !== 'list') throw this.refuse('is to be a list');
    return this.#tree.items.map(
      (item, at) => new YamlNode(item, `${this.label}, entry ${at + 1},`, this.#reading),
    );
  }

  get isMapping(): boolean {
    return this.#tree.kind === 'mapping';
  }

  get isList(): boolean {
    return this.#tree.kind === 'list';
  }

  text(): string {
    const value = this.#scalar();
    if (typeof value !== 'string') throw this.refuse('is to be a text');
    return value;
  }

  /** A number that is not below the least. */
  number(least = 0): number {
    const value = this.#scalar();
    if (typeof value !== 'number' || !Number.isFinite(value) || value < least)
      throw this.refuse(`is to be a number of at least ${least}`);
    return value;
  }

  integer(least = 0): number {
    const value = this.number(least);
    if (!Number.isSafeInteger(value)) throw this.refuse(`is to be a whole number of at least ${least}`);
    return value;
  }

  boolean(): boolean {
    const value = this.#scalar();
    if (typeof value !== 'boolean') throw this.refuse('is to be true or false');
    return value;
  }

  oneOf<Choice extends string>(choices: readonly Choice[]): Choice {
    const value = this.#scalar();
    const choice = choices.find((candidate) => candidate === value);
    if (choice === undefined) throw this.refuse(`is to be one of: ${choices.join(', ')}`);
    return choice;
  }

  /** The value as JSON has it. */
  json(): Json {
    return yamlJson(this.#tree);
  }

  /** The error that says what is wrong with it. */
  refuse(problem: string): Error {
    return this.#reading.refusal(`${this.label} ${problem}`, this.line);
  }

  #scalar(): unknown {
    return this.#tree.kind === 'scalar' ? this.#tree.value : undefined;
  }

  #unknownKey(key: string, known: readonly string[]): Error {
    const near = closestName(key, known);
    const advice = near === undefined ? `There are: ${known.join(', ')}` : `Did you mean "${near}"?`;
    return this.#reading.refusal(`there is no key "${key}" here. ${advice}`, this.line);
  }
}
