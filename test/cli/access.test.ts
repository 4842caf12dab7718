import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { asOwner } from '../fixtures/as-owner.js';
import { isServer } from '../fixtures/empty-store.js';
import { exampleText, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

const run = (line: string, actor = 'tester') =>
  bench.run(line.split(' '), { env: { PROMPT_RUNNER_ACTOR: actor } });

describe.skipIf(isServer())('roles on a file', () => {
  beforeEach(() => run('project create shop --no-root'));

  it('are nobody’s until the first is given, and then close the project', async () => {
    expect((await run('project members --project shop')).out).toContain('everybody who can open the store');
    const granted = await run('project grant ann --role editor --project shop');
    expect(granted.out).toContain('ann is editor in project "shop". tester is its admin.');
    expect((await run('project members --project shop')).out).toMatch(/ann +editor[\s\S]*tester +admin/);
    expect((await run('project list', 'eve')).out).toContain('No projects.');
    expect(await run('project show shop', 'eve')).toMatchObject({ code: 3 });
  });

  it('are told with who can give more', async () => {
    await run('project grant ann --role reader --project shop');
    const refused = await run('orchestrate plan Pages --project shop', 'ann');
    expect(refused.code).toBe(4);
    expect(refused.err).toContain('takes the role editor in project "shop", and ann has the role reader');
    expect(refused.err).toContain('tester can grant it');
    expect(refused.err).toContain('prompt-runner project grant ann --role editor --project shop');
  });

  it('tell nothing of a project that somebody may not see, but that its name is taken', async () => {
    await run('project grant ann --role editor --project shop');
    const refused = await run('project create shop', 'eve');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('There is a project called "shop" already.');
    expect(refused.err).not.toContain('prompt-runner project show');
    expect((await run('project create shop', 'ann')).err).toMatch(/prompt-runner project show p\w{12}/);
  });

  it('leave the last admin', async () => {
    await run('project grant ann --role editor --project shop');
    expect(await run('project revoke tester --project shop')).toMatchObject({ code: 4 });
    expect(await run('project grant tester --role reader --project shop')).toMatchObject({ code: 4 });
    expect(await run('project revoke ann --project shop')).toMatchObject({ code: 0 });
    expect(await run('project revoke ann --project shop')).toMatchObject({ code: 3 });
  });

  it('keep a protected label for admins', async () => {
    await run('project grant ann --role editor --project shop');
    await run('prompt create review --text Hello --project shop', 'ann');
    expect(await run('prompt label review production --project shop', 'ann')).toMatchObject({ code: 4 });
    expect(await run('prompt label review staging --project shop', 'ann')).toMatchObject({ code: 0 });
    expect(await run('prompt label review production --project shop')).toMatchObject({ code: 0 });
  });

  it('are on record', async () => {
    await run('project grant ann --role editor --project shop');
    expect((await run('audit list --kind member')).out).toContain('member.granted');
    expect((await run('audit list --kind member', 'eve')).out).not.toContain('member.granted');
    expect(await run('audit verify', 'eve')).toMatchObject({ code: 4 });
    expect(await run('audit verify')).toMatchObject({ code: 0 });
  });

  it('are for logins of a server where db grant gives them', async () => {
    const refused = await run('db grant ann --project shop');
    expect(refused).toMatchObject({ code: 4, err: expect.stringContaining('knows no logins') });
    expect(await run('db revoke ann')).toMatchObject({ code: 4 });
  });

  it('show whose a session is, and who moved it, when it is somebody else', async () => {
    await run('orchestrate plan Pages --project shop', 'ann');
    const { out } = await run('orchestrate list-sessions --project shop', 'ann');
    expect(out).not.toContain('Owner');
    expect((await run('orchestrate list-sessions --project shop')).out).toMatch(/Owner[\s\S]* ann /);
    expect((await run('orchestrate status Pages')).out).toContain("It is ann's. ann moved it");
    expect((await run('orchestrate status Pages', 'ann')).out).not.toContain("ann's");
    expect((await run('orchestrate status Pages --json')).json()).toMatchObject({
      work: { owner: 'ann', last: { actor: 'ann' }, run: null },
    });
    await run('orchestrate cancel Pages');
    const moved = await run('orchestrate list-sessions --project shop', 'ann');
    expect(moved.out).toMatch(/Updated +By\n.* tester\n/);
    const { sessions } = (await run('orchestrate list-sessions --json')).json<{ sessions: unknown[] }>();
    expect(sessions).toMatchObject([{ created_by: 'ann', moved_by: 'tester' }]);
  });

  it('let nobody replace what somebody else answered, unless it is meant', async () => {
    const answer = (name: string) => {
      writeFileSync(
        join(bench.work, name),
        exampleText('planning-answer.md').replace('##', `## ${name}\n\n##`),
      );
      return join(bench.work, name);
    };
    await run('orchestrate plan Pages --project shop', 'ann');
    expect(await run(`orchestrate process Pages --file ${answer('bobs')}`, 'bob')).toMatchObject({ code: 0 });
    const refused = await run(`orchestrate process Pages --file ${answer('anns')}`, 'ann');
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(
      /bob answered this step at [-\d]+ [:\d]+ UTC, and the session is at move 2 \(analysis, analyze is due\)/,
    );
    expect(refused.err).toMatch(
      /It is kept as attempt \w+\.[\s\S]*orchestrate retry \w+ --attempt \w+ --force/,
    );
    expect(await run(`orchestrate process Pages --file ${answer('bobs-second')}`, 'bob')).toMatchObject({
      code: 0,
    });
    const meant = await run(`orchestrate process Pages --force --file ${answer('anns-second')}`, 'ann');
    expect(meant).toMatchObject({ code: 0 });
  });

  it('leave a list room on 80 columns', async () => {
    await run(
      'orchestrate plan Pages-for-guests-that-have-no-account --project shop',
      'ann-who-has-a-long-name',
    );
    await run('orchestrate cancel Pages-for-guests-that-have-no-account', 'bob-who-has-a-long-name');
    const { out } = await bench.run(['orchestrate', 'list-sessions'], { terminal: ['stdout'], columns: 80 });
    expect(out).toContain('bob-');
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  });
});

describe.skipIf(!isServer())('roles on a server', () => {
  const login = `t${process.pid}_${randomBytes(4).toString('hex')}`;

  beforeEach(async () => {
    await inServer(`create role "${login}" login`);
    await run('project create shop --no-root');
    await run('project create bank --no-root');
  });
  afterEach(() => inServer(`drop owned by "${login}"; drop role "${login}"`));

  const inServer = (statement: string) => asOwner(bench.db, (client) => client.query(statement));
  const asAnn = (line: string) => {
    const place = new URL(bench.db);
    place.username = login;
    place.password = '';
    return bench.run(line.split(' '), { env: { PROMPT_RUNNER_DB: place.href, PROMPT_RUNNER_ACTOR: 'chef' } });
  };

  it('let a login in, under its own name, and out again', async () => {
    const closed = {
      code: 4,
      err: expect.stringMatching(
        new RegExp(`is not open to ${login}\\.[\\s\\S]+prompt-runner db grant ${login} --project NAME`),
      ),
    };
    for (const line of ['project list', 'db current']) expect(await asAnn(line)).toMatchObject(closed);
    expect(await run(`db grant ${login} --role editor --project shop`)).toMatchObject({ code: 0 });
    expect(await asAnn('orchestrate plan Pages --project shop')).toMatchObject({ code: 0 });
    const status = await asAnn('orchestrate status Pages --json');
    expect(status.json()).toMatchObject({ session: { created_by: login }, work: { owner: login } });
    expect(await asAnn(`project grant bob --project shop`)).toMatchObject({ code: 4 });
    expect(await asAnn(`db grant ${login} --project bank`)).toMatchObject({ code: 4 });
    const revoked = await run(`db revoke ${login} --json`);
    expect(z.strictObject({ login: z.string(), roles: z.literal(1) }).parse(revoked.json())).toBeDefined();
    expect(await asAnn('project list')).toMatchObject(closed);
  });

  it.each([
    'export part.tar.gz',
    'backup part.tar.gz',
    'check',
    'vacuum',
    'import all.tar.gz --yes',
    'restore all.tar.gz --yes',
    'upgrade',
    'downgrade --force',
  ])('keep db %s for who made the tables', async (words) => {
    await run('db export all.tar.gz');
    const refusal = {
      code: 4,
      err: expect.stringContaining(`of which ${login} sees and changes a part`),
    };
    expect(await asAnn(`db ${words}`)).toMatchObject(refusal);
    await run(`db grant ${login} --role admin --global`);
    expect(await asAnn(`db ${words}`)).toMatchObject(refusal);
    expect(existsSync(join(bench.work, 'part.tar.gz'))).toBe(false);
    expect((await run('project list')).out).toContain('bank');
  });

  it('tell nothing of a project that a login may not see, but that its name and root are taken', async () => {
    await run(`db grant ${login} --role admin --project shop`);
    await run('project create hidden --root .');
    await run('project grant bob --project hidden');
    const named = await asAnn('project create hidden --no-root');
    expect(named).toMatchObject({ code: 1, err: expect.stringContaining('called "hidden" already') });
    expect(named.err).not.toContain('prompt-runner project show');
    const rooted = await asAnn('project create other --root .');
    expect(rooted).toMatchObject({ code: 1, err: expect.stringContaining('is the root of another project') });
    const renamed = await asAnn('project update shop --name hidden');
    expect(renamed).toMatchObject({ code: 1, err: expect.stringContaining('called "hidden" already') });
    expect((await asAnn('project create shop --no-root')).err).toContain('prompt-runner project show');
  });

  it('know no login that the server does not', async () => {
    const refused = await run('db grant nobody_of_that_name --project shop');
    expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('create role') });
  });
});
