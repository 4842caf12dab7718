import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, TemplateError, type TemplateOptions } from './index.js';

/** Cases recorded from CPython that are not part of this project. */
const CASES = new URL('../../../shared/conformance/jinja2/cases.json', import.meta.url);
const LEAST_OUTPUTS = 0.985;
const LEAST_ERRORS = 0.97;

interface RecordedCase {
  readonly id: string;
  readonly src: string;
  readonly name?: string;
  readonly opts: Readonly<Record<string, unknown>>;
  readonly refs: Readonly<Record<string, string>>;
  readonly ctx: Readonly<Record<string, unknown>>;
  readonly truth: { readonly ok: boolean; readonly out?: string; readonly line?: number };
}

describe.skipIf(!existsSync(CASES))(
  'conformance with CPython (skipped loudly without the recorded cases)',
  () => {
    const cases: readonly RecordedCase[] = existsSync(CASES) ? JSON.parse(readFileSync(CASES, 'utf8')) : [];

    it('gives the same output', () => {
      const wrong = cases
        .filter(({ truth }) => truth.ok)
        .filter((recorded) => outcome(recorded) !== recorded.truth.out);
      const total = cases.filter(({ truth }) => truth.ok).length;
      expect(1 - wrong.length / total, ids(wrong)).toBeGreaterThanOrEqual(LEAST_OUTPUTS);
    });

    it('raises an error on the same line', () => {
      const failing = cases.filter(({ truth }) => !truth.ok);
      const wrong = failing.filter((recorded) => outcome(recorded) !== recorded.truth.line);
      expect(1 - wrong.length / failing.length, ids(wrong)).toBeGreaterThanOrEqual(LEAST_ERRORS);
    });
  },
);

it.runIf(!existsSync(CASES))(
  'SKIPPED: the recorded conformance cases are not here; only our own tests ran',
  () => {
    expect(existsSync(CASES)).toBe(false);
  },
);

/** The output, or the line of the error. */
function outcome(recorded: RecordedCase): string | number | undefined {
  try {
    return compile(recorded.src, optionsOf(recorded)).render(recorded.ctx);
  } catch (error) {
    if (error instanceof TemplateError) return error.line;
    throw error;
  }
}

function optionsOf({ opts, refs, name = 'main.txt' }: RecordedCase): TemplateOptions {
  const kind = opts.undefined;
  return {
    name,
    trimBlocks: opts.trim_blocks === true,
    lstripBlocks: opts.lstrip_blocks === true,
    keepTrailingNewline: opts.keep_trailing_newline === true,
    autoescape: opts.autoescape === true,
    undefined: kind === 'strict' || kind === 'chainable' ? kind : 'default',
    loader: (wanted) => (Object.hasOwn(refs, wanted) ? refs[wanted] : undefined),
  };
}

function ids(cases: readonly RecordedCase[]): string {
  return cases.map(({ id }) => id).join('\n');
}
