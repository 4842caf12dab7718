import type { SessionId } from '../base/ids.js';
import type { Json } from '../models/spec/model-request.js';
import type { RowRedaction } from './row-redaction.js';
import type { SecretRemoval } from './secret-removal.js';

/**
 * Takes secrets out of what sessions are besides their attempts: the requests in all their revisions, what was read
 * from the notes, the titles of parts in all their states, and what people wrote with their ratings.
 */
export async function redactSessionRecords(
  redaction: RowRedaction,
  sessions: readonly SessionId[],
): Promise<void> {
  await redactSessionRows(redaction, sessions);
  await redactRequests(redaction, sessions);
  await redactEvents(redaction, sessions);
  await redactRatings(redaction, sessions);
}

async function redactSessionRows(redaction: RowRedaction, sessions: readonly SessionId[]): Promise<void> {
  const { transaction, removal } = redaction;
  const rows = await transaction
    .selectFrom('orchestration_sessions')
    .select(['id', 'title', 'feature_request', 'complexity', 'time_estimate', 'state'])
    .where('id', 'in', sessions)
    .execute();
  await redaction.redact('orchestration_sessions', ['id'], rows, ({ id, ...row }) => ({
    id,
    title: removal.text(row.title),
    feature_request: removal.text(row.feature_request),
    complexity: removal.textOrNull(row.complexity),
    time_estimate: removal.textOrNull(row.time_estimate),
    state: redactTitles(row.state, removal),
  }));
}

async function redactRequests(redaction: RowRedaction, sessions: readonly SessionId[]): Promise<void> {
  const rows = await redaction.transaction
    .selectFrom('session_requests')
    .select(['session_id', 'number', 'text'])
    .where('session_id', 'in', sessions)
    .execute();
  await redaction.redact('session_requests', ['session_id', 'number'], rows, ({ text, ...key }) => ({
    ...key,
    text: redaction.removal.text(text),
  }));
}

async function redactEvents(redaction: RowRedaction, sessions: readonly SessionId[]): Promise<void> {
  const { transaction, removal } = redaction;
  const rows = await transaction
    .selectFrom('session_events')
    .select(['session_id', 'number', 'before', 'after'])
    .where('session_id', 'in', sessions)
    .execute();
  await redaction.redact('session_events', ['session_id', 'number'], rows, ({ before, after, ...key }) => ({
    ...key,
    before: before === null ? null : redactTitles(before, removal),
    after: redactTitles(after, removal),
  }));
}

async function redactRatings(redaction: RowRedaction, sessions: readonly SessionId[]): Promise<void> {
  const rows = await redaction.transaction
    .selectFrom('phase_ratings')
    .select(['session_id', 'phase', 'number', 'note'])
    .where('session_id', 'in', sessions)
    .where('note', 'is not', null)
    .execute();
  await redaction.redact('phase_ratings', ['session_id', 'phase', 'number'], rows, ({ note, ...key }) => ({
    ...key,
    note: redaction.removal.textOrNull(note),
  }));
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
