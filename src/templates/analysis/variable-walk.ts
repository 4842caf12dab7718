import type { SourceText } from '../../base/text/source-text.js';
import type { Engine } from '../engine.js';
import type { CompiledTemplate } from '../runtime/compiled-template.js';
import { childExpressions, statementExpressions, targetNames } from '../syntax/children.js';
import { boundNames } from '../syntax/names-bound.js';
import type {
  Block,
  Body,
  CallBlock,
  Expression,
  For,
  If,
  MacroDefinition,
  Statement,
  With,
} from '../syntax/syntax-tree.js';
import { guardedNames, isGuard } from './guards.js';
import { literalTemplates } from './literal-templates.js';
import type { VariableUse } from './variables.js';

/** What holds at a point of a template. */
interface Flow {
  readonly source: SourceText;
  /** Names that are surely set there. */
  readonly bound: Set<string>;
  /** Names that were asked for on the way there, so that they may be missing. */
  readonly guarded: ReadonlySet<string>;
  /** Names that the top level of the template sets anywhere: macros and blocks run later than they stand. */
  readonly topLevel: ReadonlySet<string>;
}

const MACRO_NAMES = ['caller', 'varargs', 'kwargs'];

/** Goes through a template in the order in which it runs and notes the names that the context must give. */
export class VariableWalk {
  readonly uses = new Map<string, VariableUse[]>();
  readonly #engine: Engine;
  readonly #visited = new Set<string>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** @param bound names that are set where the template is brought in */
  walkTemplate(template: CompiledTemplate, bound: ReadonlySet<string> = new Set(['self'])): void {
    const topLevel = new Set([...bound, ...boundNames(template.tree)]);
    this.#walkBody(template.tree, {
      source: template.source,
      bound: new Set(bound),
      guarded: new Set(),
      topLevel,
    });
  }

  #walkBody(body: Body, flow: Flow): void {
    for (const statement of body) this.#walkStatement(statement, flow);
  }

  #walkStatement(node: Statement, flow: Flow): void {
    if (node.kind === 'if') this.#walkIf(node, flow);
    else if (node.kind === 'for') this.#walkFor(node, flow);
    else if (node.kind === 'with') this.#walkWith(node, flow);
    else if (node.kind === 'macro') this.#walkMacro(node, flow);
    else if (node.kind === 'call-block') this.#walkCallBlock(node, flow);
    else if (node.kind === 'block') this.#walkBlock(node, flow);
    else this.#walkPlain(node, flow);
  }

  /** Statements that run through once: their expressions, then their body, then what they bind. */
  #walkPlain(node: Statement, flow: Flow): void {
    for (const expression of statementExpressions(node)) this.#walkExpression(expression, flow);
    if (node.kind === 'autoescape') this.#walkBody(node.body, flow);
    if (node.kind === 'set-block' || node.kind === 'filter-block') this.#walkBody(node.body, inside(flow));
    if ((node.kind === 'set' || node.kind === 'set-block') && node.target.kind === 'namespace-target') {
      const { namespace: name, at } = node.target;
      this.#note({ name, at, text: name, keys: [], computed: [] }, false, flow);
    }
    for (const name of boundNames([node])) flow.bound.add(name);
    this.#walkOtherTemplates(node, flow);
  }

  #walkIf(node: If, flow: Flow): void {
    const afterBranches = node.branches.map(({ condition, body }) => {
      this.#walkExpression(condition, flow, 'as a question');
      const branch = { ...inside(flow), guarded: new Set([...flow.guarded, ...guardedNames(condition)]) };
      this.#walkBody(body, branch);
      return branch.bound;
    });
    const otherwise = inside(flow);
    this.#walkBody(node.otherwise, otherwise);
    for (const name of otherwise.bound) {
      if (afterBranches.every((bound) => bound.has(name))) flow.bound.add(name);
    }
  }

  #walkFor(node: For, flow: Flow): void {
    this.#walkExpression(node.items, flow);
    const turn = inside(flow, ['loop', ...targetNames(node.target)]);
    if (node.condition !== undefined) this.#walkExpression(node.condition, turn);
    this.#walkBody(node.body, turn);
    this.#walkBody(node.otherwise, inside(flow));
  }

  #walkWith(node: With, flow: Flow): void {
    for (const { value } of node.assignments) this.#walkExpression(value, flow);
    const names = node.assignments.flatMap(({ target }) => targetNames(target));
    this.#walkBody(node.body, inside(flow, names));
  }

  #walkMacro(node: MacroDefinition, flow: Flow): void {
    flow.bound.add(node.name);
    this.#walkParametersAndBody(node, flow);
  }

  #walkCallBlock(node: CallBlock, flow: Flow): void {
    this.#walkExpression(node.call, flow);
    this.#walkParametersAndBody(node, flow);
  }

  #walkParametersAndBody({ parameters, body }: MacroDefinition | CallBlock, flow: Flow): void {
    const names = parameters.map(({ name }) => name);
    const call = inside(flow, [...flow.topLevel, ...MACRO_NAMES, ...names]);
    for (const { standard } of parameters) if (standard !== undefined) this.#walkExpression(standard, call);
    this.#walkBody(body, call);
  }

  /** A block sees the variables of the top level only, unless it is scoped. */
  #walkBlock(node: Block, flow: Flow): void {
    const visible = node.scoped ? [...flow.bound, ...flow.topLevel] : flow.topLevel;
    this.#walkBody(node.body, { ...flow, bound: new Set([...visible, 'super']) });
  }

  #walkOtherTemplates(node: Statement, flow: Flow): void {
    for (const name of literalTemplates(node)) {
      if (this.#visited.has(name)) continue;
      this.#visited.add(name);
      const template = this.#load(name);
      if (template !== undefined) this.walkTemplate(template, new Set([...flow.bound, ...flow.topLevel]));
    }
  }

  /** A template that cannot be read is reported when it is rendered, not here. */
  #load(name: string): CompiledTemplate | undefined {
    try {
      return this.#engine.load(name);
    } catch {
      return undefined;
    }
  }

  #walkExpression(node: Expression, flow: Flow, asked?: 'as a question'): void {
    const path = pathOf(node);
    if (path === undefined) this.#walkChildren(node, flow, asked);
    else this.#note(path, asked !== undefined, flow);
    for (const key of path?.computed ?? []) this.#walkExpression(key, flow);
  }

  #walkChildren(node: Expression, flow: Flow, asked: 'as a question' | undefined): void {
    const asks = isGuard(node) || (asked !== undefined && passesQuestionOn(node));
    childExpressions(node).forEach((child, index) => {
      const passesOn = asks && (index === 0 || node.kind === 'logical');
      this.#walkExpression(child, flow, passesOn ? 'as a question' : undefined);
    });
  }

  #note({ name, at, text: path, keys }: Path, isQuestion: boolean, flow: Flow): void {
    if (flow.bound.has(name)) return;
    const isOptional = isQuestion || flow.guarded.has(name);
    const use = { templateName: flow.source.name, ...flow.source.position(at), path, keys, isOptional };
    const uses = this.uses.get(name);
    if (uses === undefined) this.uses.set(name, [use]);
    else uses.push(use);
  }
}

