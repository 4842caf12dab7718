import type { Arguments, Expression, Statement, Target } from './syntax-tree.js';

/** The expressions directly inside an expression, in order of evaluation. */
export function childExpressions(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'list':
    case 'tuple':
      return node.items;
    case 'dict':
      return node.entries.flat();
    case 'attribute':
      return [node.object];
    case 'subscript':
      return [node.object, node.key];
    case 'slice':
      return present(node.start, node.stop, node.step);
    case 'call':
      return [node.callee, ...argumentExpressions(node.arguments)];
    case 'filter':
      return [...present(node.input), ...argumentExpressions(node.arguments)];
    case 'test':
      return [node.input, ...argumentExpressions(node.arguments)];
    case 'unary':
      return [node.operand];
    case 'binary':
    case 'logical':
      return [node.left, node.right];
    case 'join':
      return node.parts;
    case 'comparison':
      return [node.first, ...node.rest.map(({ operand }) => operand)];
    case 'conditional':
      return present(node.condition, node.whenTrue, node.whenFalse);
  }
}

/** The expressions of a call's arguments, in order of evaluation. */
function argumentExpressions({ positional, named, spread, namedSpread }: Arguments): readonly Expression[] {
  return [...positional, ...named.map(({ value }) => value), ...present(spread, namedSpread)];
}

/** The expressions directly inside a statement, without those of the statements inside it. */
export function statementExpressions(node: Statement): readonly Expression[] {
  switch (node.kind) {
    case 'print':
    case 'set':
      return [node.value];
    case 'if':
      return node.branches.map(({ condition }) => condition);
    case 'for':
      return present(node.items, node.condition);
    case 'set-block':
      return present(node.filter);
    case 'macro':
      return present(...node.parameters.map(({ standard }) => standard));
    case 'call-block':
      return [...present(...node.parameters.map(({ standard }) => standard)), node.call];
    case 'filter-block':
      return [node.filter];
    case 'with':
      return node.assignments.map(({ value }) => value);
    case 'do':
      return [node.expression];
    case 'autoescape':
      return [node.enabled];
    case 'include':
    case 'import':
    case 'from-import':
    case 'extends':
      return [node.template];
    case 'text':
    case 'break':
    case 'continue':
    case 'block':
      return [];
  }
}

/** The statements directly inside a statement. */
export function childStatements(node: Statement): readonly Statement[] {
  switch (node.kind) {
    case 'if':
      return [...node.branches.flatMap(({ body }) => body), ...node.otherwise];
    case 'for':
      return [...node.body, ...node.otherwise];
    case 'set-block':
    case 'macro':
    case 'call-block':
    case 'filter-block':
    case 'with':
    case 'autoescape':
    case 'block':
      return node.body;
    default:
      return [];
  }
}

/** The names that a target binds. */
export function targetNames(target: Target): readonly string[] {
  switch (target.kind) {
    case 'name-target':
      return [target.name];
    case 'tuple-target':
      return target.targets.flatMap(targetNames);
    case 'namespace-target':
      return [];
  }
}

function present(...nodes: readonly (Expression | undefined)[]): Expression[] {
  return nodes.filter((node) => node !== undefined);
}
