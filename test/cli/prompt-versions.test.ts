import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunOptions, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(async () => {
  bench = new Workbench();
  await run(['create', 'review', '--text', 'Be brief.\nReview the change.\nThank you.\n', '--note', 'First']);
});
afterEach(() => bench.dispose());

const run = (words: readonly string[], options: RunOptions = {}) => bench.run(['prompt', ...words], options);
const update = (text: string, ...more: string[]) => run(['update', 'review', '--text', text, ...more]);
const raw = async (reference: string) => (await run(['show', reference, '--raw'])).out;

interface AuditLog {
  readonly entries: readonly {
    readonly action: string;
    readonly subject: { readonly kind: string; readonly name: string };
    readonly before: unknown;
    readonly after: unknown;
    readonly note: string | null;
    readonly forced: boolean;
  }[];
}
const lastAudit = async () => (await bench.run(['audit', 'list', '--json'])).json<AuditLog>().entries[0];

describe('versions', () => {
  it('are listed with labels, authors, sizes and notes, the newest first', async () => {
    await update('Two');
    await run(['label', 'review', 'production', '1']);
    const { out } = await run(['versions', 'review'], { terminal: true });
    const [, newest, first] = out.split('\n');
    expect(newest).toMatch(/^ +2 .*tester\S* +3 B$/);
    expect(first).toMatch(/^ +1 +production .*tester\S* +\d+ B +First$/);
    expect((await run(['versions', 'review', '--limit', '1'])).out).toContain('1 of 2 versions');
  });

  it('are named by number and label, wherever a prompt is named', async () => {
    await update('Two');
    await run(['label', 'review', 'staging', '1']);
    expect(await raw('review@1')).toBe(await raw('review@staging'));
    expect(await raw('review@latest')).toBe('Two\n');
  });

  it.each([
    ['review@3', 3, 'they go from 1 to 1'],
    ['review@beta', 3, 'has no label "beta"'],
    ['review@0', 2, 'versions count from 1'],
    ['review@99999999999999999999', 2, 'is no version'],
    ['rewiev', 3, 'Did you mean review?'],
  ])('that are not there: %s', async (reference, code, message) => {
    const refused = await run(['show', reference]);
    expect(refused).toMatchObject({ code, err: expect.stringContaining(message) });
  });
});

describe('a difference', () => {
  it('is that of the last change, with words', async () => {
    await update('Be brief.\nReview the whole change.\nThank you.\n', '--note', 'All of it');
    expect((await run(['diff', 'review'])).out).toBe(
      '- review@1 (First)\n+ review@2 (All of it)\n\n' +
        '  Be brief.\n- Review the change.\n+ Review the whole change.\n  Thank you.\n',
    );
    const { out } = await run(['diff', 'review'], { colour: true });
    expect(out).toContain('\u001b[1mwhole \u001b[22m');
    expect((await run(['diff', 'review', '--json'])).json()).toMatchObject({
      same: false,
      messages: [
        {
          hunks: [
            { kind: 'same', text: 'Be brief.\n' },
            { kind: 'removed', words: [{ is_changed: false, text: 'Review the change.\n' }] },
            {
              kind: 'added',
              words: [
                { is_changed: false, text: 'Review the ' },
                { is_changed: true, text: 'whole ' },
                { is_changed: false, text: 'change.\n' },
              ],
            },
            { kind: 'same' },
          ],
        },
      ],
    });
  });

  it('tells of messages, variables and settings', async () => {
    const file = join(bench.work, 'own.md');
    writeFileSync(
      file,
      '---\nvariables:\n  - name: who\n    description: Whom\nparameters: {maxTokens: 5}\nmessages: marked\n---\n<!-- system -->\nYou.\n<!-- user -->\nHi {{ who }}\n',
    );
    await run(['update', 'review', '--file', file]);
    const { out } = await run(['diff', 'review']);
    expect(out).toContain('Message 1 (user, now system)');
    expect(out).toContain('Message 2 (user, new)');
    expect(out).toContain('Variables\n+ who: type "string", description "Whom", required true\n');
    expect(out).toContain('Settings\n+ parameters.maxTokens: 5');
  });

  it('is there between any two versions, and any two prompts', async () => {
    await update('Two');
    await update('Three');
    await run(['create', 'other', '--text', 'Three']);
    expect((await run(['diff', 'review@1'])).out).toContain('+ review@3');
    expect((await run(['diff', 'review@1', 'review@2'])).out).toContain('+ Two');
    expect((await run(['diff', 'review', 'other'])).out).toBe('review@3 and other@1 say the same.\n');
  });

  it('of a carriage return or a line end alone can be seen', async () => {
    const line = (text: string) => run(['update', 'review'], { stdin: text });
    await line('One\nTwo\n\n');
    await line('One\nTwo');
    expect((await run(['diff', 'review'])).out).toContain('+ Two (no line end)');
    await line('One\r\nTwo');
    expect((await run(['diff', 'review'])).out).toContain('+ One␍');
  });

  it('needs two versions', async () => {
    const refused = await run(['diff', 'review']);
    expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('one version only') });
  });
});

