import type { StepKind } from '../workflow.js';
import type { GraphNode, WorkflowGraph } from './workflow-graph.js';

/**
 * The text of a Mermaid flowchart of a workflow, for Markdown pages that draw one.
 *
 * @example mermaid(graph).startsWith('flowchart TD\n')
 */
export function mermaid(graph: WorkflowGraph): string {
  const chart = new Chart();
  const inputs: Exit[] =
    graph.inputs.length === 0 ? [] : [{ from: chart.node('([', ['inputs', graph.inputs.join(', ')], '])') }];
  const last = chart.list(graph.nodes, inputs);
  if (graph.outputs.length > 0) {
    const names = graph.outputs.map(({ name }) => name).join(', ');
    chart.link(last, chart.node('([', ['outputs', names], '])'));
  }
  return chart.text;
}

/** Where it goes on from, and what is written on the way. */
interface Exit {
  readonly from: string;
  readonly label?: string;
}

/** What was drawn of a step. */
interface Drawn {
  readonly id: string;
  readonly exits: readonly Exit[];
}

const SHAPES: { readonly [kind in StepKind]?: readonly [open: string, close: string] } = {
  if: ['{', '}'],
  gate: ['{{', '}}'],
  workflow: ['[[', ']]'],
};

/** A flowchart as it grows. */
class Chart {
  readonly #lines: string[] = ['flowchart TD'];
  #indent = '  ';
  #count = 0;

  get text(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  /**
   * @param open and `close`: what gives it its shape
   * @returns its id
   */
  node(open: string, label: readonly string[], close: string): string {
    const id = this.#nextId();
    this.#line(`${id}${open}"${label.filter((line) => line !== '').join('<br/>')}"${close}`);
    return id;
  }

  link(exits: readonly Exit[], to: string): void {
    for (const { from, label } of exits)
      this.#line(label === undefined ? `${from} --> ${to}` : `${from} -->|${label}| ${to}`);
  }

  /**
   * Draws steps one after the other.
   * @returns where it goes on from behind the last
   */
  list(nodes: readonly GraphNode[], before: readonly Exit[]): readonly Exit[] {
    let exits = before;
    const ids = new Map<string, string>();
    for (const node of nodes) {
      const { id, exits: behind } = this.#step(node, exits);
      ids.set(node.name, id);
      const back = node.goesBackTo === null ? undefined : ids.get(node.goesBackTo);
      if (back !== undefined) this.#line(`${id} -. turned down .-> ${back}`);
      exits = behind;
    }
    return exits;
  }

  #step(node: GraphNode, before: readonly Exit[]): Drawn {
    if (node.kind === 'for_each') return this.#each(node, before);
    const [open, close] = SHAPES[node.kind] ?? ['[', ']'];
    const id = this.node(open, labelOf(node), close);
    this.link(before, id);
    return { id, exits: node.kind === 'if' ? this.#branches(node, id) : [{ from: id }] };
  }

  #branches({ branches }: GraphNode, id: string): readonly Exit[] {
    const ends = branches.flatMap(({ label, nodes }) =>
      this.list(nodes, [label === null ? { from: id } : { from: id, label }]),
    );
    return branches.length === 1 ? [...ends, { from: id, label: 'else' }] : ends;
  }

  #each(node: GraphNode, before: readonly Exit[]): Drawn {
    const id = this.#nextId();
    this.#line(`subgraph ${id}["${labelOf(node).join(': ')}"]`);
    this.#indent += '  ';
    for (const { nodes } of node.branches) this.list(nodes, []);
    this.#indent = this.#indent.slice(2);
    this.#line('end');
    this.link(before, id);
    return { id, exits: [{ from: id }] };
  }

  #nextId(): string {
    this.#count += 1;
    return `n${this.#count}`;
  }

  #line(text: string): void {
    this.#lines.push(this.#indent + text);
  }
}

function labelOf({ name, title, when }: GraphNode): readonly string[] {
  return [name, title, ...(when === null ? [] : [`when ${when.join(', ')}`.trim()])];
}
