import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Workbench } from './harness.js';

/** Five real documents of the older tool. They lie beside the project, not in it. */
const SEEDS = join(import.meta.dirname, '../../../shared/seeds');
const present = existsSync(SEEDS);
if (!present)
  process.stderr.write('SKIPPED: the seeds are not beside this project, so real answers are not tested.\n');

const seedFile = (number: string) =>
  join(SEEDS, readdirSync(SEEDS).find((name) => name.startsWith(number)) ?? 'missing');
const seed = (number: string) => readFileSync(seedFile(number), 'utf8');

interface Processed {
  session: { id: string; status: string; step: string; complexity: string; time_estimate: string };
  sections: Record<
    'analysis' | 'implementation' | 'notes',
    { text: string; start: number; end: number } | null
  >;
  missing: string[];
  metadata: Record<string, unknown>;
}

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

describe.runIf(present)('the older tool’s real answers', () => {
  it('carry a whole session: 004 incomplete, the rest appended, 001 saved, 002 completes', async () => {
    await bench.run(['orchestrate', 'plan', 'Orchestration Template System Enhancement']);
    const restored = `### 2. IMPLEMENTATION_TEMPLATE\n\n${seed('004')}`;
    const first = await bench.run(['orchestrate', 'process', '--json'], { stdin: restored });
    expect(first.code).toBe(5);
    const incomplete = first.json<Processed>();
    expect(incomplete.missing).toEqual(['analysis']);
    expect(incomplete.session).toMatchObject({
      status: 'planning',
      step: 'process',
      complexity: 'Medium-High',
    });
    expectWholeImplementation(incomplete);

    const reply =
      '### 1. ANALYSIS_TEMPLATE\n\nRead both orchestration systems and report how templates are stored.\n';
    const second = await bench.run(['orchestrate', 'process', '--append', '--json'], { stdin: reply });
    expect(second.code).toBe(0);
    expect(second.json<Processed>()).toMatchObject({ missing: [], session: { step: 'analyze' } });

    const analysisPrompt = await bench.run(['orchestrate', 'analyze']);
    expect(analysisPrompt.out).toContain('Read both orchestration systems');
    const saved = await bench.run(['orchestrate', 'save-analysis', '--file', seedFile('001')]);
    expect(saved.err).toContain('taking the analysis');
    expect(saved.code).toBe(0);
    const implementation = await bench.run(['orchestrate', 'implement']);
    expect(implementation.out).toContain('# Role: Senior Software Engineer');
    expect(implementation.out).toContain(
      'The prompt-runner project follows a Modular Command-Line Architecture',
    );
    expect(implementation.out).toContain('Keep text fields, add new fields as optional');
    const complete = await bench.run(['orchestrate', 'complete', '--json', '--file', seedFile('002')]);
    expect(complete.code).toBe(0);
    const { session, summary } = complete.json<{
      session: { status: string };
      summary: { files: { path: string }[] };
    }>();
    expect(session.status).toBe('completed');
    expect(summary.files).toHaveLength(9);
  });

  it('are told apart: 001 and 002 are no planning answers, and each is at home at its own step only', async () => {
    await bench.run(['orchestrate', 'plan', 'Orchestration Template System Enhancement']);
    for (const number of ['001', '002']) {
      const refused = await bench.run(['orchestrate', 'process', '--file', seedFile(number)]);
      expect(refused.code).toBe(1);
    }
  });

  function expectWholeImplementation({ sections, metadata }: Processed) {
    const { implementation, notes } = sections;
    expect(implementation?.text).toMatch(/^# Role: Senior Software Engineer/);
    expect(implementation?.text).toContain('2. Model Updates (prompt_tool/db/models.py)');
    expect(implementation?.text.trimEnd()).toMatch(/Enhances both orchestration systems$/);
    expect(notes?.text).toMatch(/^Feature: Orchestration Template System Enhancement/);
    expect(metadata).toMatchObject({
      feature: 'Orchestration Template System Enhancement',
      complexity: 'Medium-High',
      time_estimate: { min_hours: 16, max_hours: 20 },
    });
  }
});
