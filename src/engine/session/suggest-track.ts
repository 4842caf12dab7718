import type { ExecutionNotes } from '../../sections/notes/index.js';

/** How a feature can be carried out: without analysis, in one piece, or in parts. */
export type Track = 'quick' | 'standard' | 'parts';

export interface TrackSuggestion {
  readonly track: Track;
  readonly reason: string;
}

/** In hours. A change below needs no analysis; work above is better seen in between. */
const QUICK_BELOW = 4;
const PARTS_ABOVE = 12;
const FEWEST_PARTS = 3;

/**
 * What the notes of a feature suggest, from complexity and hours. Null when they say neither: nothing is
 * guessed.
 *
 * @example suggestTrack(notes) // { track: 'parts', reason: '16-20 hours in 7 steps' }
 */
export function suggestTrack(notes: ExecutionNotes): TrackSuggestion | null {
  const { complexity, timeEstimate, implementationOrder } = notes;
  const hours = timeEstimate?.maxHours ?? timeEstimate?.minHours ?? null;
  const level = complexity?.max ?? null;
  if (hours === null && level === null) return null;
  const size = [complexity?.text.toLowerCase(), timeEstimate?.text].filter(Boolean).join(', ');
  const steps = implementationOrder.length;
  const hard = level === 'High' || level === 'Very High';
  if (steps >= FEWEST_PARTS && ((hours ?? 0) > PARTS_ABOVE || (hours === null && hard))) {
    return { track: 'parts', reason: `${size}, in ${steps} steps` };
  }
  const easy = level === null || level === 'Low' || level === 'Very Low';
  if (easy && hours !== null && hours < QUICK_BELOW) return { track: 'quick', reason: size };
  return { track: 'standard', reason: size };
}
