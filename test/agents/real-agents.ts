import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { openAgent } from '../../src/models/agents/open-agent.js';
import { ModelCallError } from '../../src/models/spec/model-fault.js';
import { readModelName } from '../../src/models/spec/model-name.js';
import { MockWord, mockProvider, WRITTEN_FILE } from './mock-provider.js';

/*
 * Runs the real agents against a mock of their providers and prints what came of it. Not part of the check:
 *
 *   npm install --prefix FOLDER @anthropic-ai/claude-code @openai/codex @google/gemini-cli opencode-ai
 *   npx tsx test/agents/real-agents.ts FOLDER
 */

const models = {
  claude: 'claude:claude-sonnet-4-5',
  codex: 'codex:gpt-5-mini',
  gemini: 'gemini:gemini-2.5-flash',
  opencode: 'opencode:mock/model-one',
};
type Name = keyof typeof models;

const cases = [
  { title: 'read', word: '', access: 'read', schema: null },
  { title: 'read, told to write', word: MockWord.write, access: 'read', schema: null },
  { title: 'write', word: MockWord.write, access: 'write', schema: null },
  { title: 'schema', word: MockWord.schema, access: 'read', schema: riskSchema() },
  { title: '/command', word: '', access: 'read', schema: null, text: '/help' },
  { title: 'key refused', word: MockWord.auth, access: 'read', schema: null },
] as const;
type Case = (typeof cases)[number];

const [packages] = process.argv.slice(2);
if (packages === undefined) throw new Error('Name the folder that the agents were installed into.');
const programs = join(resolve(packages), 'node_modules', '.bin');
const root = realpathSync(mkdtempSync(join(tmpdir(), 'prompt-runner-real-agents-')));
const work = join(root, 'work');
const mock = mockProvider(work);
try {
  const url = await mock.start();
  const env = surroundings(url);
  for (const name of Object.keys(models).filter(isName)) await showAgent(name, env);
} finally {
  await mock.stop();
  rmSync(root, { recursive: true, force: true });
}

function isName(name: string): name is Name {
  return Object.hasOwn(models, name);
}

function riskSchema() {
  const properties = { risk: { type: 'string' } };
  return { type: 'object', properties, required: ['risk'], additionalProperties: false };
}

/** A home of their own in which all agents ask the mock. */
function surroundings(url: string): Record<string, string> {
  const home = join(root, 'home');
  for (const folder of [work, join(home, '.codex'), join(home, '.gemini')])
    mkdirSync(folder, { recursive: true });
  spawnSync('git', ['init', '-q', work]);
  writeFileSync(join(home, '.codex', 'config.toml'), codexConfiguration(url));
  const auth = { security: { auth: { selectedType: 'gemini-api-key' } } };
  writeFileSync(join(home, '.gemini', 'settings.json'), JSON.stringify(auth));
  const provider = {
    npm: '@ai-sdk/openai-compatible',
    options: { baseURL: `${url}/v1`, apiKey: 'mock' },
    models: { 'model-one': { name: 'model-one' } },
  };
  writeFileSync(join(root, 'opencode.json'), JSON.stringify({ provider: { mock: provider } }));
  return {
    PATH: [programs, process.env.PATH].join(delimiter),
    HOME: home,
    TMPDIR: root,
    ANTHROPIC_BASE_URL: url,
    ANTHROPIC_API_KEY: 'mock',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    CODEX_API_KEY: 'mock',
    GOOGLE_GEMINI_BASE_URL: url,
    GEMINI_API_KEY: 'mock',
    OPENCODE_CONFIG: join(root, 'opencode.json'),
  };
}

/** A provider of its own, since codex asks its usual one by a socket on which the mock knows no errors. */
function codexConfiguration(url: string): string {
  const lines = [
    'model_provider = "mock"',
    '[model_providers.mock]',
    'name = "mock"',
    `base_url = "${url}/v1"`,
    'env_key = "CODEX_API_KEY"',
    'wire_api = "responses"',
  ];
  return `${lines.join('\n')}\n`;
}

async function showAgent(name: Name, env: Record<string, string>): Promise<void> {
  const version = spawnSync(join(programs, name), ['--version'], { env, encoding: 'utf8' }).stdout.trim();
  process.stdout.write(`\n${name} ${version}\n`);
  for (const one of cases) {
    const began = Date.now();
    const outcome = await outcomeOf(name, one, env);
    const written = existsSync(join(work, WRITTEN_FILE));
    rmSync(join(work, WRITTEN_FILE), { force: true });
    const facts = [`${Date.now() - began} ms`, written ? 'file written' : 'no file'];
    process.stdout.write(`  ${one.title.padEnd(20)} ${outcome}\n${' '.repeat(23)}${facts.join(', ')}\n`);
  }
}

async function outcomeOf(name: Name, one: Case, env: Record<string, string>): Promise<string> {
  const agent = await openAgent(readModelName(models[name]), {
    ...{ env, cwd: work, timeoutMs: 60_000, idleMs: 20_000, maxOutputBytes: 10_000_000 },
  });
  const text = 'text' in one ? one.text : `Say something. ${one.word}`;
  try {
    const {
      text: answer,
      usage,
      reportedCost,
      details,
    } = await agent.call(
      {
        messages: [{ role: 'user', text }],
        parameters: {},
        responseSchema: one.schema,
        tools: [],
        agent: { folder: work, access: one.access },
      },
      { signal: new AbortController().signal },
    );
    const { changed_files, tool_uses } = details;
    return JSON.stringify({
      answer,
      in: usage.input,
      out: usage.output,
      reportedCost,
      changed_files,
      tool_uses,
    });
  } catch (error) {
    if (error instanceof ModelCallError) return `${error.details.fault}: ${error.message}`;
    throw error;
  }
}
