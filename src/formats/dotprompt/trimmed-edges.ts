import type { TemplateNode } from '../jinja/node.js';

/** Nodes without the one line end behind the tag of a role, and the one before the next. */
export function trimmedEdges(nodes: readonly TemplateNode[]): readonly TemplateNode[] {
  return mapLast(
    mapFirst(nodes, (text) => text.replace(/^\n/, '')),
    (text) => text.replace(/\n$/, ''),
  );
}

type Edit = (text: string) => string;

function mapFirst(nodes: readonly TemplateNode[], edit: Edit): readonly TemplateNode[] {
  const [first, ...others] = nodes;
  return first?.kind === 'text' ? [{ kind: 'text', text: edit(first.text) }, ...others] : nodes;
}

function mapLast(nodes: readonly TemplateNode[], edit: Edit): readonly TemplateNode[] {
  const last = nodes.at(-1);
  return last?.kind === 'text' ? [...nodes.slice(0, -1), { kind: 'text', text: edit(last.text) }] : nodes;
}
