import { type TemplatePiece, templatePieces } from '../../../templates/pieces.js';
import { OptimizationInputError } from '../errors.js';

/** What of a template no proposal may change, and what it may only move or repeat. */
export interface TemplateForm {
  /** Its `{% … %}` tags and frozen regions, in order. */
  readonly skeleton: readonly SkeletonPart[];
  /** What stands in its `{{ … }}` outside of frozen regions, and how often: of each stretch between tags. */
  readonly prints: readonly ReadonlyMap<string, number>[];
}

export interface SkeletonPart {
  readonly kind: 'tag' | 'frozen';
  readonly text: string;
}

const OPEN = 'frozen';
const CLOSE = '/frozen';

/**
 * Reads the form of a template. What stands between the comments `{# frozen #}` and `{# /frozen #}` is frozen.
 *
 * @throws TemplateSyntaxError where the text is no template
 * @throws OptimizationInputError for a frozen region that does not end, or ends without a beginning
 * @example templateForm('{# frozen #}Be polite.{# /frozen #} {{ a }}').skeleton // [{ kind: 'frozen', text: 'Be polite.' }]
 */
export function templateForm(template: string): TemplateForm {
  const skeleton: SkeletonPart[] = [];
  let between = new Map<string, number>();
  const prints = [between];
  let frozen: string | null = null;
  for (const piece of templatePieces(template)) {
    const mark = markOf(piece);
    if (mark !== null) frozen = changed(frozen, mark, skeleton);
    else if (frozen !== null) frozen += piece.source;
    else if (piece.kind === 'print') between.set(piece.inside, (between.get(piece.inside) ?? 0) + 1);
    else if (piece.kind === 'tag' || piece.kind === 'raw') {
      skeleton.push({ kind: 'tag', text: piece.inside });
      between = new Map();
      prints.push(between);
    }
  }
  if (frozen !== null) throw unbalanced('A frozen region does not end.');
  return { skeleton, prints };
}

type Mark = typeof OPEN | typeof CLOSE;

function markOf({ kind, inside }: TemplatePiece): Mark | null {
  return kind === 'comment' && (inside === OPEN || inside === CLOSE) ? inside : null;
}

/** What is frozen behind a mark. */
function changed(frozen: string | null, mark: Mark, skeleton: SkeletonPart[]): string | null {
  if (mark === OPEN) {
    if (frozen !== null) throw unbalanced('A frozen region begins within another.');
    return '';
  }
  if (frozen === null) throw unbalanced('A frozen region ends that never began.');
  skeleton.push({ kind: 'frozen', text: frozen });
  return null;
}

function unbalanced(message: string): OptimizationInputError {
  return new OptimizationInputError(message, {
    hint: 'Put what has to stay between {# frozen #} and {# /frozen #}, each on its own.',
  });
}
