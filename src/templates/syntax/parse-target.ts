import { parsePrimary } from './parse-primary.js';
import { parseTuple } from './parse-tuple.js';
import type { Expression, NameTarget, Target } from './syntax-tree.js';
import type { TokenStream } from './token-stream.js';

/** Parses what is assigned to: a name, several names, or (in `set`) an attribute of a namespace. */
export function parseTarget(stream: TokenStream, endName?: string): Target {
  const rules = endName === undefined ? { parseItem: parsePrimary } : { parseItem: parsePrimary, endName };
  return asTarget(stream, parseTuple(stream, rules));
}

/** Parses the target of a `set`: names and attributes of namespaces. */
export function parseSetTarget(stream: TokenStream): Target {
  return asTarget(stream, parseTuple(stream, { parseItem: parseNamespaceOrPrimary }), 'with namespaces');
}

/** Parses one plain name to assign to. */
export function parseNameTarget(stream: TokenStream): NameTarget {
  const { text: name, offset: at } = stream.expectAnyName();
  return { kind: 'name-target', name, at };
}

function parseNamespaceOrPrimary(stream: TokenStream): Expression {
  const { current, following } = stream;
  const isNamespace = current.kind === 'name' && following.kind === 'operator' && following.text === '.';
  if (!isNamespace) return parsePrimary(stream);
  const object = parsePrimary(stream);
  stream.next();
  return { kind: 'attribute', object, name: stream.expectAnyName().text, at: current.offset };
}

function asTarget(stream: TokenStream, expression: Expression, extent?: 'with namespaces'): Target {
  const { at } = expression;
  switch (expression.kind) {
    case 'name':
      return { kind: 'name-target', name: expression.name, at };
    case 'tuple': {
      const targets = expression.items.map((item) => asTarget(stream, item, extent));
      return { kind: 'tuple-target', targets, at };
    }
    case 'attribute':
      if (extent === 'with namespaces' && expression.object.kind === 'name') {
        return { kind: 'namespace-target', namespace: expression.object.name, name: expression.name, at };
      }
      break;
    default:
      break;
  }
  const kind = expression.kind === 'literal' ? 'const' : expression.kind;
  throw stream.error(`can't assign to '${kind}'`, at);
}
