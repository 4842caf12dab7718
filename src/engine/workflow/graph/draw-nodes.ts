import type { BoxStyle } from './box-style.js';
import { cut, listed, wrapWords } from './words.js';
import type { GraphBranch, GraphNode } from './workflow-graph.js';

/** What a box takes of each line besides what is in it. */
const FRAME = 4;
/** Between branches beside each other. */
const GAP = 2;
/** A box of fewer cells says nothing. */
const NARROWEST = 16;
/** How far the arrows stand in. */
const ARROW_INDENT = 3;

/** How many cells boxes take when nothing in them is cut. */
export function naturalWidth(nodes: readonly GraphNode[]): number {
  return Math.max(NARROWEST, ...nodes.map(nodeWidth));
}

/** How many cells boxes take at least. */
export function narrowestWidth(nodes: readonly GraphNode[]): number {
  const inside = nodes.flatMap(({ branches }) =>
    branches.map((branch) => narrowestWidth(branch.nodes) + FRAME),
  );
  return Math.max(NARROWEST, ...inside);
}

/** Boxes below each other, each line of exactly so many cells. */
export function drawNodes(nodes: readonly GraphNode[], width: number, style: BoxStyle): string[] {
  return nodes.flatMap((node, at) => [
    ...(at === 0 ? [] : [arrow(width, style)]),
    ...drawNode(node, width, style),
  ]);
}

/** The way from one step to the next. */
export function arrow(width: number, { down }: BoxStyle): string {
  return `${' '.repeat(ARROW_INDENT)}${down}`.padEnd(width);
}

function nodeWidth(node: GraphNode): number {
  const { name, title, branches } = node;
  // The corners, a space before and behind both, and a line between them.
  const head = name.length + title.length + 8;
  const words = wordsIn(node).map((line) => line.join(' ').length + FRAME);
  return Math.max(head, ...words, branchesWidth(branches) + FRAME);
}

function branchesWidth(branches: readonly GraphBranch[]): number {
  const widths = branches.map(({ nodes }) => naturalWidth(nodes));
  return widths.reduce((sum, width) => sum + width + GAP, -GAP);
}

/** What a box says besides its name, as lines of words that may be wrapped. */
function wordsIn({ uses, when, goesBackTo }: GraphNode): readonly string[][] {
  return [
    ...(when === null ? [] : [listed('when', when)]),
    ...(uses.length === 0 ? [] : [listed('from', uses)]),
    ...(goesBackTo === null ? [] : [['turned down:', 'back to', goesBackTo]]),
  ];
}

function drawNode(node: GraphNode, width: number, style: BoxStyle): string[] {
  const inner = width - FRAME;
  const content = [
    ...wordsIn(node).flatMap((words) => wrapWords(words, inner, style)),
    ...drawBranches(node.branches, inner, style),
  ];
  const { horizontal, vertical, bottomLeft, bottomRight } = style;
  return [
    headLine(node, width, style),
    ...content.map((line) => `${vertical} ${line.padEnd(inner)} ${vertical}`),
    `${bottomLeft}${horizontal.repeat(width - 2)}${bottomRight}`,
  ];
}

/** The upper edge, with the name on its left and what the step does on its right. */
function headLine({ name, title }: GraphNode, width: number, style: BoxStyle): string {
  const { horizontal, topLeft, topRight } = style;
  const room = width - 8;
  const shownName = cut(name, Math.max(1, room - Math.min(title.length, Math.floor(room / 2))), style);
  const shownTitle = cut(title, room - shownName.length, style);
  const line = horizontal.repeat(width - 6 - shownName.length - shownTitle.length);
  return `${topLeft} ${shownName} ${line} ${shownTitle} ${topRight}`;
}

/** Beside each other where there is room, else below each other. */
function drawBranches(branches: readonly GraphBranch[], width: number, style: BoxStyle): string[] {
  if (branches.length === 0) return [];
  if (branchesWidth(branches) > width) return branches.flatMap((branch) => drawBranch(branch, width, style));
  return beside(branches.map((branch) => drawBranch(branch, naturalWidth(branch.nodes), style)));
}

function drawBranch({ label, nodes }: GraphBranch, width: number, style: BoxStyle): string[] {
  return [...(label === null ? [] : [label.padEnd(width)]), ...drawNodes(nodes, width, style)];
}

function beside(blocks: readonly (readonly string[])[]): string[] {
  const height = Math.max(...blocks.map((block) => block.length));
  return Array.from({ length: height }, (_, at) =>
    blocks.map((block) => block[at] ?? ' '.repeat(block[0]?.length ?? 0)).join(' '.repeat(GAP)),
  );
}
