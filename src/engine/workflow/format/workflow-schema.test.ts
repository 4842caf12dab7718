import { Validator } from '@cfworker/json-schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  badBeyondSchemas,
  badWorkflows,
  fullWorkflow,
  goodWorkflows,
} from '../../../../test/fixtures/workflow-files.js';
import { checkWorkflow } from '../check/check-workflow.js';
import { readWorkflow } from './read-workflow.js';
import { workflowSchema } from './workflow-schema.js';

const validator = new Validator(structuredClone(workflowSchema()) as object, '2020-12');

function schemaAccepts(value: unknown): boolean {
  return validator.validate(value).valid;
}

/** What a schema cannot say, in the words of the faults. */
const BEYOND =
  /24h at most|opens a quote|one line|NUL|is no version|cannot be a label|longer than|"default"|of "enum"|has "items"/;

describe('the schema of workflows', () => {
  it.each(goodWorkflows)('accepts what is right: %s', (text) => {
    expect(validator.validate(parse(text)).errors).toEqual([]);
  });

  it.each(badWorkflows)('refuses what is wrong: %s', (text) => {
    expect(schemaAccepts(parse(text))).toBe(false);
  });

  it.each(badBeyondSchemas)('accepts what only reading finds: %s', (text, ...faults) => {
    expect(schemaAccepts(parse(text))).toBe(true);
    expect(faults.every((fault) => BEYOND.test(fault))).toBe(true);
  });

  it('agrees with the validator about files that were changed somewhere', async () => {
    await fc.assert(
      fc.asyncProperty(changedWorkflows(), async (changed) => {
        const reading = await readWorkflow(JSON.stringify(changed), 'x.json');
        const faults = await checkWorkflow(reading, null);
        const accepted = schemaAccepts(changed);
        if (faults.length === 0) expect(accepted).toBe(true);
        if (accepted) expect(reading.faults.filter(({ message }) => !BEYOND.test(message))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

type Path = readonly (string | number)[];

/** Parts of the full workflow with one place changed: taken away, named otherwise, or something else. */
function changedWorkflows(): fc.Arbitrary<unknown> {
  const { steps, ...rest } = parse(fullWorkflow);
  const ask = { name: 'a', ask: 'b' };
  const wholes = [
    { ...rest, outputs: {}, steps: [ask] },
    ...steps.map((step: unknown) => ({ name: 'a', steps: [step] })),
  ];
  const other = fc.oneof(
    fc.constantFrom<unknown>(null, '', ' ', 'x', 'a b', '{{ 1 }}', '5s', -1, 0, 1, 2.5, 6, 99, true, [], {}),
    fc.constantFrom<unknown>(
      ['x'],
      [[]],
      [null],
      { x: 1 },
      { prompt: 'x' },
      { redo: 'draft' },
      { type: 'string' },
    ),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const place = fc.constantFrom(
    ...wholes.flatMap((whole) => pathsIn(whole).map((path) => ({ whole, path }))),
  );
  return fc.oneof(
    fc.tuple(place, other).map(([{ whole, path }, value]) => withChange(whole, path, () => value)),
    place.map(({ whole, path }) => withChange(whole, path, () => undefined)),
    fc
      .tuple(place, fc.constantFrom('x', 'text', 'items', 'ask', 'steps', 'a b'))
      .map(([{ whole, path }, name]) => renamed(whole, path, name)),
  );
}

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))].filter(
    ({ length }) => length > 0,
  );
}

function withChange(value: unknown, [key, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value
      .map((inner, at) => (String(at) === String(key) ? withChange(inner, rest, change) : inner))
      .filter((inner) => inner !== undefined);
  return Object.fromEntries(
    Object.entries(Object(value))
      .map(([name, inner]) => [name, name === key ? withChange(inner, rest, change) : inner] as const)
      .filter(([, inner]) => inner !== undefined),
  );
}

function renamed(value: unknown, path: Path, name: string): unknown {
  const last = path.at(-1);
  return withChange(value, path.slice(0, -1), (holder) =>
    Array.isArray(holder)
      ? holder
      : Object.fromEntries(
          Object.entries(Object(holder)).map(([key, inner]) => [key === last ? name : key, inner]),
        ),
  );
}
