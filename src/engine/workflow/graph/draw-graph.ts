import type { BoxStyle } from './box-style.js';
import { arrow, drawNodes, narrowestWidth, naturalWidth } from './draw-nodes.js';
import { outline } from './outline.js';
import { listed, wrapWords } from './words.js';
import type { WorkflowGraph } from './workflow-graph.js';

/**
 * Draws a workflow for a terminal: a box for each step, with those inside it in its own. Where boxes have no room,
 * it is an outline.
 *
 * @param columns how many cells a line may take
 * @returns lines without colour, none longer than `columns`
 */
export function drawGraph(graph: WorkflowGraph, columns: number, style: BoxStyle): string[] {
  if (narrowestWidth(graph.nodes) > columns) return outline(graph, columns, style);
  const width = Math.min(naturalWidth(graph.nodes), columns);
  const sections = [
    inputLines(graph, columns, style),
    drawNodes(graph.nodes, width, style),
    outputLines(graph, columns, style),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .flatMap((lines, at) => (at === 0 ? lines : [arrow(0, style), ...lines]))
    .map((line) => line.trimEnd());
}

function inputLines({ inputs }: WorkflowGraph, columns: number, style: BoxStyle): string[] {
  return inputs.length === 0 ? [] : wrapWords(listed('inputs:', inputs), columns, style);
}

function outputLines({ outputs }: WorkflowGraph, columns: number, style: BoxStyle): string[] {
  return outputs.flatMap(({ name, uses }) =>
    wrapWords(uses.length === 0 ? [`output: ${name}`] : listed(`output: ${name} from`, uses), columns, style),
  );
}
