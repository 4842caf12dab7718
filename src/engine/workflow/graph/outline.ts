import type { BoxStyle } from './box-style.js';
import { cut } from './words.js';
import type { GraphNode, WorkflowGraph } from './workflow-graph.js';

/** The steps of a workflow on a line each, those inside others further in, as far as there is room for that. */
export function outline({ nodes }: WorkflowGraph, columns: number, style: BoxStyle): string[] {
  const deepest = Math.floor(columns / 4);
  return linesOf(nodes, 0).map(({ depth, text }) =>
    cut(`${'  '.repeat(Math.min(depth, deepest))}${text}`, columns, style),
  );
}

interface OutlineLine {
  readonly depth: number;
  readonly text: string;
}

function linesOf(nodes: readonly GraphNode[], depth: number): readonly OutlineLine[] {
  return nodes.flatMap(({ name, title, branches }) => [
    { depth, text: `${name}: ${title}` },
    ...branches.flatMap(({ label, nodes: inside }) =>
      label === null
        ? linesOf(inside, depth + 1)
        : [{ depth: depth + 1, text: label }, ...linesOf(inside, depth + 2)],
    ),
  ]);
}
