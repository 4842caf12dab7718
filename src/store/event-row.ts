import type { Selectable, Transaction } from 'kysely';
import type { AttemptId, SessionId } from '../base/ids.js';
import type { SessionEvent, SessionEventKind } from '../engine/session/session-event.js';
import type { NewEvent } from '../engine/session/session-journal.js';
import { readState } from '../engine/session/session-state.js';
import type { Step } from '../engine/session/step.js';
import type { Database, EventsTable } from './schema.js';

/** Adds an entry at the end of its session's history. */
export async function insertEvent(transaction: Transaction<Database>, event: NewEvent): Promise<void> {
  const { last } = await transaction
    .selectFrom('session_events')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('session_id', '=', event.sessionId)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('session_events')
    .values(eventToRow(event, Number(last ?? 0) + 1))
    .execute();
}

export function eventToRow(event: NewEvent, number: number): EventsTable {
  return {
    session_id: event.sessionId,
    number,
    at: event.at.toISOString(),
    actor: event.actor,
    kind: event.kind,
    step: event.step,
    attempt: event.attempt,
    undoes: event.undoes,
    before: event.before === null ? null : JSON.stringify(event.before),
    after: JSON.stringify(event.after),
  };
}

export function eventFromRow(row: Selectable<EventsTable>): SessionEvent {
  return {
    number: row.number,
    sessionId: row.session_id as SessionId,
    at: new Date(row.at),
    actor: row.actor,
    kind: row.kind as SessionEventKind,
    step: row.step as Step | null,
    attempt: row.attempt as AttemptId | null,
    undoes: row.undoes,
    before: row.before === null ? null : readState(row.before),
    after: readState(row.after),
  };
}
