import * as z from 'zod/mini';
import { type Check, type CheckRule, checkKinds } from '../../engine/experiment/checks/check.js';
import { ExperimentDefinitionError } from '../../engine/experiment/errors.js';
import { parseShortName } from '../../engine/experiment/experiment-name.js';
import { schemaInFile } from '../execution/run-schema.js';
import { givenFile } from '../template/template-input.js';

/** A check as it is asked for. */
export const givenCheck = z.object({
  kind: z.enum(checkKinds),
  /** What it is called; its kind unless given. */
  name: z.optional(z.string()),
  /** What answers are held against; what the row expects unless given. */
  wanted: z.optional(z.string()),
  /** A JSON schema. */
  schema: z.optional(givenFile),
});

/** @throws ExperimentDefinitionError, AnswerSchemaError, NotUtf8Error */
export function readCheck({ kind, name = kind, wanted, schema }: z.output<typeof givenCheck>): Check {
  return { name: parseShortName('a check', name), rule: ruleOf(kind, wanted, schema) };
}

function ruleOf(
  kind: CheckRule['kind'],
  wanted: string | undefined,
  schema: z.output<typeof givenFile> | undefined,
): CheckRule {
  if (kind !== 'json-schema') return { kind, wanted: wanted ?? null };
  const read = schema && schemaInFile(schema);
  if (read) return { kind, schema: read };
  throw new ExperimentDefinitionError('A check by a JSON schema takes the schema.', {
    hint: 'Name its file: --check json-schema:answer.schema.json.',
  });
}