describe('going back', () => {
  it('makes a new version of what an earlier one said', async () => {
    await update('Two');
    const back = await run(['rollback', 'review', '1']);
    expect(back.out).toContain('says again what 1 said, as version 3');
    expect(await raw('review')).toBe(await raw('review@1'));
    expect(await raw('review@2')).toBe('Two\n');
    const { versions } = (await run(['versions', 'review', '--json'])).json<{
      versions: readonly { note: string }[];
    }>();
    expect(versions[0]?.note).toBe('back to version 1');
  });

  it('changes nothing when the newest says just that', async () => {
    expect((await run(['rollback', 'review', '1'])).out).toContain('is unchanged');
  });

  it.each([
    ['9', 3],
    ['beta', 3],
    ['0', 2],
    ['A b', 2],
  ])('to what is not there is refused: %s', async (version, code) => {
    expect((await run(['rollback', 'review', version])).code).toBe(code);
  });
});

describe('labels', () => {
  beforeEach(() => update('Two'));

  it('point to the newest version unless told otherwise, and move', async () => {
    expect((await run(['label', 'review', 'staging'])).out).toContain('points to version 2 now.');
    expect((await run(['label', 'review', 'staging', '1'])).out).toContain(
      'points to version 1 now, and no longer to 2.',
    );
    expect((await run(['label', 'review@staging', 'beta'])).out).toContain('points to version 1 now');
    expect((await run(['label', 'review', 'staging', '1'])).out).toContain('already');
    expect((await run(['label', 'review'])).out).toMatch(/beta +1 .*\nstaging +1 /);
  });

  it('that are protected move with --force only, once they stand, and the audit log says so', async () => {
    await run(['label', 'review', 'production', '1']);
    const refused = await run(['label', 'review', 'production', '2']);
    expect(refused).toMatchObject({
      code: 4,
      err: expect.stringContaining('is protected, and points to version 1'),
    });
    expect(refused.err).toContain('Next: prompt-runner prompt label review production 2 --force');
    expect((await run(['label', 'review', 'production', '--remove'])).code).toBe(4);
    const forced = await run(['label', 'review', 'production', '2', '--force', '--note', 'Tried']);
    expect(forced.out).toContain('It was protected');
    expect(await lastAudit()).toMatchObject({
      action: 'label.moved',
      subject: { kind: 'label', name: 'review@production' },
      before: { version: 1 },
      after: { version: 2 },
      note: 'Tried',
      forced: true,
    });
  });

  it('are taken away, and every move is kept', async () => {
    await run(['label', 'review', 'staging', '1', '--note', 'To try']);
    await run(['label', 'review', 'staging', '2']);
    await run(['label', 'review', 'staging', '--remove']);
    expect((await run(['label', 'review'])).out).toContain('has no labels');
    const { moves } = (await run(['label', 'review', '--json'])).json<{
      moves: readonly { from: number | null; to: number | null; note: string | null }[];
    }>();
    expect(moves.map(({ from, to, note }) => [from, to, note])).toEqual([
      [2, null, null],
      [1, 2, null],
      [null, 1, 'To try'],
    ]);
    const { out } = await run(['label', 'review', '--history']);
    expect(out).toMatch(/staging +2 +gone/);
    expect(out).toMatch(/staging +new +1 .*To try/);
  });

  it.each([
    [['label', 'review', '12'], 2, 'a number means a version'],
    [['label', 'review', 'latest'], 2, 'always means the newest'],
    [['label', 'review', 'Über'], 2, 'small letters'],
    [['label', 'review', 'staging', '9'], 3, 'they go from 1 to 2'],
    [['label', 'review', 'staging', '--remove'], 3, 'has no label "staging"'],
    [['label', 'review', 'staging', '1', '--remove'], 2, 'Leave the version out'],
    [['label', 'review@1', 'staging', '2'], 2, 'named twice'],
    [['label', 'review', '--force'], 2, 'Which label'],
    [['label', 'review', 'staging', '--history'], 2, 'about all labels'],
  ])('are refused: %j', async (words, code, message) => {
    expect(await run(words)).toMatchObject({ code, err: expect.stringContaining(message) });
  });
});

describe('a template that comes with the program', () => {
  it('is shown, copied and compared, and not changed', async () => {
    const shown = await run(['show', 'builtin/analysis']);
    expect(shown.out).toContain('Next: prompt-runner prompt render builtin/analysis --var ');
    await run(['copy', 'builtin/analysis', 'analysis']);
    expect((await run(['diff', 'builtin/analysis', 'analysis'])).out).toContain('say the same');
    for (const words of [['edit'], ['delete', '--yes'], ['update', '--text', 'x']]) {
      const [verb = '', ...more] = words;
      expect(await run([verb, 'builtin/analysis', ...more])).toMatchObject({
        code: 4,
        err: expect.stringContaining('comes with the program'),
      });
    }
  });
});

describe('the audit log', () => {
  it('has an entry for each version and each change of what a prompt is kept as', async () => {
    await update('Two', '--note', 'Better', '--category', 'code');
    const { entries } = (await bench.run(['audit', 'list', '--json'])).json<AuditLog>();
    expect(entries.map(({ action }) => action)).toEqual([
      'prompt.changed',
      'prompt.version-added',
      'prompt.created',
    ]);
    expect(entries[1]).toMatchObject({ before: { version: 1 }, after: { version: 2 }, note: 'Better' });
    expect((await bench.run(['audit', 'verify'])).code).toBe(0);
  });
});
