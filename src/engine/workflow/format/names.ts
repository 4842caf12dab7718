import type { YamlText } from '../../../base/yaml/yaml-tree.js';
import type { NameRule } from './shapes/collections.js';
import { text } from './shapes/scalars.js';
import { mapped, type Shape, withSchema } from './shapes/shape.js';

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Words that templates understand otherwise. */
const TEMPLATE_WORDS = [
  ...['true', 'false', 'none', 'True', 'False', 'None'],
  ...['and', 'or', 'not', 'in', 'is', 'if', 'else'],
];

/** Behind a point, templates take these for what mappings can do: `inputs.items` would not be an input. */
export const MAPPING_METHODS = [
  ...['clear', 'copy', 'get', 'items', 'keys', 'pop', 'popitem'],
  ...['setdefault', 'update', 'values'],
];

/** What steps see besides the entry that they are at. */
const TEMPLATE_ROOTS = ['inputs', 'steps', 'gates', 'loop'];

/** A name that a template can say: of a variable. */
export const variableName = nameRule(TEMPLATE_WORDS);

/** A name that stands behind a point in templates: of an input, a step, an output. */
export const memberName = nameRule([...TEMPLATE_WORDS, ...MAPPING_METHODS]);

/** What for-each calls its entries. */
export const entryName = nameRule([...TEMPLATE_WORDS, ...TEMPLATE_ROOTS]);

/** A name as the value of a key. */
export function nameShape(rule: NameRule): Shape<YamlText> {
  const shape = mapped(text, (name, node, label, reading) => {
    const fault = rule.faultIn(name.value);
    return fault === null ? name : reading.refuse(node.span, `${label} ${fault}.`);
  });
  return withSchema({ type: 'string', ...rule.schema }, shape);
}

function nameRule(reserved: readonly string[]): NameRule {
  const taken = new Set(reserved);
  return {
    schema: { pattern: IDENTIFIER.source, not: { enum: [...reserved] } },
    faultIn(name) {
      if (!IDENTIFIER.test(name)) return 'is no name: it has letters, digits and _, and begins with no digit';
      return taken.has(name) ? `cannot be a name: "${name}" means something else in templates` : null;
    },
  };
}
