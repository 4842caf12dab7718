import { type Kysely, type SqlBool, sql, type Transaction } from 'kysely';
import { sha256 } from '../base/checksum.js';
import { grouped } from '../base/grouped.js';
import type { ExecutionId } from '../base/ids.js';
import type { ToolUse } from '../engine/execution/execution.js';
import type { CallEnd, NewCall } from '../engine/execution/execution-journal.js';
import type { Attachment } from '../models/spec/model-request.js';
import type { Database } from './schema.js';
import { updateStatements } from './update-rows.js';
import { usageColumns } from './usage-columns.js';

/** A call that is about to be made. */
interface BegunCall {
  readonly execution: ExecutionId;
  readonly call: NewCall;
}

/** What writes calls that are about to be made. */
export function callsInsert(transaction: Transaction<Database>, begun: readonly BegunCall[]) {
  const rows = begun.map(({ execution, call }) => ({
    execution_id: execution,
    number: call.number,
    round: call.round,
    status: 'running' as const,
    started_at: call.at.toISOString(),
    waited_ms: Math.round(call.waitedMs),
    reserved: call.reserved,
  }));
  return transaction.insertInto('execution_attempts').values(rows);
}

/** A call that is over. */
interface EndedCall {
  readonly execution: ExecutionId;
  readonly call: CallEnd;
}

/**
 * What completes calls, each of another execution. To say it twice is to say it once.
 *
 * @returns statements that give what was reserved, of those that were not complete
 */
export function settleStatements(transaction: Transaction<Database>, ended: readonly EndedCall[]) {
  return updateStatements(
    transaction,
    'execution_attempts',
    ['execution_id', 'number'],
    ended.map(({ execution, call }) => ({
      execution_id: execution,
      number: call.number,
      status: call.status,
      finished_at: call.at.toISOString(),
      ...usageColumns(call.usage),
      cost: call.cost,
      request_id: call.requestId,
      fault: call.fault,
      http_status: call.httpStatus,
      message: call.message,
    })),
    { only: sql<SqlBool>`status = 'running'`, returning: ['execution_id', 'reserved'] },
  );
}

/** Writes the tools that were used after calls. */
export async function insertToolUses(
  transaction: Transaction<Database>,
  ended: readonly EndedCall[],
): Promise<void> {
  for (const { execution, call } of ended) {
    for (const [at, use] of call.toolUses.entries()) {
      await insertToolUse(transaction, execution, { attempt: call.number, position: at + 1 }, use);
    }
  }
}

async function insertToolUse(
  transaction: Transaction<Database>,
  execution: ExecutionId,
  place: { readonly attempt: number; readonly position: number },
  { round, call, text, failed }: ToolUse,
): Promise<void> {
  await transaction
    .insertInto('execution_tool_uses')
    .values({
      execution_id: execution,
      ...place,
      round,
      failed: failed ? 1 : 0,
      call: JSON.stringify(call),
      text,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The tools that were used in each of several executions, in order. */
export async function toolUsesOf(
  database: Kysely<Database>,
  executions: readonly ExecutionId[],
): Promise<ReadonlyMap<string, ToolUse[]>> {
  const rows = await database
    .selectFrom('execution_tool_uses')
    .select(['execution_id', 'round', 'call', 'text', 'failed'])
    .where('execution_id', 'in', executions)
    .orderBy('execution_id')
    .orderBy('attempt')
    .orderBy('position')
    .execute();
  return grouped(
    rows,
    ({ execution_id }) => execution_id,
    ({ round, call, text, failed }) => ({ round, call: JSON.parse(call), text, failed: failed === 1 }),
  );
}

export async function insertAttachments(
  transaction: Transaction<Database>,
  execution: ExecutionId,
  attachments: readonly Attachment[],
): Promise<void> {
  for (const [position, { name, mediaType, bytes }] of attachments.entries()) {
    await transaction
      .insertInto('execution_attachments')
      .values({
        execution_id: execution,
        position,
        name,
        media_type: mediaType,
        checksum: sha256(bytes),
        size: bytes.length,
        bytes,
      })
      .execute();
  }
}

/** The files that went with the messages of each of several executions, in order. */
export async function attachmentsOf(
  database: Kysely<Database>,
  executions: readonly ExecutionId[],
): Promise<ReadonlyMap<string, Attachment[]>> {
  const rows = await database
    .selectFrom('execution_attachments')
    .select(['execution_id', 'name', 'media_type', 'bytes'])
    .where('execution_id', 'in', executions)
    .orderBy('execution_id')
    .orderBy('position')
    .execute();
  return grouped(
    rows,
    ({ execution_id }) => execution_id,
    ({ name, media_type, bytes }) => ({ name, mediaType: media_type, bytes }),
  );
}
