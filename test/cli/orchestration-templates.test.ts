import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openApp } from '../../src/app.js';
import { systemClock } from '../../src/base/clock.js';
import type {
  TemplateLinkOutput,
  TemplateResolveOutput,
  TemplateTestOutput,
} from '../../src/operations/orchestration-template/outputs.js';
import { createPrompt } from '../../src/operations/prompt/create-prompt.js';
import type { PromptExportOutput } from '../../src/operations/prompt/sync/outputs.js';
import type { PlanOutput, ShowOutput } from '../../src/operations/session/outputs.js';
import { ORCHESTRATION_CATEGORY } from '../../src/prompts/prompt-kind.js';
import { openStore } from '../../src/store/open-store.js';
import { example, type RunOptions, Workbench } from './harness.js';

interface Listed {
  readonly templates: readonly { readonly name: string; readonly is_in_force: boolean }[];
}

let bench: Workbench;
beforeEach(async () => {
  bench = new Workbench();
  await run('project create shop');
});
afterEach(() => bench.dispose());

const run = (line: string, options: RunOptions = {}) => bench.run(line.trim().split(/ +/), options);
const template = (line: string, options: RunOptions = {}) => run(`orchestrate template ${line}`, options);

function file(name: string, text: string): string {
  const path = join(bench.work, name);
  writeFileSync(path, text);
  return path;
}

const EXTENDED = `{% extends "builtin/orchestrator" %}
{% block thinking %}{{ super() }}
- Say what it costs.
{% endblock %}
`;

/** The template that a session of the project would take. */
async function inForce(kind: string, options = ''): Promise<string> {
  const { kinds } = (await template(`resolve --kind ${kind} --json${options}`)).json<TemplateResolveOutput>();
  return kinds[0]?.template ?? '';
}

describe('orchestrate template add', () => {
  it('stores a template, and sessions of the project take it', async () => {
    const added = await template(`add orchestrator --file ${file('plan.md', EXTENDED)}`);
    expect([added.code, added.err]).toEqual([0, '']);
    const planned = (await run('orchestrate plan Tea --json')).json<PlanOutput>();
    expect(planned.prompt).toMatchObject({
      template: 'orchestrator@1',
      template_source: { layer: 'project', note: null },
      warnings: [],
    });
    expect(planned.prompt.text).toContain('- Say what it costs.');
    expect(planned.prompt.text).toContain('### 3. EXECUTION_NOTES');
  });

  it('refuses a second one for the same layer, unless it replaces the first or stays beside it', async () => {
    await template('add analysis --file -', { stdin: 'Read. {{ feature_request }} {{ analysis_template }}' });
    const again = await template('add analysis other --file -', { stdin: 'Look.' });
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toContain('The analysis template in project shop is "analysis" already.');
    expect((await template('add analysis other --alternative --file -', { stdin: 'Look.' })).code).toBe(0);
    expect(await inForce('analysis')).toBe('analysis@1');
    expect((await template('add analysis third --replace --file -', { stdin: 'Look.' })).code).toBe(0);
    expect(await inForce('analysis')).toBe('third@1');
    const { templates } = (await template('list --kind analysis --json')).json<Listed>();
    expect(templates.map((listed) => [listed.name, listed.is_in_force])).toEqual([
      ['builtin/analysis', true],
      ['analysis', false],
      ['other', false],
      ['third', true],
    ]);
  });

  it.each([
    ['wrong syntax', '{% if %}', 'cannot be rendered'],
    ['an unknown filter', '{{ feature_request | shout }}', 'shout'],
    ['a template that is not there', '{% include "shared/role" %}', 'shared/role'],
    ['what fails when it is rendered', '{{ feature_request }} {{ 1 / 0 }}', 'cannot be rendered'],
    ['a loop without end', '{% for x in range(10 ** 9) %}x{% endfor %}', 'cannot be rendered'],
    ['nothing', '  \n', 'is empty'],
  ])('refuses %s with the place, and stores nothing', async (_, text, why) => {
    const refused = await template('add analysis --file -', { stdin: text });
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain(why);
    expect(await inForce('analysis')).toBe('builtin/analysis');
  });

  it('refuses a text that is too large, or no text', async () => {
    const large = await template('add analysis --file -', { stdin: 'x'.repeat(2_000_000) });
    expect(large.err).toContain('prompt.max_bytes');
    const binary = await template('add analysis --file -', { stdin: Buffer.from([0xff, 0xfe, 0x00]) });
    expect(binary.err).toContain('UTF-8');
    expect([large.code, binary.code]).toEqual([1, 1]);
  });

  it('takes the feature type from the file, and refuses a file for another kind', async () => {
    const api = example('templates/analysis/api.md');
    expect((await template(`add analysis --file ${api}`)).code).toBe(0);
    expect(await inForce('analysis', ' --type api')).toBe('analysis/api@1');
    expect(await inForce('analysis')).toBe('builtin/analysis');
    const refused = await template(`add orchestrator --file ${api}`);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('is a template for analysis, not for orchestrator');
  });

  it('warns of a planning prompt that does not ask for the sections of the answer', async () => {
    const { code, err } = await template('add orchestrator --file -', {
      stdin: 'Plan {{ feature_request }}',
    });
    expect(code).toBe(0);
    expect(err).toContain('It does not ask for the section ANALYSIS_TEMPLATE of the answer.');
  });

  it('says what a template leaves out, which will be added to its end', async () => {
    const { err } = await template('add analysis --file -', { stdin: 'Read the code.' });
    expect(err).toContain('It does not use feature_request, which will be added to its end.');
  });
});

