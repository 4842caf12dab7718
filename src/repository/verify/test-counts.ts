/** What a run of tests counted. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The last lines hold the counts; before them programs under test may print anything. */
const CLOSING_LINES = 400;
const COLOUR = /\u001b\[[\d;]*m/g;

/**
 * Reads the counts from what a test program printed: of vitest, jest, pytest, cargo, go, node:test and
 * mocha. Null when it says none that are understood.
 */
export function testCounts(output: string): TestCounts | null {
  const lines = output.replace(COLOUR, '').split(/\r?\n/).slice(-CLOSING_LINES);
  for (const read of [readCargo, readNode, readJest, readPytest, readMocha, readGo]) {
    const counts = read(lines);
    if (counts !== null) return counts;
  }
  return null;
}

/** One line for each binary: `test result: ok. 3 passed; 0 failed; 1 ignored; …`. */
function readCargo(lines: readonly string[]): TestCounts | null {
  const results = lines.filter((line) => line.startsWith('test result: '));
  return results.length === 0 ? null : sum(results.map((line) => wordCounts(line)));
}

/** `# pass 3`, or `ℹ pass 3` for people. */
function readNode(lines: readonly string[]): TestCounts | null {
  const count = (word: string) => {
    const found = lines.findLast((line) => line.startsWith(`# ${word} `) || line.startsWith(`ℹ ${word} `));
    return found === undefined ? null : Number(found.slice(word.length + 3));
  };
  const passed = count('pass');
  const failed = count('fail');
  if (passed === null || failed === null || !Number.isInteger(passed + failed)) return null;
  return {
    passed,
    failed: failed + (count('cancelled') ?? 0),
    skipped: (count('skipped') ?? 0) + (count('todo') ?? 0),
  };
}

/** `Tests:  1 failed, 2 passed, 3 total`; vitest writes `Tests  1 failed | 2 passed (3)`. */
function readJest(lines: readonly string[]): TestCounts | null {
  const line = lines.findLast((some) => /^\s*Tests:?\s+\d+ (?:failed|passed|skipped|todo)\b/.test(some));
  return line === undefined ? null : wordCounts(line);
}

/** `=== 1 failed, 2 passed in 0.12s ===`, with or without the rules. */
function readPytest(lines: readonly string[]): TestCounts | null {
  const line = lines.findLast((some) =>
    /^=* ?\d+ (?:failed|passed|skipped|errors?)\b.* in [\d.]+s/.test(some),
  );
  return line === undefined ? null : wordCounts(line);
}

/** `3 passing (12ms)`, `1 failing`, `1 pending`, each on its line. */
function readMocha(lines: readonly string[]): TestCounts | null {
  const count = (word: string) => {
    const found = lines.findLast((line) => new RegExp(`^ *\\d+ ${word}(?: \\(|$)`).test(line));
    return found === undefined ? null : Number.parseInt(found, 10);
  };
  const passed = count('passing');
  return passed === null ? null : { passed, failed: count('failing') ?? 0, skipped: count('pending') ?? 0 };
}

/** `--- PASS: TestName (0.00s)` for each with -v; without it only packages are told, which are no tests. */
function readGo(lines: readonly string[]): TestCounts | null {
  const count = (word: string) => lines.filter((line) => line.trimStart().startsWith(`--- ${word}: `)).length;
  const counts = { passed: count('PASS'), failed: count('FAIL'), skipped: count('SKIP') };
  // Without -v the failed ones alone are named: nobody knows how many passed.
  return counts.passed === 0 || lines.length >= CLOSING_LINES ? null : counts;
}

function wordCounts(line: string): TestCounts {
  const count = (word: string) => Number(new RegExp(`(?<!\\d)(\\d{1,9}) ${word}\\b`).exec(line)?.[1] ?? 0);
  return {
    passed: count('passed'),
    failed: count('failed') + count('errors?'),
    skipped: count('skipped') + count('ignored') + count('todo'),
  };
}

function sum(all: readonly TestCounts[]): TestCounts {
  return all.reduce((a, b) => ({
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }));
}
