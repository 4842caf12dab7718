import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.js';
import type { SchemaDesign } from '../table-design.js';
import { brokenRules, type RowRule } from './broken-rules.js';
import { isSameState } from './event-chain.js';
import { FindingTally } from './finding-tally.js';

/** What sessions, their events, attempts and requests say about each other, and what does not agree. */
export async function checkSessions(database: Kysely<Database>, design: SchemaDesign): Promise<string[]> {
  return [
    ...(await brokenRules(database, [...sessionRules, ...requestRules(design)])),
    ...(await strayStates(database)),
  ];
}

const eventsOfSession = sql`session_events e where e.session_id = t.id`;
const attemptsOfSession = sql`orchestration_phases a where a.session_id = t.id`;

const sessionRules: readonly RowRule[] = [
  {
    table: 'orchestration_sessions',
    where: sql`t.version <> (select count(*) from ${eventsOfSession})`,
    says: (one) => `${one ? 'was' : 'were'} not moved as often as there are events`,
  },
  {
    table: 'orchestration_sessions',
    where: sql`(select count(*) from ${attemptsOfSession}) <> (select coalesce(max(a.position), 0) from ${attemptsOfSession})`,
    says: (one) => `${one ? 'has' : 'have'} attempts that are not numbered 1, 2, …`,
  },
  {
    table: 'orchestration_phases',
    where: sql`t.attempt <> (
      select count(*) from orchestration_phases a
      where a.session_id = t.session_id and a.step = t.step and a.position <= t.position
    )`,
    says: (one) =>
      `${one ? 'is' : 'are'} not counted as the attempt at the step that ${one ? 'it is' : 'they are'}`,
  },
  {
    table: 'orchestration_phases',
    where: sql`t.outcome = 'received' and exists (
      select 1 from session_events e
      where e.session_id = t.session_id and e.attempt = t.id and e.kind <> 'answer-rejected'
    )`,
    says: (one) => `moved ${one ? 'its session' : 'their sessions'}, and nobody wrote what came of it`,
  },
  {
    table: 'session_events',
    where: sql`t.attempt is not null and not exists (
      select 1 from orchestration_phases a where a.id = t.attempt and a.session_id = t.session_id
    )`,
    says: (one) => `${one ? 'is' : 'are'} about attempts that are not there`,
  },
];

/** An older schema kept only the present words of a request, so that its number may be another. */
function requestRules({ tables }: SchemaDesign): readonly RowRule[] {
  if (!tables.some(({ name }) => name === 'session_requests')) return [];
  return [
    {
      table: 'orchestration_sessions',
      where: sql`not exists (
        select 1 from session_requests r where r.session_id = t.id and r.text = t.feature_request
      )`,
      says: (one) => `${one ? 'has' : 'have'} a feature request that is none of its revisions`,
    },
  ];
}

const MOST_ROWS = 200;

/**
 * Sessions whose state is not that after their last event. The database finds those in which it is written
 * otherwise; that alone is no fault, where it was written by an older program.
 */
async function strayStates(database: Kysely<Database>): Promise<string[]> {
  const findings = new FindingTally();
  for (let last = ''; ; ) {
    const rows = await database
      .selectFrom('orchestration_sessions as s')
      .innerJoin('session_events as e', (join) =>
        join.onRef('e.session_id', '=', 's.id').onRef('e.number', '=', 's.version'),
      )
      .select(['s.id', 's.state', 'e.after'])
      .whereRef('s.state', '<>', 'e.after')
      .where('s.id', '>', last)
      .orderBy('s.id')
      .limit(MOST_ROWS)
      .execute();
    for (const { id, state, after } of rows) {
      if (!isSameState(state, after))
        findings.add('A state is not that after the last event', 'orchestration_sessions', `id ${id}`);
    }
    const end = rows.at(-1);
    if (end === undefined) return findings.sentences();
    last = end.id;
  }
}
