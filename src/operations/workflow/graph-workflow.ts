import * as z from 'zod/mini';
import { asciiLines, boxLines } from '../../engine/workflow/graph/box-style.js';
import { drawGraph } from '../../engine/workflow/graph/draw-graph.js';
import { mermaid } from '../../engine/workflow/graph/mermaid.js';
import { workflowGraph } from '../../engine/workflow/graph/workflow-graph.js';
import { parseWorkflow } from '../../engine/workflow/parse-workflow.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { givenWorkflow, workflowText } from './given-workflow.js';
import type { WorkflowGraphOutput } from './outputs.js';

const USUAL_COLUMNS = 80;

const input = z.object({
  workflow: givenWorkflow,
  /** How many cells a line of the drawing may take. */
  columns: z._default(z.int().check(z.minimum(20), z.maximum(1000)), USUAL_COLUMNS),
  /** Draw with characters that every terminal knows. */
  ascii: z._default(z.boolean(), false),
});

/**
 * A workflow as a drawing, and as a Mermaid flowchart.
 *
 * @throws WorkflowInvalidError when it is not right in itself; what it refers to need not be there
 * @throws NotFoundError, AmbiguousReferenceError, NotUtf8Error
 */
export const graphWorkflow = guarded(
  needs.graphWorkflow,
  input,
  async (deps: Deps, { workflow: given, columns, ascii }): Promise<WorkflowGraphOutput> => {
    const { source, name } = await workflowText(deps, given);
    const graph = workflowGraph(await parseWorkflow(source, name, null));
    const drawing = drawGraph(graph, columns, ascii ? asciiLines : boxLines);
    return { name, mermaid: mermaid(graph), drawing };
  },
);
