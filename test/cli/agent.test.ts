import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { errorReference } from '../../scripts/reference/error-reference.js';
import { everyCommand } from '../../scripts/reference/every-command.js';
import { parseArguments } from '../../src/cli/parse-arguments.js';
import { exampleText, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
  mkdirSync(join(bench.work, '.git'));
});
afterEach(() => bench.dispose());

const run = (line: string, options = {}) => bench.run(line.split(' '), options);

interface Listed {
  files: { agent: string; scope: string; state: string; file: string }[];
}

async function stateOf(agent: string, scope: string): Promise<string | undefined> {
  const { files } = (await run('agent list --json')).json<Listed>();
  return files.find((file) => file.agent === agent && file.scope === scope)?.state;
}

const everything = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

const userFiles = [
  ['claude', '.claude/skills/prompt-runner/SKILL.md'],
  ['codex', '.agents/skills/prompt-runner/SKILL.md'],
  ['gemini', '.gemini/skills/prompt-runner/SKILL.md'],
  ['opencode', '.config/opencode/skills/prompt-runner/SKILL.md'],
  ['copilot', '.copilot/skills/prompt-runner/SKILL.md'],
] as const;

const projectFiles = [
  ['claude', '.claude/skills/prompt-runner/SKILL.md'],
  ['codex', '.agents/skills/prompt-runner/SKILL.md'],
  ['gemini', '.gemini/skills/prompt-runner/SKILL.md'],
  ['opencode', '.opencode/skills/prompt-runner/SKILL.md'],
  ['copilot', '.github/skills/prompt-runner/SKILL.md'],
] as const;

describe('agent install and uninstall', () => {
  it.each(userFiles)('leave no trace of %s for a person', async (agent, file) => {
    const before = everything(bench.folder);
    expect((await run(`agent install ${agent}`)).code).toBe(0);
    expect(existsSync(join(bench.folder, file))).toBe(true);
    expect(await stateOf(agent, 'user')).toBe('current');
    expect((await run(`agent uninstall ${agent}`)).code).toBe(0);
    expect(everything(bench.folder)).toEqual(before);
  });

  it.each(projectFiles)('leave no trace of %s in a project', async (agent, file) => {
    const inner = join(bench.work, 'src');
    mkdirSync(inner);
    const before = everything(bench.work);
    expect((await run(`agent install ${agent} --project`, { cwd: inner })).code).toBe(0);
    expect(existsSync(join(bench.work, file))).toBe(true);
    expect((await run(`agent uninstall ${agent} --project`)).code).toBe(0);
    expect(everything(bench.work)).toEqual(before);
  });

  it('leave folders that were there, or that hold something else', async () => {
    mkdirSync(join(bench.folder, '.claude'));
    await run('agent install claude');
    await run('agent uninstall claude');
    expect(existsSync(join(bench.folder, '.claude'))).toBe(true);
    expect(existsSync(join(bench.folder, '.claude/skills'))).toBe(false);
    await run('agent install codex');
    mkdirSync(join(bench.folder, '.agents/skills/another'));
    const { folders } = (await run('agent uninstall codex --json')).json<{ folders: string[] }>();
    expect(folders).toEqual([join(bench.folder, '.agents/skills/prompt-runner')]);
    expect(everything(join(bench.folder, '.agents'))).toEqual(['skills', 'skills/another']);
  });

  it('follow the variables by which an agent is told another place', async () => {
    const env = { CLAUDE_CONFIG_DIR: join(bench.folder, 'elsewhere') };
    await run('agent install claude', { env });
    expect(existsSync(join(bench.folder, 'elsewhere/skills/prompt-runner/SKILL.md'))).toBe(true);
  });
});

describe('what is printed', () => {
  it('says where a skill is and how it is called, within 80 columns', async () => {
    const installed = await run('agent install claude');
    expect(installed.out).toMatch(/^Installed +\/.*SKILL\.md\nIn Claude Code +\/prompt-runner\n$/);
    expect((await run('agent install claude')).out).toMatch(/^Up to date/);
    const { out } = await run('agent list', { terminal: true });
    expect(out).toMatch(/^claude +user +installed +~\/\.claude\/skills\/prompt-runner$/m);
    expect(out).toMatch(/^copilot +project +not installed +\.github\/skills\/prompt-runner$/m);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    const removed = (await run('agent uninstall claude')).out;
    expect(removed.trim().split('\n')).toHaveLength(4);
  });
});

