import type { Transaction } from 'kysely';
import type { Json } from '../models/spec/model-request.js';
import type { Database } from './schema.js';
import type { SecretRemoval } from './secret-removal.js';

/**
 * Takes secrets out of what a session is besides its attempts: the request in all its revisions, what was read
 * from the notes, the titles of parts in all its states, and what people wrote with their ratings.
 */
export async function redactSessionRecord(
  transaction: Transaction<Database>,
  session: string,
  removal: SecretRemoval,
): Promise<void> {
  await redactSessionRow(transaction, session, removal);
  await redactRequests(transaction, session, removal);
  await redactEvents(transaction, session, removal);
  await redactRatings(transaction, session, removal);
}

async function redactSessionRow(
  transaction: Transaction<Database>,
  session: string,
  removal: SecretRemoval,
): Promise<void> {
  const row = await transaction
    .selectFrom('orchestration_sessions')
    .select(['title', 'feature_request', 'complexity', 'time_estimate', 'state'])
    .where('id', '=', session)
    .executeTakeFirst();
  if (row === undefined) return;
  const clean = {
    title: removal.text(row.title),
    feature_request: removal.text(row.feature_request),
    complexity: removal.textOrNull(row.complexity),
    time_estimate: removal.textOrNull(row.time_estimate),
    state: redactTitles(row.state, removal),
  };
  await transaction.updateTable('orchestration_sessions').set(clean).where('id', '=', session).execute();
}

async function redactRequests(
  transaction: Transaction<Database>,
  session: string,
  removal: SecretRemoval,
): Promise<void> {
  const rows = await transaction
    .selectFrom('session_requests')
    .select(['number', 'text'])
    .where('session_id', '=', session)
    .execute();
  for (const { number, text } of rows) {
    await transaction
      .updateTable('session_requests')
      .set({ text: removal.text(text) })
      .where('session_id', '=', session)
      .where('number', '=', number)
      .execute();
  }
}

async function redactEvents(
  transaction: Transaction<Database>,
  session: string,
  removal: SecretRemoval,
): Promise<void> {
  const rows = await transaction
    .selectFrom('session_events')
    .select(['number', 'before', 'after'])
    .where('session_id', '=', session)
    .execute();
  for (const { number, before, after } of rows) {
    await transaction
      .updateTable('session_events')
      .set({
        before: before === null ? null : redactTitles(before, removal),
        after: redactTitles(after, removal),
      })
      .where('session_id', '=', session)
      .where('number', '=', number)
      .execute();
  }
}

async function redactRatings(
  transaction: Transaction<Database>,
  session: string,
  removal: SecretRemoval,
): Promise<void> {
  const rows = await transaction
    .selectFrom('phase_ratings')
    .select(['phase', 'number', 'note'])
    .where('session_id', '=', session)
    .where('note', 'is not', null)
    .execute();
  for (const { phase, number, note } of rows) {
    await transaction
      .updateTable('phase_ratings')
      .set({ note: removal.textOrNull(note) })
      .where('session_id', '=', session)
      .where('phase', '=', phase)
      .where('number', '=', number)
      .execute();
  }
}

/** All else in a state are words of the program, ids and numbers. */
function redactTitles(state: string, removal: SecretRemoval): string {
  return removal.unlessClean(state, () => JSON.stringify(withCleanTitles(JSON.parse(state), removal)));
}

function withCleanTitles(part: Json, removal: SecretRemoval): Json {
  if (Array.isArray(part)) return part.map((member: Json) => withCleanTitles(member, removal));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, member]) => [
      name,
      name === 'title' && typeof member === 'string'
        ? removal.text(member)
        : withCleanTitles(member, removal),
    ]),
  );
}