describe('the template of a session', () => {
  const text = (name: string) => `${name} {{ feature_request }}`;
  const added = async (line: string, name: string) => {
    const { code } = await template(`add orchestrator ${name} --file - ${line}`, { stdin: text(name) });
    expect(code).toBe(0);
  };

  it('is the nearest: type in the project, project, type, global, built in', async () => {
    expect(await inForce('orchestrator', ' --type bugfix')).toBe('builtin/orchestrator');
    await added('--global', 'a');
    expect(await inForce('orchestrator', ' --type bugfix')).toBe('a@1');
    await added('--global --type bugfix', 'b');
    expect(await inForce('orchestrator', ' --type bugfix')).toBe('b@1');
    await added('', 'c');
    expect(await inForce('orchestrator', ' --type bugfix')).toBe('c@1');
    await added('--type bugfix', 'd');
    expect(await inForce('orchestrator', ' --type bugfix')).toBe('d@1');
    expect(await inForce('orchestrator')).toBe('c@1');
    const { out } = await template('resolve --kind orchestrator --type bugfix');
    expect(out).toMatch(/^\* +feature type in the project +d@1 +its newest version$/m);
    const planned = (await run('orchestrate plan Tea --type bugfix --json')).json<PlanOutput>();
    expect(planned.prompt.text).toBe('d Tea\n');
    const shown = (await run('orchestrate show --json')).json<ShowOutput>();
    expect(shown.attempts[0]).toMatchObject({ template: 'd@1', template_source: { layer: 'project-type' } });
  });

  it('is the one that was named, now and in later steps', async () => {
    await added('--alternative', 'a');
    await template('add analysis b --alternative --file -', {
      stdin: 'b {{ feature_request }} {{ analysis_template }}',
    });
    const line = 'orchestrate plan Tea --json --template orchestrator=a@1 --template analysis=b';
    const planned = (await run(line)).json<PlanOutput>();
    expect(planned.prompt).toMatchObject({ template: 'a@1', template_source: { layer: 'named' } });
    await run(`orchestrate process --file ${example('planning-answer.md')}`);
    expect((await run('orchestrate analyze')).out).toMatch(/^b Tea /);
    const again = await run('orchestrate analyze --template builtin/analysis');
    expect(again.out).toMatch(/^# Analyse the codebase/);
    expect((await run('orchestrate analyze')).out).toBe(again.out);
  });

  it.each([
    ['orchestrator=nobody', 3, 'There is no template "nobody" here.'],
    ['orchestrator=builtin/orchestrator@9', 3, 'The template "builtin/orchestrator" has no version "9".'],
    ['orchestrator=builtin/analysis', 2, 'is a template for analysis, not for orchestrator'],
    ['planner=a', 2, 'names no template for a kind of prompt'],
    ['orchestrator', 2, 'names no template for a kind of prompt'],
    ['orchestrator=../a', 2, 'cannot be the name of a prompt'],
  ])('is not %s, and no session is begun', async (named, code, why) => {
    const refused = await run(`orchestrate plan Tea --template ${named}`);
    expect(refused).toMatchObject({ code, out: '' });
    expect(refused.err).toContain(why);
    expect((await run('orchestrate list-sessions --json')).json<{ sessions: [] }>().sessions).toEqual([]);
  });

  it('is the built-in one when stored ones are switched off, or when it is broken, and the session says so', async () => {
    await added('', 'a');
    const off = await run('orchestrate plan Tea', { env: { PROMPT_RUNNER_TEMPLATES_STORED: 'false' } });
    expect(off.err).toContain('The built-in template was used: stored templates are switched off');
    const broken = '{% if feature_request == "Tea" %}{{ feature_request.there.is_none }}{% endif %}';
    await template('add orchestrator z --replace --file -', { stdin: broken });
    const planned = await run('orchestrate plan Tea');
    expect(planned.out).toMatch(/^# Plan a feature/);
    expect(planned.err).toContain('z@1 could not be rendered');
    expect((await run('orchestrate show')).out).toContain('builtin/orchestrator: z@1 could not be rendered');
    const { out } = await template('resolve --kind orchestrator', {
      terminal: true,
      env: { PROMPT_RUNNER_TEMPLATES_STORED: 'false' },
    });
    expect(out).toMatch(/built in +builtin\/orchestrator +see below/);
    expect(out).toContain('built in: stored templates are switched off (templates.stored)');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('orchestrate template test', () => {
  it('renders for a sample, and says what is missing', async () => {
    const sound = await template(`test --kind orchestrator --file ${file('plan.md', EXTENDED)} --json`);
    expect(sound.code).toBe(0);
    expect(sound.json<TemplateTestOutput>()).toMatchObject({ missing: [], unknown: [], sound: true });
    const poor = await template('test --kind orchestrator --json --file -', { stdin: 'Plan {{ what }}.' });
    expect(poor.code).toBe(5);
    const output = poor.json<TemplateTestOutput>();
    expect(output).toMatchObject({
      missing: ['feature_request', 'revision'],
      unknown: ['what'],
      sound: false,
    });
    expect(output.contract).toEqual(
      ['ANALYSIS_TEMPLATE', 'IMPLEMENTATION_TEMPLATE', 'EXECUTION_NOTES'].map((section) => ({
        section,
        asked_for: false,
      })),
    );
  });

  it('shows the difference to what a session was given, and gives nothing out', async () => {
    await run('orchestrate plan Tea');
    const before = await run('orchestrate show --json');
    const same = await template('test builtin/orchestrator --against tea --session Tea');
    expect(same.code).toBe(3);
    const line = `test --kind orchestrator --file ${file('plan.md', EXTENDED)} --against Tea`;
    const { code, out } = await template(line);
    expect(code).toBe(0);
    expect(out).toContain('+ - Say what it costs.');
    expect((await template('test builtin/orchestrator --against Tea')).out).toContain(
      'The same as what session',
    );
    expect((await run('orchestrate show --json')).out).toBe(before.out);
  });

  it('compares with the prompt of its kind, not with the follow-up that came after it', async () => {
    await run('orchestrate plan Tea');
    const stdin =
      '### 1. ANALYSIS_TEMPLATE\n```markdown\nx\n```\n### 2. IMPLEMENTATION_TEMPLATE\n```\ny\n```\n';
    expect((await run('orchestrate process --file -', { stdin })).code).toBe(5);
    for (const kind of ['orchestrator', 'follow-up']) {
      const { against } = (
        await template(`test builtin/${kind} --against Tea --json`)
      ).json<TemplateTestOutput>();
      expect(against).toMatchObject({ template: `builtin/${kind}`, same: true });
    }
  });

  it.each(['orchestrator', 'analysis', 'implementation', 'follow-up'])(
    'finds nothing missing in the built-in %s template',
    async (kind) => {
      const { code, out } = await template(`test builtin/${kind}`);
      expect([code, out]).toEqual([0, expect.stringContaining('Nothing is missing.')]);
    },
  );

  it('needs to know what a text is for, and says where a template cannot be rendered', async () => {
    expect((await template('test --file -', { stdin: 'x' })).err).toContain('Say it with --kind');
    const wrong = await template('test --kind analysis --file -', { stdin: '\n{{ 1 | nothing }}' });
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toContain(':2:');
  });
});

describe('orchestrate template link', () => {
  it('finds the template that gives the same text, for prompts that name no version', async () => {
    await run('orchestrate plan Tea');
    await template(`add orchestrator --file ${file('plan.md', EXTENDED)}`);
    await run('orchestrate plan Coffee');
    await run('orchestrate plan Water');
    await forget();
    await spoil('Water');
    const dry = (await template('link --dry-run --json')).json<TemplateLinkOutput>();
    const linked = (await template('link --json')).json<TemplateLinkOutput>();
    expect(linked).toEqual({ ...dry, dry_run: false });
    expect(linked.looked).toBe(3);
    expect(linked.linked.map(({ template: name, layer }) => [name, layer]).sort()).toEqual([
      ['builtin/orchestrator', 'built-in'],
      ['orchestrator@1', 'project'],
    ]);
    const { attempts } = (await run('orchestrate show Coffee --json')).json<ShowOutput>();
    expect(attempts[0]).toMatchObject({
      template: 'orchestrator@1',
      template_source: { layer: 'project', note: expect.stringContaining('found afterwards') },
    });
    expect((await template('link --json')).json<TemplateLinkOutput>()).toMatchObject({
      looked: 1,
      linked: [],
    });
  });

  /** As sessions were before they named the versions of their templates. */
  async function forget(): Promise<void> {
    const store = await openStore(bench.db, systemClock);
    const { database } = store;
    await database.deleteFrom('phase_prompt_versions').execute();
    const nothing = { template_layer: null, template_checksum: null, template_note: null };
    await database.updateTable('orchestration_phases').set(nothing).execute();
    await store.close();
  }

  /** Another text than any template gives. */
  async function spoil(title: string): Promise<void> {
    const store = await openStore(bench.db, systemClock);
    const [session] = await store.sessions.titled(title);
    const prompt = JSON.stringify([{ role: 'user', text: 'Something else.' }]);
    await store.database
      .updateTable('orchestration_phases')
      .set({ prompt })
      .where('session_id', '=', session?.id ?? '')
      .execute();
    await store.close();
  }
});

describe('orchestrate template export', () => {
  it('writes templates, and refuses other prompts', async () => {
    await template(`add orchestrator --file ${file('plan.md', EXTENDED)}`);
    await run('prompt create review --text Review.');
    const { files } = (await template('export out --json')).json<PromptExportOutput>();
    expect(files.map(({ file: name }) => name)).toEqual(['orchestrator.md']);
    expect((await template('export out --prompt orchestrator')).code).toBe(0);
    const refused = await template('export out --prompt review');
    expect([refused.code, refused.out]).toEqual([3, '']);
  });
});

describe('a workspace', () => {
  it('has the stored templates behind its own with --use-db, and none without', async () => {
    await template('add orchestrator --global --file -', { stdin: 'Stored. {{ feature_request }}' });
    const plan = 'orchestrate plan Tea --workspace planning';
    expect((await run(plan)).out).toMatch(/^# Plan a feature/);
    expect((await run(`${plan} --use-db`)).out).toBe('Stored. Tea\n');
    const refused = await run(`${plan} --template orchestrator=orchestrator`);
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('There is no template')]);
    const named = await run(`${plan} --use-db --template orchestrator=orchestrator@1 --json`);
    expect(named.json<PlanOutput>().prompt).toMatchObject({ template_source: { layer: 'named' } });
    const { session } = named.json<PlanOutput>();
    const shown = await run(`orchestrate show ${session.id} --workspace planning --json`);
    expect(shown.json<ShowOutput>().attempts[0]).toMatchObject({ template: 'orchestrator@1' });
  });
});

describe('a template in force', () => {
  it('comes back in force nowhere when its project was deleted', async () => {
    const added = await template('add analysis --file -', { stdin: 'Look. {{ feature_request }}' });
    expect(added.code).toBe(0);
    await template('add implementation --file -', { stdin: 'Build. {{ analysis_results }}' });
    // One of them was deleted before its project.
    await run('prompt delete implementation --yes');
    expect((await run('project delete shop --yes')).code).toBe(0);
    for (const kind of ['analysis', 'implementation']) {
      expect((await run(`prompt undo ${kind}`)).code).toBe(0);
      expect(await inForce(kind)).toBe(`builtin/${kind}`);
    }
  });

  it('that was named and cannot be rendered stops the session, and resolve says so', async () => {
    await run('prompt create role --text Kind');
    await template('add orchestrator mine --alternative --file -', { stdin: '{% include "role" %}' });
    await run('prompt delete role --yes');
    const { out } = await template('resolve --kind orchestrator --template orchestrator=mine');
    expect(out).toMatch(/^orchestrator: mine@1$/m);
    expect(out).toContain('It was asked for, so that no other takes its place.');
    expect((await run('orchestrate plan Tea --template orchestrator=mine')).code).toBe(1);
  });

  it('is one of a list of any length', async () => {
    const app = await openApp({ db: bench.db, env: { HOME: bench.folder } });
    const content = { messages: [{ role: 'user' as const, text: 'Look.' }] };
    const about = {
      kind: 'analysis',
      category: ORCHESTRATION_CATEGORY,
      isTemplate: true,
      global: true,
      content,
    };
    const names = Array.from({ length: 205 }, (_, at) => `look-${String(at).padStart(3, '0')}`);
    for (const name of names) await createPrompt(app, { ...about, name });
    await app.close();
    const { templates } = (await template('list --kind analysis --json')).json<Listed>();
    expect(templates.map(({ name }) => name)).toEqual(['builtin/analysis', ...names]);
  });

  it('has to be a template of a kind', async () => {
    const app = await openApp({ db: bench.db, env: { HOME: bench.folder } });
    const text = { messages: [{ role: 'user' as const, text: 'Look.' }] };
    const made = await createPrompt(app, { name: 'x', kind: 'analysis', inForce: true, content: text });
    await app.close();
    expect(made.prompt.isInForce).toBe(false);
    expect(await inForce('analysis')).toBe('builtin/analysis');
  });
});

describe('a stored template', () => {
  beforeEach(async () => {
    await template('add analysis --file -', { stdin: 'One. {{ feature_request }} {{ analysis_template }}' });
    const second = 'Two. {{ feature_request }} {{ analysis_template }}';
    expect((await template(`update analysis --file ${file('two.md', second)}`)).code).toBe(0);
  });

  it('gets a new version, whose history, difference and content can be seen', async () => {
    expect(await inForce('analysis')).toBe('analysis@2');
    const { versions } = (await template('history analysis --json')).json<{ versions: unknown[] }>();
    expect(versions).toHaveLength(2);
    expect((await template('diff analysis@1 analysis@2')).out).toMatch(/^- One\..*\n\+ Two\./m);
    expect((await template('show analysis@1 --raw')).out).toMatch(/^One\./);
    expect((await template('show builtin/analysis --raw')).out).toMatch(/^# Analyse the codebase/);
  });

  it('goes back to an earlier version, and away', async () => {
    expect((await template('rollback analysis 1')).code).toBe(0);
    expect(await inForce('analysis')).toBe('analysis@3');
    expect((await template('delete analysis --yes')).code).toBe(0);
    expect(await inForce('analysis')).toBe('builtin/analysis');
    expect((await run('prompt list --deleted --json')).json<{ prompts: unknown[] }>().prompts).toMatchObject([
      { name: 'analysis' },
    ]);
    expect((await run('prompt undo analysis')).code).toBe(0);
    expect(await inForce('analysis')).toBe('analysis@3');
  });

  it('changes places with another one', async () => {
    await template('add analysis other --alternative --file -', { stdin: 'Other.' });
    expect((await template('update other --in-force')).code).toBe(0);
    expect(await inForce('analysis')).toBe('other@1');
    expect((await template('update other --alternative')).code).toBe(0);
    expect(await inForce('analysis')).toBe('builtin/analysis');
  });

  it('is exported and imported with its kind', async () => {
    expect((await template('export templates')).code).toBe(0);
    await template('delete analysis --yes');
    expect((await template('import templates --force')).code).toBe(0);
    expect(await inForce('analysis')).toBe('analysis@1');
  });

  it.each([
    ['update analysis', 2, 'Nothing was said that shall change'],
    ['update analysis --in-force --alternative', 2, 'exclude each other'],
    ['update analyses --in-force', 3, 'Did you mean analysis?'],
    ['update builtin/analysis --in-force', 4, 'comes with the program'],
    ['show plain', 3, 'no template for sessions'],
    ['delete plain --yes', 3, 'no template for sessions'],
    ['diff analysis plain', 3, 'no template for sessions'],
    ['rollback analysis 9', 3, 'has no version 9'],
  ])('says what is wrong with "%s"', async (line, code, why) => {
    await run('prompt create plain --text Plain');
    const refused = await template(line);
    expect(refused).toMatchObject({ code, out: '' });
    expect(refused.err).toContain(why);
  });
});
