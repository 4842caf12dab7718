import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { example, exampleText, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

const run = (line: string, options = {}) => bench.run(`${line} --workspace planning`.split(' '), options);
const inWorkspace = (...names: string[]) => join(bench.work, 'planning', ...names);

describe('a feature in a workspace', () => {
  it('is plan and three continues, without a database', async () => {
    await run(`orchestrate plan --file ${example('request.md')}`);
    for (const answer of ['planning-answer.md', 'analysis.md', 'report.md']) {
      const { code, err } = await run(`orchestrate continue --file ${example(answer)}`);
      expect(code, err).toBe(0);
    }
    const { session } = (await run('orchestrate status --json')).json<{ session: { status: string } }>();
    expect(session.status).toBe('completed');
    expect(existsSync(bench.db)).toBe(false);
    console.log(readdirSync(inWorkspace(), { recursive: true }));
    console.log(
      readFileSync(inWorkspace('sessions', readdirSync(inWorkspace('sessions'))[0] ?? ''), 'utf8').slice(
        0,
        3000,
      ),
    );
  });
});
