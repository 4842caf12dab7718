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
  /** What is to be found in answers, in RE2's language. */
  pattern: z.optional(z.string()),
  /** A JSON schema. */
  schema: z.optional(givenFile),
});

/** @throws ExperimentDefinitionError, AnswerSchemaError, NotUtf8Error */
export function readCheck(given: GivenCheck): Check {
  return { name: parseShortName('a check', given.name ?? given.kind), rule: ruleOf(given) };
}

type GivenCheck = z.output<typeof givenCheck>;

function ruleOf({ kind, wanted, pattern, schema }: GivenCheck): CheckRule {
  if (kind === 'regex') return patternRule(pattern);
  if (kind !== 'json-schema') return { kind, wanted: wanted ?? null };
  const read = schema && schemaInFile(schema);
  if (read) return { kind, schema: read };
  throw new ExperimentDefinitionError('A check by a JSON schema takes the schema.', {
    hint: 'Name its file: --check json-schema:answer.schema.json.',
  });
}

function patternRule(pattern = ''): CheckRule {
  if (pattern !== '') return { kind: 'regex', pattern };
  throw new ExperimentDefinitionError('A check by a pattern takes the pattern.', {
    hint: 'For instance --check "regex:^[A-Z]".',
  });
}
