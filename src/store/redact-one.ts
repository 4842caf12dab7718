import type { Transaction } from 'kysely';
import { sha256 } from '../base/checksum.js';
import { excerptOf } from './execution-messages.js';
import { redactMessages, redactToolCall } from './redact-messages.js';
import type { Database } from './schema.js';
import type { SecretRemoval } from './secret-removal.js';

/**
 * Takes secrets out of one execution: out of what was asked and answered, its calls, tool uses and files.
 *
 * @returns whether something was found in it
 */
export async function redactOne(
  transaction: Transaction<Database>,
  id: string,
  removal: SecretRemoval,
  at: Date,
): Promise<boolean> {
  const before = removal.found;
  const row = await transaction
    .selectFrom('executions')
    .select(['messages', 'response', 'reasoning', 'details', 'warnings', 'problem_message'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const messages = redactMessages(row.messages, removal);
  const clean = {
    messages,
    excerpt: excerptOf(JSON.parse(messages)),
    response: removal.textOrNull(row.response),
    reasoning: removal.textOrNull(row.reasoning),
    details: removal.json(row.details),
    warnings: removal.json(row.warnings),
    problem_message: removal.textOrNull(row.problem_message),
  };
  await redactCalls(transaction, id, removal);
  await redactToolUses(transaction, id, removal);
  await redactAttachments(transaction, id, removal);
  if (removal.found === before) return false;
  await transaction
    .updateTable('executions')
    .set({ ...clean, redacted_at: at.toISOString() })
    .where('id', '=', id)
    .execute();
  return true;
}

async function redactCalls(
  transaction: Transaction<Database>,
  id: string,
  removal: SecretRemoval,
): Promise<void> {
  const calls = await transaction
    .selectFrom('execution_attempts')
    .select(['number', 'message'])
    .where('execution_id', '=', id)
    .where('message', 'is not', null)
    .execute();
  for (const { number, message } of calls) {
    await transaction
      .updateTable('execution_attempts')
      .set({ message: removal.textOrNull(message) })
      .where('execution_id', '=', id)
      .where('number', '=', number)
      .execute();
  }
}

async function redactToolUses(
  transaction: Transaction<Database>,
  id: string,
  removal: SecretRemoval,
): Promise<void> {
  const uses = await transaction
    .selectFrom('execution_tool_uses')
    .select(['attempt', 'position', 'call', 'text'])
    .where('execution_id', '=', id)
    .execute();
  for (const { attempt, position, call, text } of uses) {
    await transaction
      .updateTable('execution_tool_uses')
      .set({ call: JSON.stringify(redactToolCall(JSON.parse(call), removal)), text: removal.text(text) })
      .where('execution_id', '=', id)
      .where('attempt', '=', attempt)
      .where('position', '=', position)
      .execute();
  }
}

async function redactAttachments(
  transaction: Transaction<Database>,
  id: string,
  removal: SecretRemoval,
): Promise<void> {
  const files = await transaction
    .selectFrom('execution_attachments')
    .select(['position', 'bytes'])
    .where('execution_id', '=', id)
    .execute();
  for (const { position, bytes } of files) {
    const clean = removal.file(bytes);
    if (clean === bytes) continue;
    await transaction
      .updateTable('execution_attachments')
      .set({ bytes: clean, checksum: sha256(clean), size: clean.length })
      .where('execution_id', '=', id)
      .where('position', '=', position)
      .execute();
  }
}
