import { describe, expect, it } from 'vitest';
import { headedBodies } from './headed-bodies.js';

describe('headedBodies', () => {
  it('ends a section at any heading that stands no deeper', () => {
    const text =
      '# Report\n\n## Tests\n- a\n### Slow ones\n- b\n\n## Notes\n- c\n\n## Verification\n1. d\n# comment\n';
    expect(headedBodies(text)).toEqual({
      sections: [
        { key: 'tests', text: '- a\n### Slow ones\n- b' },
        { key: 'verification', text: '1. d\n# comment' },
      ],
      leftOver: '# Report\n\n## Notes\n- c',
    });
  });

  it('finds sections below a heading that names none, and ends them above it', () => {
    const text = '## Work\n### Files created\n- `a.ts`\n### Tests\n- a.test.ts\n## Rollout\nNone.';
    expect(headedBodies(text)).toEqual({
      sections: [
        { key: 'created', text: '- `a.ts`' },
        { key: 'tests', text: '- a.test.ts' },
      ],
      leftOver: '## Work\n## Rollout\nNone.',
    });
  });

  it('reads sections of the first depth, and a title that holds a name', () => {
    expect(headedBodies('# Tests\n- a\n# Notes\n- b').sections).toEqual([{ key: 'tests', text: '- a' }]);
    expect(headedBodies('# Features: export\n## Tests\n- a').sections).toEqual([
      { key: 'tests', text: '- a' },
    ]);
  });

  it('takes bold lines for headings, but not those of a list of files', () => {
    const text =
      '**Files created**\n\n**src/a.ts**\n**Changes:**\n- b\n\n**2. Tests:**\n- c\n\n**Success so far**\n- d';
    expect(headedBodies(text)).toEqual({
      sections: [
        { key: 'created', text: '\n**src/a.ts**\n**Changes:**\n- b' },
        { key: 'tests', text: '- c' },
      ],
      leftOver: '\n**Success so far**\n- d',
    });
  });

  it('passes over code and comments of the commands in a list', () => {
    const text = '## Verification\n```sh\n## Tests\n```\n1. run\n     ## Notes\n     npm test';
    expect(headedBodies(text).sections).toEqual([
      { key: 'verification', text: '```sh\n## Tests\n```\n1. run\n     ## Notes\n     npm test' },
    ]);
  });
});
