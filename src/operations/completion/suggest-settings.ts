import { settings } from '../../config/settings.js';
import type { NameSuggestion } from './name-suggestion.js';

/** The settings whose key begins with what was typed. */
export function suggestSettings(typed: string): NameSuggestion[] {
  return Object.entries(settings)
    .filter(([key]) => key.startsWith(typed))
    .map(([name, { description }]) => ({ name, description }));
}
