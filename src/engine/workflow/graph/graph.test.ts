import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullWorkflow } from '../../../../test/fixtures/workflow-files.js';
import { parseWorkflow } from '../parse-workflow.js';
import { asciiLines, boxLines } from './box-style.js';
import { drawGraph } from './draw-graph.js';
import { mermaid } from './mermaid.js';
import { type GraphNode, type WorkflowGraph, workflowGraph } from './workflow-graph.js';

async function graphOf(text: string): Promise<WorkflowGraph> {
  return workflowGraph(await parseWorkflow(text, 'x.yaml', null));
}

const small = `
name: small
inputs:
  topic: {type: string}
  depth: {type: integer, default: 2}
steps:
  - {name: draft, ask: "About {{ inputs.topic }}: {{ gates.check.comment }}"}
  - {name: check, gate: "{{ steps.draft.output }}", on_reject: {redo: draft}}
  - name: each
    for_each: "{{ steps.check.output.split() }}"
    as: word
    when: "{{ inputs.depth > 1 }}"
    steps:
      - name: size
        if: "{{ word | length > 3 }}"
        then: [{name: long, prompt: team/long@7, with: {w: "{{ word }}"}}]
        else: [{name: short, template: "{{ word }}"}]
outputs: {words: "{{ steps.each.output }}"}
`;

