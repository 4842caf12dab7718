import * as z from 'zod/mini';
import type { ExperimentCheck, JudgeRule } from '../../engine/experiment/checks/experiment-check.js';
import { ExperimentDefinitionError } from '../../engine/experiment/errors.js';
import { parseShortName } from '../../engine/experiment/experiment-name.js';
import { givenCheck, readCheck } from './read-check.js';

const named = { name: z.optional(z.string()) };
const most = z.number().check(z.minimum(0));

/** A check as it is asked for: of the text of an answer, of what it took, by a program, or by a model. */
export const givenExperimentCheck = z.union([
  givenCheck,
  z.object({ ...named, kind: z.enum(['cost', 'latency']), most }),
  z.object({ ...named, kind: z.literal('command'), command: z.array(z.string()).check(z.minLength(1)) }),
  z.object({
    ...named,
    kind: z.literal('judge'),
    criterion: z.string(),
    /** The model that judges; the usual one unless given. */
    model: z.optional(z.string()),
    /** The column in which a person says which variant is better. */
    agree: z.optional(z.string()),
  }),
]);

type Given = z.output<typeof givenExperimentCheck>;

/** @throws ExperimentDefinitionError, AnswerSchemaError, NotUtf8Error */
export async function readExperimentCheck(given: Given): Promise<ExperimentCheck> {
  const name = parseShortName('a check', given.name ?? given.kind);
  switch (given.kind) {
    case 'cost':
    case 'latency':
      return { name, rule: { kind: given.kind, most: given.most } };
    case 'command':
      return { name, rule: { kind: given.kind, command: given.command } };
    case 'judge':
      return { name, rule: judgeRule(given) };
    default:
      return soundCheck(readCheck(given));
  }
}

function judgeRule({ criterion, model, agree }: Extract<Given, { kind: 'judge' }>): JudgeRule {
  if (criterion.trim() !== '')
    return { kind: 'judge', criterion, model: model ?? null, agree: agree ?? null };
  throw new ExperimentDefinitionError('A judge takes what it judges by.', {
    hint: 'For instance --check "judge:Which is more polite?".',
  });
}

/** A pattern that is none shows when the experiment is made, not when it was paid for. */
async function soundCheck(check: ReturnType<typeof readCheck>): Promise<ExperimentCheck> {
  if (check.rule.kind === 'regex')
    (await import('../../engine/experiment/checks/matches-pattern.js')).readPattern(check.rule.pattern);
  return check;
}
