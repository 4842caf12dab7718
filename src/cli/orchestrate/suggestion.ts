import type { SuggestionView } from '../../operations/session/view-shapes.js';
import { styleFor } from '../render/style.js';
import type { OutputStream } from '../streams.js';

const advice: Readonly<Record<SuggestionView['track'], string>> = {
  quick: 'small enough to go without an analysis',
  standard: 'analysis, then implementation in one piece',
  parts: 'large enough to be implemented in parts',
};

/** How a feature of this size is best carried out; only a suggestion. */
export function renderSuggestion(suggestion: SuggestionView | null, stream: OutputStream): string {
  if (suggestion === null) return '';
  const { dim } = styleFor(stream);
  const how = suggestion.track === 'standard' ? '' : `\n${dim('  ')}${suggestion.next}`;
  return `${dim('Suggested:')} ${suggestion.track}, ${advice[suggestion.track]} (${suggestion.reason})${how}\n`;
}
