import type { YamlTree } from './yaml-tree.js';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The value that a tree says.
 *
 * @example yamlJson({ kind: 'list', items: [], span }) // []
 */
export function yamlJson(tree: YamlTree): Json {
  switch (tree.kind) {
    case 'scalar':
      return tree.value;
    case 'list':
      return tree.items.map(yamlJson);
    case 'mapping':
      // What a mapping holds under `__proto__` stays a key: entries are defined, never assigned.
      return Object.fromEntries(tree.entries.map(({ key, value }) => [key, yamlJson(value)]));
  }
}
