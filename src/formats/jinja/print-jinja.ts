import type { ConditionNode, LoopNode, TemplateNode } from './node.js';

/**
 * The Jinja2 template of some nodes. Rendered, every text comes out as it is, whatever it holds.
 *
 * @example printJinja([{ kind: 'text', text: '{{' }]) === "{{ '{{' }}"
 */
export function printJinja(nodes: readonly TemplateNode[]): string {
  const template = printNodes(nodes);
  // Rendering drops one line end at the end of a template.
  return template.endsWith('\n') ? `${template}\n` : template;
}

/**
 * A template that a tag may be put behind: a brace at its end would be taken for a part of the tag.
 *
 * @example beforeTag('a {') === "a {{ '{' }}"
 */
export function beforeTag(template: string): string {
  return template.endsWith('{') ? `${template.slice(0, -1)}{{ '{' }}` : template;
}

/** What could begin a tag, alone or together with a tag behind it, and what rendering would change. */
const NOT_LITERAL = /\{[{%#]+|\{(?=\r|$)|\r/g;

function printNodes(nodes: readonly TemplateNode[]): string {
  let template = '';
  let literal = '';
  for (const node of nodes) {
    if (node.kind === 'text') {
      literal += node.text;
      continue;
    }
    template += printText(literal) + printNode(node);
    literal = '';
  }
  return template + printText(literal);
}

function printText(text: string): string {
  return text.replace(NOT_LITERAL, (part) => (part === '\r' ? "{{ '\\r' }}" : `{{ '${part}' }}`));
}

function printNode(node: Exclude<TemplateNode, { kind: 'text' }>): string {
  switch (node.kind) {
    case 'output':
      return `{{ ${node.path.join('.')} }}`;
    case 'condition':
      return printCondition(node, 'if');
    case 'loop':
      return printLoop(node);
    case 'include':
      return `{% include ${quoted(node.name)} %}`;
    case 'comment':
      return `{# ${node.text} #}`;
  }
}

function printCondition(node: ConditionNode, word: 'if' | 'elif'): string {
  const test = `${node.when === 'false' ? 'not ' : ''}${node.path.join('.')}`;
  return `{% ${word} ${test} %}${printNodes(node.body)}${printOtherwise(node.otherwise)}`;
}

function printOtherwise(nodes: readonly TemplateNode[]): string {
  const [first, ...others] = nodes.filter((node) => node.kind !== 'text' || node.text !== '');
  if (first?.kind === 'condition' && others.length === 0) return printCondition(first, 'elif');
  return `${printElse(nodes)}{% endif %}`;
}

function printLoop({ item, path, body, otherwise }: LoopNode): string {
  return `{% for ${item} in ${path.join('.')} %}${printNodes(body)}${printElse(otherwise)}{% endfor %}`;
}

function printElse(nodes: readonly TemplateNode[]): string {
  const otherwise = printNodes(nodes);
  return otherwise === '' ? '' : `{% else %}${otherwise}`;
}

function quoted(name: string): string {
  return `"${name.replace(/[\\"]/g, '\\$&')}"`;
}
