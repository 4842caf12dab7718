import { describe, expect, it } from 'vitest';
import { defineCommand, runnable } from '../command.js';
import { typedPlace } from './typed-place.js';

const command = runnable(
  defineCommand({
    name: 'try',
    purpose: 'Try.',
    arguments: {
      session: { required: false, description: 'The session.', completes: 'session' },
      file: { required: false, description: 'A file.', completes: 'file' },
    },
    options: {
      session: {
        kind: 'text',
        short: 's',
        placeholder: 'ID',
        description: 'The session.',
        completes: 'session',
      },
      status: { kind: 'choice', choices: ['open', 'closed'], description: 'The status.' },
      force: { kind: 'flag', short: 'f', description: 'Force it.' },
    },
    examples: [{ command: 'prompt-runner try', shows: 'A try' }],
  }),
  async () => ({ run: async () => 0 }),
);

const at = (line: string) => typedPlace(command, line.split(' '));

describe('the word that is being typed', () => {
  it.each([
    ['', 'The session.', ''],
    ['s4', 'The session.', 's4'],
    ['s4k2 ', 'A file.', ''],
    ['--force s4k2 a', 'A file.', 'a'],
    ['-f s4k2 a', 'A file.', 'a'],
    ['--status open s4k2 a', 'A file.', 'a'],
    ['--status=open s4k2 a', 'A file.', 'a'],
    ['-- s4k2 --a', 'A file.', '--a'],
    ['- a', 'A file.', 'a'],
    ['--status op', 'The status.', 'op'],
    ['--status=op', 'The status.', 'op'],
    ['--status ', 'The status.', ''],
    ['-fs s4', 'The session.', 's4'],
    ['--status --se', 'The status.', '--se'],
  ])('of "%s" is a value of: %s', (line, description, typed) => {
    expect(at(line)).toMatchObject({ what: 'value', of: { description }, typed });
  });

  it('is an option after a dash, of those not given yet', () => {
    const place = at('--force --status=open --');
    expect(place?.what).toBe('option');
    const left = place?.what === 'option' ? Object.keys(place.options) : [];
    expect(left).toContain('session');
    expect(left).not.toContain('force');
    expect(left).not.toContain('status');
  });

  it('is nothing where no more arguments can stand', () => {
    expect(at('one two ')).toBeNull();
  });

  it('knows what stands before the value in its word', () => {
    expect(at('--status=op')).toMatchObject({ before: '--status=' });
    expect(at('--status op')).toMatchObject({ before: '' });
  });

  it.each(['--session s4k2 --status ', '--session=s4k2 --status ', '-s s4k2 --status ', 's4k2 --status '])(
    'goes with the session that "%s" names',
    (line) => {
      expect(at(line)).toMatchObject({ named: { session: 's4k2' } });
    },
  );

  it('is one more of an argument that repeats', () => {
    const words = { required: true, repeats: true, description: 'Words.', completes: 'project' } as const;
    const repeating = { ...command, arguments: { words } };
    for (const line of ['', 'one ', 'one two th']) {
      expect(typedPlace(repeating, line.split(' '))).toMatchObject({ of: { description: 'Words.' } });
    }
  });
});