describe('the drawing of a workflow', () => {
  it('has a box for each step, with those inside in theirs', async () => {
    expect(drawGraph(await graphOf(small), 80, boxLines).join('\n')).toMatchInlineSnapshot(`
      "inputs: topic, depth?
         ▼
      ┌ draft ─────────────────────────────────────────────── ask ┐
      │ from inputs.topic, gates.check                            │
      └───────────────────────────────────────────────────────────┘
         ▼
      ┌ check ────────────────────────────────────────────── gate ┐
      │ from steps.draft                                          │
      │ turned down: back to draft                                │
      └───────────────────────────────────────────────────────────┘
         ▼
      ┌ each ────────────────────────────────────── for each word ┐
      │ when inputs.depth                                         │
      │ from steps.check                                          │
      │ ┌ size ───────────────────────────────────────────── if ┐ │
      │ │ from word                                             │ │
      │ │ then                            else                  │ │
      │ │ ┌ long ── prompt team/long@7 ┐  ┌ short ── template ┐ │ │
      │ │ │ from word                  │  │ from word         │ │ │
      │ │ └────────────────────────────┘  └───────────────────┘ │ │
      │ └───────────────────────────────────────────────────────┘ │
      └───────────────────────────────────────────────────────────┘
         ▼
      output: words from steps.each"
    `);
  });

  it('has branches below each other where there is no room beside each other', async () => {
    expect(drawGraph(await graphOf(small), 44, asciiLines).join('\n')).toMatchInlineSnapshot(`
      "inputs: topic, depth?
         v
      + draft ------------------------------ ask +
      | from inputs.topic, gates.check           |
      +------------------------------------------+
         v
      + check ----------------------------- gate +
      | from steps.draft                         |
      | turned down: back to draft               |
      +------------------------------------------+
         v
      + each --------------------- for each word +
      | when inputs.depth                        |
      | from steps.check                         |
      | + size ---------------------------- if + |
      | | from word                            | |
      | | then                                 | |
      | | + long -------- prompt team/long@7 + | |
      | | | from word                        | | |
      | | +----------------------------------+ | |
      | | else                                 | |
      | | + short ----------------- template + | |
      | | | from word                        | | |
      | | +----------------------------------+ | |
      | +--------------------------------------+ |
      +------------------------------------------+
         v
      output: words from steps.each"
    `);
  });

  it('is an outline where boxes have no room', async () => {
    expect(drawGraph(await graphOf(small), 20, boxLines).join('\n')).toMatchInlineSnapshot(`
      "draft: ask
      check: gate
      each: for each word
        size: if
          then
            long: prompt …
          else
            short: templa…"
    `);
  });

  it('is Mermaid for Markdown pages', async () => {
    expect(mermaid(await graphOf(small))).toMatchInlineSnapshot(`
      "flowchart TD
        n1(["inputs<br/>topic, depth?"])
        n2["draft<br/>ask"]
        n1 --> n2
        n3{{"check<br/>gate"}}
        n2 --> n3
        n3 -. turned down .-> n2
        subgraph n4["each: for each word: when inputs.depth"]
          n5{"size<br/>if"}
          n6["long<br/>prompt team/long@7"]
          n5 -->|then| n6
          n7["short<br/>template"]
          n5 -->|else| n7
        end
        n3 --> n4
        n8(["outputs<br/>words"])
        n4 --> n8
      "
    `);
  });

  it('says what each step does, and what it takes', async () => {
    const { nodes } = await graphOf(fullWorkflow);
    const shown = nodes.map(({ name, title, uses }) => `${name}: ${title} < ${uses.join(' ')}`);
    expect(shown).toEqual([
      'draft: ask < inputs.topic gates.check',
      'check: gate < steps.draft',
      'approve: gate < ',
      'files: run git < inputs.topic steps.draft',
      'count: run wc < ',
      'each: for each file, 4 at a time < steps.files',
      'some: for each item < ',
      'sure: if < ',
      'whole: workflow team/join@3 < steps.each',
      'save: write < inputs.topic steps.whole',
    ]);
  });

  it('keeps within the columns that there are, and leaves no step out', () => {
    fc.assert(
      fc.property(
        graphs(),
        fc.integer({ min: 1, max: 120 }),
        fc.constantFrom(boxLines, asciiLines),
        (graph, columns, style) => {
          const lines = drawGraph(graph, columns, style);
          expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
          if (columns === 120)
            for (const name of namesIn(graph.nodes)) expect(lines.join('\n')).toContain(name);
        },
      ),
    );
  });

  it('has straight edges', () => {
    fc.assert(
      fc.property(graphs(), fc.integer({ min: 60, max: 120 }), (graph, columns) => {
        const lines = drawGraph({ ...graph, inputs: [], outputs: [] }, columns, boxLines);
        const edges = lines.filter((line) => /^[┌│└]/.test(line));
        expect(new Set(edges.map((line) => line.length)).size).toBe(1);
        expect(edges.every((line) => /[┐│┘]$/.test(line))).toBe(true);
      }),
    );
  });

  it('in Mermaid names every step once, and leads from and to what there is', () => {
    fc.assert(
      fc.property(graphs(), (graph) => {
        const text = mermaid(graph);
        const ids = Array.from(text.matchAll(/^ *(?:subgraph )?(n\d+)[[({]/gm), ([, id]) => id);
        const linked = Array.from(
          text.matchAll(/^ *(n\d+) (?:-->|-\. turned down \.->)(?:\|\w+\|)? (n\d+)$/gm),
          ([, from, to]) => [from, to],
        );
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeGreaterThanOrEqual(namesIn(graph.nodes).length);
        expect(linked.flat().every((id) => ids.includes(id))).toBe(true);
        expect(text.match(/-->/g) ?? []).toHaveLength(linked.length);
      }),
    );
  });
});

function namesIn(nodes: readonly GraphNode[]): string[] {
  return nodes.flatMap(({ name, branches }) => [
    name,
    ...branches.flatMap((branch) => namesIn(branch.nodes)),
  ]);
}

function graphs(): fc.Arbitrary<WorkflowGraph> {
  const name = fc
    .tuple(fc.constantFrom('a', 'draft', 'a_rather_long_name'), fc.nat())
    .map(([word, number]) => `${word}_${number}`);
  const uses = fc.array(fc.constantFrom('inputs.topic', 'steps.draft', 'item', 'gates.check_of_everything'), {
    maxLength: 5,
  });
  const common = { name, uses, when: fc.option(uses), goesBackTo: fc.constant(null) };
  const { nodes } = fc.letrec<{ nodes: GraphNode[]; node: GraphNode }>((tie) => ({
    nodes: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.record<GraphNode>({
        ...common,
        kind: fc.constant('ask'),
        title: fc.constantFrom('ask', 'prompt team/long@production'),
        branches: fc.constant([]),
      }),
      fc.record<GraphNode>({
        ...common,
        kind: fc.constant('for_each'),
        title: fc.constant('for each item'),
        branches: tie('nodes').map((inside) => [{ label: null, nodes: inside }]),
      }),
      fc.record<GraphNode>({
        ...common,
        kind: fc.constant('if'),
        title: fc.constant('if'),
        branches: fc.tuple(tie('nodes'), tie('nodes')).map(([yes, no]) => [
          { label: 'then', nodes: yes },
          { label: 'else', nodes: no },
        ]),
      }),
    ),
  }));
  return fc.record({
    name: fc.constant('x'),
    inputs: fc.array(fc.constantFrom('topic', 'depth?')),
    nodes,
    outputs: fc.array(fc.record({ name: fc.constant('all'), uses })),
  });
}
