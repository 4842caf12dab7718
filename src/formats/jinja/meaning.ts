import type { TemplateNode } from './node.js';
import { printJinja } from './print-jinja.js';
import { BeyondNodesError, readJinja, renderedSource } from './read-jinja.js';

/**
 * A template in the one spelling that stands for all those which render alike: `{{x}}` and `{{ x }}` are the
 * same, comments are nothing. What is beyond nodes is only the same when it is spelled alike.
 */
export function meaningOf(template: string): string {
  try {
    return printJinja(withoutComments(readJinja(template)));
  } catch (error) {
    if (error instanceof BeyondNodesError) return renderedSource(template);
    throw error;
  }
}

function withoutComments(nodes: readonly TemplateNode[]): readonly TemplateNode[] {
  return nodes.flatMap((node): readonly TemplateNode[] => {
    if (node.kind === 'comment') return [];
    if (node.kind !== 'condition' && node.kind !== 'loop') return [node];
    return [{ ...node, body: withoutComments(node.body), otherwise: withoutComments(node.otherwise) }];
  });
}
