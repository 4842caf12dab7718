import { sha256 } from '../base/checksum.js';
import type { ExecutionId } from '../base/ids.js';
import { executionBatches } from './execution-batches.js';
import { excerptOf } from './execution-messages.js';
import { inChunks } from './in-chunks.js';
import { redactMessages, redactToolCall } from './redact-messages.js';
import type { RowRedaction } from './row-redaction.js';

/**
 * Takes secrets out of executions: out of what was asked and answered, their calls, tool uses and files.
 *
 * @returns those in which something was found, in the order of their ids as given
 */
export async function redactExecutions(
  redaction: RowRedaction,
  ids: readonly ExecutionId[],
  at: Date,
): Promise<ExecutionId[]> {
  const changed = new Set<string>();
  for await (const batch of executionBatches(redaction.transaction, ids)) {
    for (const redact of [redactTexts, redactCalls, redactToolUses, redactAttachments])
      for (const id of await redact(redaction, batch)) changed.add(id);
  }
  const redacted = ids.filter((id) => changed.has(id));
  await inChunks(redacted, (chunk) =>
    redaction.transaction
      .updateTable('executions')
      .set({ redacted_at: at.toISOString() })
      .where('id', 'in', chunk)
      .execute(),
  );
  return redacted;
}

async function redactTexts(redaction: RowRedaction, ids: readonly string[]): Promise<string[]> {
  const { transaction, removal } = redaction;
  const rows = await transaction
    .selectFrom('executions')
    .select(['id', 'messages', 'response', 'reasoning', 'details', 'warnings', 'problem_message'])
    .where('id', 'in', ids)
    .orderBy('number')
    .execute();
  const changed = await redaction.redact('executions', ['id'], rows, ({ id, ...row }) => {
    const messages = redactMessages(row.messages, removal);
    return {
      id,
      messages,
      excerpt: excerptOf(JSON.parse(messages)),
      response: removal.textOrNull(row.response),
      reasoning: removal.textOrNull(row.reasoning),
      details: removal.json(row.details),
      warnings: removal.json(row.warnings),
      problem_message: removal.textOrNull(row.problem_message),
    };
  });
  return changed.map(({ id }) => id);
}

async function redactCalls(redaction: RowRedaction, ids: readonly string[]): Promise<string[]> {
  const rows = await redaction.transaction
    .selectFrom('execution_attempts')
    .select(['execution_id', 'number', 'message'])
    .where('execution_id', 'in', ids)
    .where('message', 'is not', null)
    .execute();
  const changed = await redaction.redact(
    'execution_attempts',
    ['execution_id', 'number'],
    rows,
    ({ message, ...key }) => ({ ...key, message: redaction.removal.textOrNull(message) }),
  );
  return changed.map(({ execution_id }) => execution_id);
}

async function redactToolUses(redaction: RowRedaction, ids: readonly string[]): Promise<string[]> {
  const { transaction, removal } = redaction;
  const rows = await transaction
    .selectFrom('execution_tool_uses')
    .select(['execution_id', 'attempt', 'position', 'call', 'text'])
    .where('execution_id', 'in', ids)
    .execute();
  const changed = await redaction.redact(
    'execution_tool_uses',
    ['execution_id', 'attempt', 'position'],
    rows,
    ({ call, text, ...key }) => ({
      ...key,
      call: removal.unlessClean(call, () => JSON.stringify(redactToolCall(JSON.parse(call), removal))),
      text: removal.text(text),
    }),
  );
  return changed.map(({ execution_id }) => execution_id);
}

async function redactAttachments(redaction: RowRedaction, ids: readonly string[]): Promise<string[]> {
  const rows = await redaction.transaction
    .selectFrom('execution_attachments')
    .select(['execution_id', 'position', 'bytes'])
    .where('execution_id', 'in', ids)
    .execute();
  const changed = await redaction.redact(
    'execution_attachments',
    ['execution_id', 'position'],
    rows,
    ({ bytes, ...key }) => {
      const clean = redaction.removal.file(bytes);
      return { ...key, bytes: clean, checksum: sha256(clean), size: clean.length };
    },
  );
  return changed.map(({ execution_id }) => execution_id);
}
