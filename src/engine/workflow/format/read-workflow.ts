import { SourceText } from '../../../base/text/source-text.js';
import { readYamlTree } from '../../../base/yaml/read-yaml-tree.js';
import { faultAt, inOrderOfFile, type WorkflowFault } from '../fault.js';
import type { Workflow } from '../workflow.js';
import { Reading } from './shapes/reading.js';
import { workflowShape } from './workflow-shape.js';

/** The longest text that is read, in UTF-16 units. */
export const LONGEST_WORKFLOW = 500_000;

/** What could be made of a file. */
export interface WorkflowReading {
  readonly source: SourceText;
  /** Without what cannot be read; null when nothing can. Nothing is to be run of it unless there are no faults. */
  readonly workflow: Workflow | null;
  /** Names of inputs and steps that are there, and cannot be read. */
  readonly lost: ReadonlySet<string>;
  /** All that is wrong with its form, in the order of the file. */
  readonly faults: readonly WorkflowFault[];
}

/**
 * Reads a workflow as far as its form tells; what it refers to is another matter.
 *
 * @param name of the file, as faults show it
 */
export async function readWorkflow(text: string, name: string): Promise<WorkflowReading> {
  const source = new SourceText(name, text);
  const nothing = (...faults: WorkflowFault[]) => ({
    source,
    workflow: null,
    lost: new Set<string>(),
    faults,
  });
  if (text.length > LONGEST_WORKFLOW)
    return nothing(faultAt(new SourceText(name, ''), 0, `It has more than ${LONGEST_WORKFLOW} characters.`));
  const { tree, faults } = await readYamlTree(source);
  const yamlFaults = firstOfEachLine(
    faults.map(({ problem, offset }) => faultAt(source, offset ?? 0, `${capitalized(problem)}.`)),
  );
  if (tree === null && yamlFaults.length > 0) return nothing(...yamlFaults);
  if (tree === null)
    return nothing(faultAt(source, 0, 'There is no workflow in it.', 'It needs "name" and "steps".'));
  const reading = new Reading(source);
  const workflow = workflowShape.read(tree, 'A workflow', reading) ?? null;
  return {
    source,
    workflow,
    lost: reading.lost,
    faults: inOrderOfFile([...yamlFaults, ...reading.faults.found]),
  };
}

/** What follows on the same line is mostly a consequence. */
function firstOfEachLine(faults: readonly WorkflowFault[]): WorkflowFault[] {
  return faults.filter(({ line }, at) => faults.findIndex((fault) => fault.line === line) === at);
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
