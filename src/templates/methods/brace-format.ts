import { runtimeFault } from '../fault.js';
import type { Rendering } from '../runtime/rendering.js';
import { ABSENT } from '../values/absent.js';
import { type Mapping, mappingGet } from '../values/mapping.js';
import { escapeHtml, Markup } from '../values/markup.js';
import { repr } from '../values/repr.js';
import { text } from '../values/text.js';
import { Undefined } from '../values/undefined.js';
import type { Value } from '../values/value.js';
import { formatBySpec } from './format-spec.js';
import { selfText } from './string-argument.js';

/** Fields may hold fields in their specification, but no deeper. */
const DEEPEST = 2;

/**
 * Python's `str.format`: `'{} of {total:>3}'`. Fields reach attributes and items only as a template does.
 *
 * @param named the named arguments, or the mapping of `format_map`
 */
export function formatBraces(
  rendering: Rendering,
  template: Value,
  positional: readonly Value[],
  named: Mapping,
): string | Markup {
  const formatter = new BraceFormatter(rendering, positional, named, template instanceof Markup);
  const result = formatter.format(selfText(template), 0);
  rendering.budget.makes(result.length);
  return template instanceof Markup ? new Markup(result) : result;
}

class BraceFormatter {
  readonly #rendering: Rendering;
  readonly #positional: readonly Value[];
  readonly #named: Mapping;
  readonly #escapes: boolean;
  /** The number of the next `{}`. */
  #next = 0;

  constructor(rendering: Rendering, positional: readonly Value[], named: Mapping, escapes: boolean) {
    this.#rendering = rendering;
    this.#positional = positional;
    this.#named = named;
    this.#escapes = escapes;
  }

  format(template: string, depth: number): string {
    let result = '';
    let at = 0;
    while (at < template.length) {
      const character = template.charAt(at);
      const doubled = template.charAt(at + 1) === character;
      if (character === '}' && !doubled) throw runtimeFault("Single '}' encountered in format string");
      if (character !== '{' || doubled) {
        result += character;
        at += doubled && (character === '{' || character === '}') ? 2 : 1;
        continue;
      }
      const end = fieldEnd(template, at);
      result += this.#field(template.slice(at + 1, end), depth);
      at = end + 1;
    }
    return result;
  }

  #field(field: string, depth: number): string {
    if (depth >= DEEPEST) throw runtimeFault('Max string recursion exceeded');
    this.#rendering.budget.step();
    const { path, conversion, spec } = splitField(field);
    const value = this.#converted(this.#lookup(path), conversion);
    const { budget } = this.#rendering;
    const formatted = formatBySpec(value, this.format(spec, depth + 1), budget);
    const shown = this.#escapes && !(value instanceof Markup) ? escapeHtml(formatted, budget) : formatted;
    budget.makes(shown.length);
    return shown;
  }

  /** Follows `name.attribute[item]`. */
  #lookup(path: string): Value {
    let at = stepStart(path, 0);
    let value = this.#argument(path.slice(0, at));
    while (at < path.length) {
      const isItem = path.charAt(at) === '[';
      const end = isItem ? path.indexOf(']', at) : stepStart(path, at + 1);
      if (end === -1) throw runtimeFault("Missing ']' in format string");
      const name = path.slice(at + 1, end);
      const isIndex = isItem && /^\d+$/.test(name);
      value = isItem
        ? this.#rendering.item(value, isIndex ? Number(name) : name)
        : this.#rendering.attribute(value, name);
      if (value instanceof Undefined) throw runtimeFault(value.message);
      at = isItem ? end + 1 : end;
    }
    return value;
  }

  #argument(name: string): Value {
    if (name !== '' && !/^\d+$/.test(name)) {
      const value = mappingGet(this.#named, name);
      if (value === ABSENT) throw runtimeFault(repr(name, this.#rendering.budget));
      return value ?? null;
    }
    const index = name === '' ? this.#next++ : Number(name);
    if (index >= this.#positional.length) {
      throw runtimeFault(`Replacement index ${index} out of range for positional args tuple`);
    }
    return this.#positional[index];
  }

  #converted(value: Value, conversion: string): Value {
    const { budget } = this.#rendering;
    switch (conversion) {
      case '':
        return value;
      case 's':
        return text(value, budget);
      case 'r':
      case 'a':
        return repr(value, budget);
      default:
        throw runtimeFault(`Unknown conversion specifier ${conversion}`);
    }
  }
}

/** Where the next attribute or item of a path begins. */
function stepStart(path: string, from: number): number {
  for (let at = from; at < path.length; at += 1) if (path[at] === '.' || path[at] === '[') return at;
  return path.length;
}

/** The closing brace of the field that opens at an offset. */
function fieldEnd(template: string, open: number): number {
  let depth = 0;
  for (let at = open; at < template.length; at += 1) {
    if (template.charAt(at) === '{') depth += 1;
    if (template.charAt(at) === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw runtimeFault(
    open === template.length - 1
      ? "Single '{' encountered in format string"
      : "expected '}' before end of string",
  );
}

function splitField(field: string): { path: string; conversion: string; spec: string } {
  const colon = field.indexOf(':');
  const head = colon === -1 ? field : field.slice(0, colon);
  const spec = colon === -1 ? '' : field.slice(colon + 1);
  const bang = head.indexOf('!');
  if (bang === -1) return { path: head, conversion: '', spec };
  return { path: head.slice(0, bang), conversion: head.slice(bang + 1), spec };
}
