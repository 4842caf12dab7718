import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleText, Workbench } from '../cli/harness.js';
import { folderBytes } from '../fixtures/folder-bytes.js';
import { shapedSecret, tellingPart } from '../fixtures/some-secrets.js';

const ANSWERS = 10;
const SECRETS = 100;
const secrets = Array.from({ length: SECRETS }, (_, number) => shapedSecret(number));
const telling = secrets.map(tellingPart);

/** The secrets of one of the answers. */
const secretsOf = (answer: number) => secrets.filter((_, number) => number % ANSWERS === answer);

let bench: Workbench;
let executions: string[];
/** All that was printed. */
let printed: string;
beforeAll(async () => {
  bench = new Workbench();
  executions = [];
  printed = '';
  for (let answer = 0; answer < ANSWERS; answer++) await askFor(answer);
  await planWith(9);
});
afterAll(() => bench.dispose());

const leaks = (text: string) => telling.filter((secret) => text.includes(secret));
const kept = () => Array.from(folderBytes(join(bench.folder, 'data')).values()).join('');

async function print(line: string): Promise<string> {
  const { out, err } = await bench.run(line.split(' '));
  printed += out + err;
  return out;
}

function scriptOf(answer: number, text: string): string {
  const path = join(bench.folder, `answer-${answer}.yaml`);
  // Bits that are shorter than any credential: each comes in pieces.
  const reasoning = `Shall I tell ${secretsOf(answer)[0]}?`;
  writeFileSync(path, JSON.stringify({ rules: [{ answer: text, reasoning, chunk: 7 }] }));
  return path;
}

async function askFor(answer: number): Promise<void> {
  const text = secretsOf(answer)
    .map((secret, at) => `${at + 1}. \`${secret}\` is what you wanted.`)
    .join('\n');
  const model = `fake:${scriptOf(answer, text)}`;
  const { code, out, err } = await bench.run(['run', `Tell me ${answer}.`, '--model', model], {
    terminal: answer % 2 === 0,
  });
  expect(code).toBe(0);
  expect(out).toContain('is what you wanted');
  expect(out + err).toContain('credential');
  printed += out + err;
  const { execution } = JSON.parse(await print('execution show latest --json'));
  executions.push(execution.id);
}

/** The last of the answers is the plan of a session as well. */
async function planWith(answer: number): Promise<void> {
  const text = `${exampleText('planning-answer.md')}\n${secretsOf(answer).join('\n')}\n`;
  await bench.run(['orchestrate', 'plan', 'Add password reset']);
  const model = `fake:${scriptOf(ANSWERS, text)}`;
  const { code, out, err } = await bench.run(['orchestrate', 'process', '--model', model]);
  expect(code).toBe(0);
  expect(out).toContain('seems to hold a credential (');
  printed += out + err;
  for (const line of ['show --full', 'show --json', 'analyze', 'process --help'])
    await print(`orchestrate ${line}`);
}

describe('a hundred credentials inside answers', () => {
  it('are kept in the store as they came, and nowhere else', async () => {
    expect(new Set(telling).size).toBe(SECRETS);
    expect(leaks(kept())).toHaveLength(SECRETS);
  });

  it('are flagged', async () => {
    const flagged: unknown[] = [];
    for (const id of executions) {
      const { secrets: found } = JSON.parse(await print(`execution show ${id} --json`));
      flagged.push(...found.filter((finding: { in: string }) => finding.in === 'answer'));
    }
    expect(flagged).toHaveLength(SECRETS);
  });

  it('are redacted in all that is shown and written', async () => {
    for (const id of executions)
      for (const option of ['', '--full', '--messages', '--raw'])
        await print(`execution show ${id} ${option}`.trim());
    for (const line of ['list', 'list --json', 'search wanted', 'search wanted --json', 'stats --json'])
      await print(`execution ${line}`);
    for (const format of ['jsonl', 'csv', 'md']) await print(`execution export out.${format}`);
    for (const format of ['jsonl', 'csv', 'md']) await print(`execution export - --format ${format}`);
    await print('orchestrate export --out session');
    await print('orchestrate export --format json');
    expect(printed).toContain('[redacted: AWS access key]');
    expect(leaks(printed)).toEqual([]);
    expect(leaks(Array.from(folderBytes(bench.work).values()).join(''))).toEqual([]);
  });

  it('are gone from every byte of the store once they are redacted', async () => {
    const { executions: asked } = JSON.parse(await print('orchestrate show --json'));
    for (const id of [...executions, ...asked.map((execution: { id: string }) => execution.id)]) {
      const { code } = await bench.run(['execution', 'redact', id, '--yes']);
      expect(code).toBe(0);
    }
    expect(leaks(kept())).toEqual([]);
    expect(kept()).toContain('is what you wanted');
    const { execution, secrets: left } = JSON.parse(await print(`execution show ${executions[0]} --json`));
    expect(left).toEqual([]);
    expect(execution.redacted_at).not.toBeNull();
    expect(execution.answer).toContain('[redacted');
  });
});

describe('control sequences in an answer', () => {
  const sequences = [
    '\u001b]0;owned\u0007',
    '\u001b]52;c;ZXZpbA==\u0007',
    '\u001b[2J\u001b[1;1H',
    '\u001b]8;;https://evil.example\u001b\\here\u001b]8;;\u001b\\',
    '\u009b31m',
    '\u001bP+q544e\u001b\\',
    '\r\u001b[Kerased',
    '\u202ereversed',
  ];
  const text = `Before ${sequences.join(' middle ')} after.`;
  const controls = /[\u0007\u0090\u009b\u009d]|\u001b(?:[\]P_^X]|\[[0-9;]*[HJ])|\u202e/;

  it.each([1, 2, 3, 1000])('never reach a terminal, in pieces of %i characters', async (chunk) => {
    const path = join(bench.folder, `controls-${chunk}.yaml`);
    writeFileSync(path, JSON.stringify({ rules: [{ answer: text, chunk }] }));
    const { code, out, err } = await bench.run(['run', `Well ${chunk}?`, '--model', `fake:${path}`], {
      terminal: true,
      colour: true,
    });
    expect(code).toBe(0);
    expect(out).toContain('Before');
    expect(out).toContain('after.');
    expect(controls.exec(out + err)).toBeNull();
    const shown = await bench.run(['execution', 'show', 'latest', '--full'], {
      terminal: true,
      colour: true,
    });
    expect(controls.exec(shown.out)).toBeNull();
  });

  it('never reach a terminal by the way of a session, nor by what an agent says and does', async () => {
    const program = join(bench.folder, 'agent.mjs');
    const answer = exampleText('planning-answer.md').replace('### 1.', `${text}\n\n### 1.`);
    writeFileSync(
      program,
      `console.error(${JSON.stringify(text)}); process.stdout.write(${JSON.stringify(answer)});`,
    );
    const model = `exec:"${process.execPath}" "${program}"`;
    const words = ['orchestrate', 'run', `Add it ${sequences[0]}`, '--model', model, '--until', 'planning'];
    const { out, err } = await bench.run(words, { terminal: true, colour: true, keys: ['s\r'] });
    expect(out + err).toContain('The plan');
    // The line editor moves the cursor by itself.
    expect(controls.exec((out + err).replaceAll('\u001b[0J', ''))).toBeNull();
  });
});