describe('a file that is there already', () => {
  const file = () => join(bench.folder, '.claude/skills/prompt-runner/SKILL.md');

  function put(text: string): void {
    mkdirSync(dirname(file()), { recursive: true });
    writeFileSync(file(), text);
  }

  it('stays when it is not ours, whatever is said', async () => {
    put('# My own skill\n');
    for (const line of [
      'install claude',
      'install claude --force',
      'uninstall claude',
      'uninstall claude --force',
    ]) {
      const { code, err } = await run(`agent ${line}`);
      expect(code).toBe(4);
      expect(err).toContain("is not prompt-runner's");
    }
    expect(readFileSync(file(), 'utf8')).toBe('# My own skill\n');
    expect(await stateOf('claude', 'user')).toBe('foreign');
  });

  it('keeps changes unless they are given up', async () => {
    await run('agent install claude');
    const installed = readFileSync(file(), 'utf8');
    const changed = installed.replace('Nothing is pasted.', 'Nothing at all.');
    writeFileSync(file(), changed);
    expect(await stateOf('claude', 'user')).toBe('changed');
    for (const line of ['install', 'uninstall']) {
      const { code, err } = await run(`agent ${line} claude`);
      expect(code).toBe(4);
      expect(err).toContain('--force');
    }
    expect(readFileSync(file(), 'utf8')).toBe(changed);
    await run('agent install claude --force');
    expect(readFileSync(file(), 'utf8')).toBe(installed);
    writeFileSync(file(), changed);
    expect((await run('agent uninstall claude --force')).code).toBe(0);
    expect(existsSync(join(bench.folder, '.claude'))).toBe(false);
  });

  it('is not changed by other line ends', async () => {
    await run('agent install claude');
    writeFileSync(file(), readFileSync(file(), 'utf8').replaceAll('\n', '\r\n'));
    expect(await stateOf('claude', 'user')).toBe('current');
  });

  it('is brought up to date when it has an older text, and is removed as exactly', async () => {
    const { createHash } = await import('node:crypto');
    const older = 'What an older version said.';
    const checksum = createHash('sha256').update(older).digest('hex');
    put(`${older}\n\n<!-- prompt-runner agent file, version 0, folders 3, sha256 ${checksum} -->\n`);
    expect(await stateOf('claude', 'user')).toBe('outdated');
    expect((await run('agent install claude --json')).json()).toMatchObject({
      outcome: 'updated',
      version: 2,
    });
    expect((await run('agent install claude --json')).json()).toMatchObject({ outcome: 'unchanged' });
    await run('agent uninstall claude');
    expect(existsSync(join(bench.folder, '.claude'))).toBe(false);
  });

  it('is not written through a link that leads out of the project', async () => {
    const outside = join(bench.folder, 'outside');
    mkdirSync(outside);
    symlinkSync(outside, join(bench.work, '.claude'));
    const { code, err } = await run('agent install claude --project');
    expect(code).toBe(4);
    expect(err).toContain('leads out of the project');
    expect(everything(outside)).toEqual([]);
  });

  it('says why it cannot be written', async () => {
    writeFileSync(join(bench.folder, '.claude'), 'a file');
    const { code, err } = await run('agent install claude');
    expect(code).toBe(1);
    expect(err).toContain('a file stands where a folder should be');
  });
});

describe('wrong words', () => {
  it.each([
    ['agent install cluade', 2, 'Did you mean claude?'],
    ['agent install', 2, 'needs AGENT'],
    ['agent install claude --user --project', 2, 'exclude each other'],
    ['agent uninstall gemini', 3, 'Nothing is installed for Gemini CLI'],
  ])('%s exits %d', async (line, code, says) => {
    const result = await run(line);
    expect(result.code).toBe(code);
    expect(result.err).toContain(says);
  });
});

interface AgentDocument {
  session: { id: string; step: string | null };
  prompt: { text: string; step: string } | null;
  missing: string[];
  summary: { text: string } | null;
  error: { code: string; message: string };
}