/** The flow of a body with variables of its own. */
function inside(flow: Flow, names: Iterable<string> = []): Flow {
  return { ...flow, bound: new Set([...flow.bound, ...names]) };
}

/** Only `not`, `and` and `or` ask their operands for nothing but truth. */
function passesQuestionOn(node: Expression): boolean {
  return node.kind === 'logical' || (node.kind === 'unary' && node.operator === 'not');
}

/** A name with the attributes and keys behind it. */
interface Path {
  readonly name: string;
  readonly at: number;
  /** With points, without what is computed. */
  readonly text: string;
  readonly keys: VariableUse['keys'];
  /** The keys that are computed. */
  readonly computed: readonly Expression[];
}

/** The path that an expression is nothing but; undefined for any other expression. */
function pathOf(node: Expression): Path | undefined {
  if (node.kind === 'name') return { name: node.name, at: node.at, text: node.name, keys: [], computed: [] };
  if (node.kind !== 'attribute' && node.kind !== 'subscript') return undefined;
  const object = pathOf(node.object);
  if (object === undefined) return undefined;
  const key = node.kind === 'attribute' ? node.name : literalKey(node.key);
  if (node.kind === 'subscript' && key === null)
    return { ...object, keys: [...object.keys, null], computed: [...object.computed, node.key] };
  return { ...object, text: `${object.text}.${key}`, keys: [...object.keys, key] };
}

function literalKey(node: Expression): string | null {
  return node.kind === 'literal' ? String(node.value) : null;
}
