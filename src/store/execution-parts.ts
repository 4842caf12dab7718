import type { Kysely, Transaction } from 'kysely';
import { sha256 } from '../base/checksum.js';
import { grouped } from '../base/grouped.js';
import type { ExecutionId } from '../base/ids.js';
import type { NanoDollars, ToolUse } from '../engine/execution/execution.js';
import type { CallEnd, NewCall } from '../engine/execution/execution-journal.js';
import type { Attachment } from '../models/spec/model-request.js';
import type { Database } from './schema.js';
import { usageColumns } from './usage-columns.js';

/** Writes a call that is about to be made. */
export async function insertCall(
  transaction: Transaction<Database>,
  execution: ExecutionId,
  call: NewCall,
): Promise<void> {
  await transaction
    .insertInto('execution_attempts')
    .values({
      execution_id: execution,
      number: call.number,
      round: call.round,
      status: 'running',
      started_at: call.at.toISOString(),
      waited_ms: Math.round(call.waitedMs),
      reserved: call.reserved,
    })
    .execute();
}

/** A call that was on its way until now. */
export interface SettledCall {
  /** What was reserved for it. */
  readonly reserved: NanoDollars | null;
}

/**
 * Completes a call, with the tools that were used after it. To say it twice is to say it once.
 * @returns null when it was said before
 */
export async function settleCall(
  transaction: Transaction<Database>,
  execution: ExecutionId,
  ended: CallEnd,
): Promise<SettledCall | null> {
  const settled = await transaction
    .updateTable('execution_attempts')
    .set({
      status: ended.status,
      finished_at: ended.at.toISOString(),
      ...usageColumns(ended.usage),
      cost: ended.cost,
      request_id: ended.requestId,
      fault: ended.fault,
      http_status: ended.httpStatus,
      message: ended.message,
    })
    .where('execution_id', '=', execution)
    .where('number', '=', ended.number)
    .where('status', '=', 'running')
    .returning('reserved')
    .executeTakeFirst();
  for (const [at, use] of ended.toolUses.entries()) {
    await insertToolUse(transaction, execution, { attempt: ended.number, position: at + 1 }, use);
  }
  return settled ?? null;
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
