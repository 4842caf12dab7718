// Runs a whole feature with the sample answers beside this file, by hand and by itself. It needs no key and no network.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'demo');
const sample = (name) => relative(folder, join(import.meta.dirname, name));

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);

say('A feature request becomes the planning prompt.', 'It is what you would give to any model.');
run('orchestrate', 'plan', '--file', sample('request.md'), '--out', '1-planning-prompt.md');

say("The model's answer is taken apart: two prompts and the notes.", 'The analysis prompt comes out.');
run('orchestrate', 'continue', '--file', sample('planning-answer.md'), '--out', '2-analysis-prompt.md');

say('The analysis goes in, the implementation prompt comes out:', 'with the analysis and the notes in it.');
run('orchestrate', 'continue', '--file', sample('analysis.md'), '--out', '3-implementation-prompt.md');

say('The report of the implementation goes in;', 'the session is completed and summed up.');
run('orchestrate', 'continue', '--file', sample('report.md'));

say('All of it is on record.');
run('orchestrate', 'status');
run('orchestrate', 'list-sessions');

say(
  'The same by itself. A stand-in for a model gives the sample answers;',
  'the shop they speak of is not here, and that shows.',
);
const model = `fake:${sample('answers.yaml')}`;
run('orchestrate', 'run', '--file', sample('request.md'), '--model', model, '--approve', 'none');

const here = relative(process.cwd(), folder) || '.';
say(`The three prompts and the store are in ${here}.`, 'To look at them, and then for your own feature:');
process.stdout.write(`  npx prompt-runner orchestrate list-sessions --db ${join(here, 'store.db')}\n`);
process.stdout.write('  npx prompt-runner orchestrate plan "What you want to have built"\n');

/** Lines that fit into 80 columns. */
function say(...lines) {
  process.stdout.write(`\n${lines.join('\n')}\n`);
}

function run(...words) {
  process.stdout.write(`\n$ prompt-runner ${words.join(' ')}\n`);
  const env = { ...process.env, PROMPT_RUNNER_DB: join(folder, 'store.db') };
  const { status } = spawnSync(process.execPath, [join(root, 'dist/bin.cjs'), ...words], {
    cwd: folder,
    env,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
