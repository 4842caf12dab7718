import type { SourceText } from '../../base/text/source-text.js';
import type { Body } from '../syntax/syntax-tree.js';
import type { Value } from '../values/value.js';
import type { Context } from './context.js';
import { Frame, type TemplateRun } from './frame.js';
import type { Rendering } from './rendering.js';

/** Computes a value. */
export type Evaluate = (frame: Frame) => unknown;

/** How a statement ended: run through, or by leaving the loop around it. */
export type Outcome = typeof DONE | typeof BREAK | typeof CONTINUE;
export const DONE = 0;
export const BREAK = 1;
export const CONTINUE = 2;

/** Runs a statement, which writes into the rendering's output. */
export type Execute = (frame: Frame) => Outcome;

/** A block of a template, ready to run. */
export interface BlockCode {
  readonly name: string;
  readonly required: boolean;
  readonly template: CompiledTemplate;
  /** The number of slots that its frame needs; the first is for `super`. */
  readonly size: number;
  readonly execute: Execute;
}

/** A template ready to run. */
export class CompiledTemplate {
  readonly source: SourceText;
  readonly tree: Body;
  readonly blocks: ReadonlyMap<string, BlockCode>;
  /** Whether it is one `{{ expression }}` and nothing else. */
  readonly isExpression: boolean;
  readonly #execute: Execute;
  readonly #evaluate: Evaluate | undefined;

  constructor(source: SourceText, tree: Body, code: (template: CompiledTemplate) => TemplateCode) {
    this.source = source;
    this.tree = tree;
    const { execute, evaluate, blocks } = code(this);
    this.#execute = execute;
    this.#evaluate = evaluate;
    this.isExpression = evaluate !== undefined;
    this.blocks = blocks;
  }

  get name(): string {
    return this.source.name;
  }

  /** Runs the template in a new context. */
  start(rendering: Rendering, context: Context): void {
    this.offerBlocks(context);
    this.#run(rendering, context);
  }

  /** The value of the expression that it is; undefined when it is none. */
  evaluate(rendering: Rendering, context: Context): Value {
    const run: TemplateRun = { template: this, parent: undefined };
    return this.#evaluate?.(new Frame({ rendering, context, run }, undefined, 0));
  }

  /** Adds the blocks as what stands in for those that no template before defined. */
  offerBlocks(context: Context): void {
    for (const [name, block] of this.blocks) {
      const definitions = context.blocks.get(name);
      if (definitions === undefined) context.blocks.set(name, [block]);
      else definitions.push(block);
    }
  }

  /** Runs the top level, then that of the template which it extends. */
  #run(rendering: Rendering, context: Context): void {
    const run: TemplateRun = { template: this, parent: undefined };
    this.#execute(new Frame({ rendering, context, run }, undefined, 0));
    const { parent } = run;
    if (parent !== undefined) rendering.runInside(parent.name, () => parent.#run(rendering, context));
  }
}

/** What the compiler makes of a template's tree. */
export interface TemplateCode {
  readonly execute: Execute;
  /** Gives the value of the only expression of a template that is nothing else. */
  readonly evaluate: Evaluate | undefined;
  readonly blocks: ReadonlyMap<string, BlockCode>;
}
