import type { TemplateNode } from '../jinja/node.js';
import { rootScope, type Scope } from './scope.js';

/** A block of a Handlebars template that is being read. */
export interface Block {
  /** What closes it; null for the template itself. */
  readonly name: string | null;
  readonly line: number;
  /** `outer` is what names mean in its else branch, `inner` in its body. */
  readonly outer: Scope;
  readonly inner: Scope;
  /** What it is once it is read; null when it is left out. */
  readonly nodeOf: NodeOfBlock | null;
  /** An `else` that is a block itself: the block around it closes with it. */
  readonly chained: 'chained' | 'alone';
  readonly body: TemplateNode[];
  otherwise: TemplateNode[] | null;
}

export type NodeOfBlock = (body: readonly TemplateNode[], otherwise: readonly TemplateNode[]) => TemplateNode;

type BlockHead = Pick<Block, 'name' | 'line' | 'outer' | 'inner' | 'nodeOf'>;

export function newBlock(head: BlockHead, chained: Block['chained']): Block {
  return { ...head, chained, body: [], otherwise: null };
}

/** The template itself. */
export function rootBlock(): Block {
  return newBlock({ name: null, line: 1, outer: rootScope, inner: rootScope, nodeOf: null }, 'alone');
}

/** A block that is left out with what is in it. */
export function skippedBlock(name: string, line: number, scope: Scope): BlockHead {
  return { name, line, outer: scope, inner: scope, nodeOf: null };
}

export function isSkipped({ name, nodeOf }: Block): boolean {
  return name !== null && nodeOf === null;
}

/** What names mean where the block is being read. */
export function scopeIn(block: Block): Scope {
  return block.otherwise === null ? block.inner : block.outer;
}

export function addTo(block: Block, node: TemplateNode): void {
  (block.otherwise ?? block.body).push(node);
}
