import { isVariableName } from '../jinja/names.js';
import type { NamePath } from '../jinja/node.js';

/** What names mean at a place of a Handlebars template. */
export interface Scope {
  /** What `this` is; empty at the root, where it is everything. */
  readonly context: NamePath;
  /** What `../` leads to; null at the root. */
  readonly parent: Scope | null;
  /** The names that a block gives to what it goes through. */
  readonly given: ReadonlyMap<string, NamePath>;
  readonly inLoop: boolean;
}

export const rootScope: Scope = { context: [], parent: null, given: new Map(), inLoop: false };

const LOOP_DATA: Readonly<Record<string, string>> = {
  '@index': 'index0',
  '@first': 'first',
  '@last': 'last',
};

/** The names that an expression leads to from the root; null where it is no such expression. */
export function resolveName(expression: string, scope: Scope): NamePath | null {
  const loopData = LOOP_DATA[expression];
  if (loopData !== undefined) return scope.inLoop ? ['loop', loopData] : null;
  if (expression.startsWith('@root.')) return plainPath([], namesOf(expression.slice('@root.'.length)));
  let from = scope;
  let rest = expression;
  for (; rest === '..' || rest.startsWith('../'); rest = rest.slice(3)) {
    if (from.parent === null) return null;
    from = from.parent;
  }
  const [first = '', ...inner] = namesOf(rest);
  if (first === '' || first === 'this' || first === '.') return plainPath(from.context, inner);
  const given = rest === expression ? scope.given.get(first) : undefined;
  return given === undefined ? plainPath(from.context, [first, ...inner]) : plainPath(given, inner);
}

/** The scope inside of a block that makes something else `this`. */
export function innerScope(scope: Scope, context: NamePath, given: ReadonlyMap<string, NamePath>): Scope {
  return { context, parent: scope, given: new Map([...scope.given, ...given]), inLoop: scope.inLoop };
}

function namesOf(expression: string): readonly string[] {
  if (expression.startsWith('./')) return ['this', ...namesOf(expression.slice(2))];
  return expression.split(/[./]/).map((name) => /^\[(\w+)\]$/.exec(name)?.[1] ?? name);
}

function plainPath(context: NamePath, names: readonly string[]): NamePath | null {
  const [root = '', ...inner] = [...context, ...names];
  const startsWell = context.length > 0 || isVariableName(root);
  return startsWell && inner.every((name) => /^\w+$/.test(name)) ? [root, ...inner] : null;
}
