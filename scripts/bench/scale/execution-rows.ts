import type { Insertable } from 'kysely';
import type { ExecutionId } from '../../../src/base/ids.js';
import type { ExecutionStatus } from '../../../src/engine/execution/execution.js';
import type { ExecutionsTable } from '../../../src/store/schema.js';
import { scatteredDigits } from '../scattered-digits.js';
import { projectOf } from './scale-projects.js';

const MINUTE = 60_000;
const FIRST = Date.UTC(2024, 0, 1);
/** Every so many failed: in the small store, too, a page of them is full. */
const FAILED_EVERY = 3;

/** How many executions have a marked word. */
export const matchCounts = [1, 10, 100, 1000] as const;
export type MatchCount = (typeof matchCounts)[number];

/** The row of an execution, the same every time. Every eleventh belongs to no project. */
export function executionRow(number: number, count: number): Insertable<ExecutionsTable> {
  const at = timeOf(number).toISOString();
  const marks = matchCounts.map((matches) => markedWord(number, count, matches));
  return {
    id: idOf(number),
    kind: 'model',
    status: statusOf(number),
    project_id: number % 11 === 0 ? null : projectOf(number).id,
    model: `openai:gpt-${number % 7}`,
    answered_model: `gpt-${number % 7}-2026-01-01`,
    finish_reason: 'stop',
    input_tokens: 100 + (number % 900),
    output_tokens: 50 + (number % 300),
    cost: 1000 + (number % 5000),
    latency_ms: 500 + (number % 3000),
    actor: 'bench',
    created_at: at,
    finished_at: at,
    excerpt: `Question ${number}: ${FILLING}`,
    parameters: '{"temperature":0.2}',
    tools: '[]',
    details: '{}',
    warnings: '[]',
    messages: JSON.stringify([{ role: 'user', text: `Question ${number}: ${FILLING} ${marks[3]}` }]),
    response: `Answer ${number}, of ${marks.slice(0, 3).join(', ')}. ${FILLING}`,
  };
}

const FILLING =
  'The page has to load the list of orders first, then the totals of each month, and must say what it waits for.';

export function timeOf(number: number): Date {
  return new Date(FIRST + number * MINUTE);
}

/** Ids are random in the program, too: what is looked up by them lies anywhere. */
export function idOf(number: number): ExecutionId {
  return `x${scatteredDigits(number)}` as ExecutionId;
}

function statusOf(number: number): ExecutionStatus {
  return number % FAILED_EVERY === 0 ? 'failed' : 'succeeded';
}

/** A word that an execution has together with as many others of all. */
export function markedWord(number: number, count: number, matches: MatchCount): string {
  const which = number % Math.ceil(count / matches);
  const letters = String(which)
    .padStart(7, '0')
    .replaceAll(/\d/g, (digit) => 'bcdfghjklm'.charAt(Number(digit)));
  return `z${'aeio'.charAt(matchCounts.indexOf(matches))}${letters}q`;
}
