import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { shellWord } from './shell-word.js';

describe('a word for a shell', () => {
  it('stays as it is when it is plain', () => {
    expect(['planning', './a-b_c/d.e@1:2'].map(shellWord)).toEqual(['planning', './a-b_c/d.e@1:2']);
  });

  it.skipIf(process.platform === 'win32')('comes back from a shell whatever is in it', () => {
    const words = ['', 'two words', "it's", '$HOME `id` $(id)', 'a\\b"c', '~/x', '*', 'line\nend', ';&|<>#!'];
    for (const word of words) {
      const { stdout } = spawnSync('sh', ['-c', `printf %s ${shellWord(word)}`], { encoding: 'utf8' });
      expect(stdout).toBe(word);
    }
  });
});
