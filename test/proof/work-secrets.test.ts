import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workbench } from '../cli/harness.js';
import { folderBytes } from '../fixtures/folder-bytes.js';
import { shapedSecret, tellingPart } from '../fixtures/some-secrets.js';
import { filesIn } from '../fixtures/tar-files.js';

const ROWS = 12;
/** For all that is done before anything is looked at, in milliseconds. */
const SLOW = 60_000;
const inRows = Array.from({ length: ROWS }, (_, number) => shapedSecret(200 + number));
const [inName, inSystem, inProblem] = [shapedSecret(300), shapedSecret(301), shapedSecret(302)];
const ofBatch = [...inRows, inName, inSystem, inProblem];

const [inInput, inFile, inComment] = [shapedSecret(312), shapedSecret(313), shapedSecret(314)];
const ofRun = [inInput, inFile, inComment];
/** What the library keeps as it was written: a version never changes. */
const [inDefault, inDescription, inNote] = [shapedSecret(324), shapedSecret(325), shapedSecret(326)];
const ofSource = [inDefault, inDescription, inNote];

const flow = `name: flow
description: 'As ${inDescription} says'
inputs:
  topic: {type: string, description: 'Not ${inDescription}'}
  key: {type: string, default: '${inDefault}'}
steps:
  - {name: found, read: notes.txt}
  - {name: made, run: [cat], input: '${'{{ inputs.topic }}'} ${'{{ steps.found.output }}'}'}
  - {name: draft, ask: 'Write about ${'{{ inputs.topic }}'} and ${'{{ steps.found.output }}'}.'}
  - {name: check, gate: '${'{{ steps.draft.output }}'}', on_reject: {redo: draft}}
  - {name: fails, run: [cat, '${'{{ inputs.topic }}'}-missing']}
outputs: {text: '${'{{ steps.draft.output }}'}'}
`;

let bench: Workbench;
/** All that was printed. */
let printed: string;
beforeAll(async () => {
  bench = new Workbench();
  printed = '';
  await runTheBatch();
  await runTheWorkflow();
}, SLOW);
afterAll(() => bench.dispose());

const leaks = (secrets: readonly string[], text: string) =>
  secrets.map(tellingPart).filter((secret) => text.includes(secret));
const kept = () => Array.from(folderBytes(join(bench.folder, 'data')).values()).join('');
const place = (name: string) => join(bench.work, name);

async function print(...words: readonly string[]): Promise<string> {
  const { out, err, code } = await bench.run(words);
  expect([0, 1, 4, 5], `${words.join(' ')}: ${out}${err}`).toContain(code);
  printed += out + err;
  return out;
}

const printLine = (line: string) => print(...line.split(' '));

/** The rows echo what they were given; the last one cannot be rendered, and says why. */
async function runTheBatch(): Promise<void> {
  writeFileSync(
    join(bench.folder, 'rows.jsonl'),
    [...inRows.map((text) => ({ text, age: 1 })), { text: 'none', age: inProblem }]
      .map((row) => `${JSON.stringify(row)}\n`)
      .join(''),
  );
  writeFileSync(
    join(bench.folder, 'greet.md'),
    '---\nvariables:\n  - { name: text }\n  - { name: age, type: integer }\n---\nTell of {{ text }} at {{ age }}.\n',
  );
  await print('prompt', 'create', 'greet', '--file', join(bench.folder, 'greet.md'));
  const data = join(bench.folder, 'rows.jsonl');
  const words = ['--name', `nightly ${inName}`, '--system', `Never say ${inSystem}`, '-m', 'fake'];
  await print('batch', 'run', 'greet', '--data', data, ...words);
}

async function runTheWorkflow(): Promise<void> {
  writeFileSync(place('notes.txt'), `It was ${inFile}.`);
  writeFileSync(join(bench.folder, 'flow.yaml'), flow);
  await print('workflow', 'create', join(bench.folder, 'flow.yaml'), '--note', `Without ${inNote}`);
  const terms = ['--input', `topic=${inInput}`, '--model', 'fake', '--allow-commands'];
  await print('workflow', 'run', 'flow', ...terms);
  await print('workflow', 'reject', '--content', await waiting(), '--comment', `Not ${inComment}`);
  await printLine('workflow resume latest --allow-commands');
  await print('workflow', 'approve', '--content', await waiting());
  await printLine('workflow resume latest --allow-commands');
}

/** The checksum of what waits. */
async function waiting(): Promise<string> {
  const { gates } = JSON.parse(await printLine('workflow status latest --json'));
  return gates[0].checksum;
}

describe('credentials in batches and in workflows', () => {
  it('are kept in the store as they came', () => {
    expect(leaks([...ofBatch, ...ofRun, ...ofSource], kept())).toHaveLength(
      ofBatch.length + ofRun.length + ofSource.length,
    );
  });

  it('are redacted in all that is shown and written', async () => {
    for (const line of ['status latest', 'status latest --json', 'list', 'list --json'])
      await printLine(`batch ${line}`);
    for (const format of ['jsonl', 'csv']) await printLine(`batch results latest --format ${format}`);
    for (const file of ['rows.csv', 'rows.jsonl']) await printLine(`batch results latest --output ${file}`);
    for (const line of ['status latest', 'status latest --json', 'runs', 'runs --json', 'export latest'])
      await printLine(`workflow ${line}`);
    for (const line of ['list', 'show flow', 'graph flow', 'export flow', 'validate flow']) {
      await printLine(`workflow ${line}`);
      await printLine(`workflow ${line} --json`);
    }
    await printLine('execution list --json');
    expect(printed).toContain('[redacted: AWS access key]');
    const notes = folderBytes(bench.work);
    notes.delete(place('notes.txt'));
    const written = Array.from(notes.values()).join('');
    expect(written).toContain('[redacted: GitHub token]');
    expect(leaks([...ofBatch, ...ofRun, ...ofSource], printed + written)).toEqual([]);
  });

  it('are in no archive that is given away', async () => {
    await printLine('db export store.tar.gz');
    const archive = Array.from(filesIn(place('store.tar.gz')).values()).join('');
    expect(archive).toContain('nightly [redacted: AWS access key]');
    expect(leaks([...ofBatch, ...ofRun, ...ofSource], archive)).toEqual([]);
  });

  it('are gone from every byte of the store once they are redacted', async () => {
    expect(await printLine('execution redact --batch latest --yes')).toMatch(
      / in \d+ executions and 13 rows\.\n/,
    );
    expect(leaks(ofBatch, kept())).toEqual([]);
    expect(leaks(ofRun, kept())).toHaveLength(ofRun.length);
    expect(await printLine('execution redact --run latest --yes')).toMatch(/ and 1 run\.\n/);
    expect(leaks(ofRun, kept())).toEqual([]);
    expect(await printLine('execution redact --before 2100-01-01 --yes')).toMatch(/^Nothing of it is in /);
    expect(leaks(ofRun, printed)).toEqual([]);
  });
});
