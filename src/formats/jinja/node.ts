/** The names that lead to a value, such as `['customer', 'name']`. */
export type NamePath = readonly string[];

/**
 * What a template says, as far as other template languages can say it, too. Jinja2 says more: what is beyond
 * this is not read into nodes.
 */
export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'output'; readonly path: NamePath; readonly line: number }
  | ConditionNode
  | LoopNode
  /** Another prompt in this place. */
  | { readonly kind: 'include'; readonly name: string; readonly line: number }
  /** Never printed into a prompt. */
  | { readonly kind: 'comment'; readonly text: string; readonly line: number };

export interface ConditionNode {
  readonly kind: 'condition';
  readonly path: NamePath;
  /** Whether the value has to be there, or has to be missing. */
  readonly when: 'true' | 'false';
  readonly body: readonly TemplateNode[];
  readonly otherwise: readonly TemplateNode[];
  readonly line: number;
}

export interface LoopNode {
  readonly kind: 'loop';
  /** The name of the item in the body. */
  readonly item: string;
  readonly path: NamePath;
  readonly body: readonly TemplateNode[];
  /** What stands there when there are no items. */
  readonly otherwise: readonly TemplateNode[];
  readonly line: number;
}

/** How deep conditions and loops may lie in each other. */
export const DEEPEST_NODE = 50;