describe('an agent that does what the skill says', () => {
  const inFolder = (name: string) => join(bench.work, '.prompt-runner', name);
  const promptFile = () => readFileSync(inFolder('prompt.md'), 'utf8');

  async function ask(line: string) {
    const result = await run(`orchestrate ${line} --json`);
    return { code: result.code, out: result.out, document: result.json<AgentDocument>() };
  }

  const askForPrompt = (line: string) => ask(`${line} --out .prompt-runner/prompt.md --yes`);

  function start(request: string) {
    mkdirSync(inFolder(''));
    writeFileSync(inFolder('request.md'), request);
    return askForPrompt(`plan --file ${inFolder('request.md')}`);
  }

  function hand(session: string, name: string, answer: string) {
    writeFileSync(inFolder(name), answer);
    return askForPrompt(`continue --session ${session} --file ${inFolder(name)}`);
  }

  it('gets from the request to the summary, past a slip and an incomplete answer', async () => {
    expect(await ask('status')).toMatchObject({
      code: 3,
      document: { error: { code: 'NO_ACTIVE_SESSION' } },
    });
    const { document: planned } = await start(exampleText('request.md'));
    const { id } = planned.session;
    expect(promptFile()).toBe(planned.prompt?.text);
    expect((await askForPrompt(`continue --session ${id}`)).document.prompt).toEqual(planned.prompt);

    expect(await hand(id, 'slip.md', exampleText('request.md'))).toMatchObject({
      code: 1,
      document: { error: { code: 'ANSWER_REJECTED' } },
    });
    const partial = exampleText('planning-answer.md').replace(/### 2\.[\s\S]*/, '');
    expect(await hand(id, 'partial.md', partial)).toMatchObject({
      code: 5,
      document: { missing: ['implementation', 'notes'] },
    });
    expect(promptFile()).toContain('- IMPLEMENTATION_TEMPLATE');
    expect((await ask(`status --session ${id}`)).document.missing).toEqual(['implementation', 'notes']);

    const analyze = await hand(id, 'plan.md', exampleText('planning-answer.md'));
    expect(analyze).toMatchObject({ code: 0, document: { missing: [], prompt: { step: 'analyze' } } });
    expect(promptFile()).toBe(analyze.document.prompt?.text);
    expect(await hand(id, 'analysis.md', exampleText('analysis.md'))).toMatchObject({
      code: 0,
      document: { prompt: { step: 'implement' } },
    });
    const done = await hand(id, 'report.md', exampleText('report.md'));
    expect(done).toMatchObject({ code: 0, document: { prompt: null, session: { step: null } } });
    expect(promptFile()).toBe(done.document.summary?.text);
    expect((await ask('status')).document.session.step).toBeNull();
    expect(await hand(id, 'late.md', exampleText('report.md'))).toMatchObject({ code: 4 });
  });

  it('needs no document whole but that of status, which stays short', async () => {
    const { id } = (await start(exampleText('request.md'))).document.session;
    const question = '- How is this done here, and where is it tested? Give path and lines.\n';
    const long = exampleText('planning-answer.md').replace('## Deliverables', question.repeat(1000));
    const { out } = await hand(id, 'plan.md', long);
    // Tools of agents show between 10,000 and 50,000 characters.
    expect(out.length).toBeGreaterThan(50_000);
    expect(promptFile().split(question)).toHaveLength(1001);
    const status = await ask(`status --session ${id}`);
    expect(status.out.length).toBeLessThan(5000);
    expect(status.document).toMatchObject({ session: { step: 'save-analysis' }, missing: [] });
  });
});

describe('the skill', () => {
  async function skill(): Promise<string> {
    const { file } = (await run('agent install claude --json')).json<{ file: string }>();
    return readFileSync(file, 'utf8');
  }

  it('has the head that agents read', async () => {
    const text = await skill();
    const head = parse(text.split('---\n')[1] ?? '');
    expect(head.name).toBe('prompt-runner');
    expect(Object.keys(head)).toEqual(['name', 'description']);
    expect(head.description.length).toBeLessThan(1024);
  });

  it('names commands that there are, with options that they take', async () => {
    const named = (await skill()).matchAll(/^ +(prompt-runner .+)$|`(prompt-runner [^`]+)`/gm);
    const lines = Array.from(named, ([, block = '', inline = '']) => block + inline);
    expect(lines).toHaveLength(6);
    const commands = await everyCommand();
    for (const line of lines) {
      const { path, command } =
        commands.find((entry) => line.startsWith(`prompt-runner ${entry.path} `)) ?? {};
      expect(command, line).toBeDefined();
      const words = line.slice(`prompt-runner ${path} `.length).split(' < ')[0]?.split(' ') ?? [];
      if (command !== undefined) expect(() => parseArguments(command, words, line, new Date())).not.toThrow();
    }
  });

  it('names error codes that there are, with their exit codes', async () => {
    const text = await skill();
    const codes = Array.from(text.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g), ([, code = '']) => code);
    expect(codes).toContain('ANSWER_REJECTED');
    const exitCodes = new Map(
      Array.from(errorReference().matchAll(/^\| `(\w+)` \| (\d+) \|/gm), ([, code, exit]) => [code, exit]),
    );
    expect(codes.filter((code) => !exitCodes.has(code))).toEqual([]);
    const told = Array.from(text.matchAll(/^- (`[A-Z_`, ]+).*\(exit code (\d)(?: or (\d))?\)/gm));
    expect(told).toHaveLength(3);
    for (const [, names = '', ...exits] of told) {
      for (const [, code] of names.matchAll(/`(\w+)`/g)) expect(exits, code).toContain(exitCodes.get(code));
    }
  });
});
