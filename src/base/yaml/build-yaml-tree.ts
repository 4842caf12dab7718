import type { Alias, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { SourceText } from '../text/source-text.js';
import type { YamlFault, YamlReading } from './read-yaml-tree.js';
import type { Span, YamlEntry, YamlScalar, YamlTree } from './yaml-tree.js';

/** How much aliases may repeat, in values and pieces of text: enough for people, too little for a flood. */
const MOST_REPEATED = 10_000;
/** Characters of a text that count as one value. */
const PIECE = 100;
/** Deeper than a text may nest: only aliases lead there. */
const DEEPEST = 400;

/** What an anchor stands for. */
interface Anchored {
  readonly tree: YamlTree;
  readonly size: number;
  readonly height: number;
}

/** Makes a tree of what the library parsed; what has no place in one is a fault, and null stands for it. */
export function buildYamlTree(
  yaml: typeof import('yaml'),
  source: SourceText,
  contents: Node | null,
): YamlReading {
  const builder = new Builder(yaml, source);
  const tree = contents === null ? null : builder.build(contents, { start: 0, end: 0 }).tree;
  return { tree: builder.isFlooded ? null : tree, faults: builder.faults };
}

class Builder {
  readonly faults: YamlFault[] = [];
  readonly #yaml: typeof import('yaml');
  readonly #source: SourceText;
  /** Null while what it names is still being built. */
  readonly #anchors = new Map<string, Anchored | null>();
  #repeated = 0;

  constructor(yaml: typeof import('yaml'), source: SourceText) {
    this.#yaml = yaml;
    this.#source = source;
  }

  get isFlooded(): boolean {
    return this.#repeated > MOST_REPEATED;
  }

  /** @param around where it stands when it says nothing itself */
  build(node: unknown, around: Span): Anchored {
    if (this.#yaml.isAlias(node)) return this.#resolve(node);
    const anchor = this.#yaml.isNode(node) && 'anchor' in node ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, null);
    const built = this.#buildOwn(node, around);
    if (anchor !== undefined) this.#anchors.set(anchor, built);
    return built;
  }

  #buildOwn(node: unknown, around: Span): Anchored {
    if (this.#yaml.isMap(node)) return this.#mapping(node, around);
    if (this.#yaml.isSeq(node)) return this.#list(node, around);
    return this.#yaml.isScalar(node) ? this.#scalar(node, around) : this.#leaf(null, around);
  }

  #resolve(alias: Alias): Anchored {
    const span = spanOf(alias, { start: 0, end: 0 });
    const found = this.#anchors.get(alias.source);
    if (found === undefined)
      return this.#refuse(`its YAML has no anchor "${alias.source}" before here`, span);
    if (found === null)
      return this.#refuse('its YAML is nested too deeply: it repeats what it lies in', span);
    // Once is enough to say it.
    if (this.isFlooded) return this.#leaf(null, span);
    this.#repeated += found.size;
    if (!this.isFlooded) return found;
    return this.#refuse('its YAML repeats too much through aliases', span);
  }

  #mapping(node: YAMLMap, around: Span): Anchored {
    const span = spanOf(node, around);
    const entries: YamlEntry[] = [];
    const seen = new Set<string>();
    const values: Anchored[] = [];
    for (const pair of node.items) {
      const { key, keySpan } = this.#key(pair, span);
      const value = this.build(pair.value, { start: keySpan.end, end: keySpan.end });
      if (key === null || this.isFlooded) continue;
      if (seen.has(key)) this.#note(`its YAML says a key twice: ${key}`, keySpan);
      else entries.push({ key, keySpan, value: value.tree });
      seen.add(key);
      values.push(value);
    }
    return this.#holding({ kind: 'mapping', entries, span }, values);
  }

  #key({ key }: Pair, around: Span): { key: string | null; keySpan: Span } {
    const { tree } = this.build(key, around);
    if (tree.kind === 'scalar') return { key: String(tree.value), keySpan: tree.span };
    this.#note('its YAML has a list or mapping for a key', tree.span);
    return { key: null, keySpan: tree.span };
  }

  #list(node: YAMLSeq, around: Span): Anchored {
    const span = spanOf(node, around);
    const items = node.items.map((item) => this.build(item, span));
    return this.#holding({ kind: 'list', items: items.map(({ tree }) => tree), span }, items);
  }

  #scalar(node: Scalar, around: Span): Anchored {
    const span = spanOf(node, around);
    const { value } = node;
    if (typeof value === 'string') return this.#leaf(value, span, Math.floor(value.length / PIECE));
    if (value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)))
      return this.#leaf(value, span);
    return this.#refuse(`its YAML holds ${String(value)}, which is no value of JSON`, span);
  }

  #leaf(value: YamlScalar['value'], span: Span, pieces = 0): Anchored {
    return { tree: { kind: 'scalar', value, span, source: this.#source }, size: 1 + pieces, height: 0 };
  }

  #holding(tree: YamlTree, parts: readonly Anchored[]): Anchored {
    const height = 1 + parts.reduce((highest, part) => Math.max(highest, part.height), 0);
    if (height > DEEPEST) return this.#refuse('its YAML is nested too deeply', tree.span);
    return { tree, size: parts.reduce((sum, { size }) => sum + size, 1), height };
  }

  #refuse(problem: string, span: Span): Anchored {
    this.#note(problem, span);
    return this.#leaf(null, span);
  }

  #note(problem: string, { start }: Span): void {
    this.faults.push({ problem, offset: start });
  }
}

function spanOf(node: Node, around: Span): Span {
  return node.range ? { start: node.range[0], end: node.range[1] } : around;
}
