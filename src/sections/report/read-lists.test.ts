import { describe, expect, it } from 'vitest';
import { readChecks, readCriteria } from './read-checks.js';
import { readFeatures } from './read-features.js';
import { readSteps } from './read-steps.js';
import { readTests } from './read-tests.js';

describe('readTests', () => {
  it('tells files from remarks and keeps what stands below', () => {
    const text =
      'Everything is covered.\n\nTest files:\n- `a.test.ts` - 4 cases\n  - the empty one\n- all 12 pass\n';
    expect(readTests(text)).toEqual({
      value: [
        { text: '`a.test.ts` - 4 cases', path: 'a.test.ts', details: ['the empty one'] },
        { text: 'all 12 pass', path: null, details: [] },
      ],
      unread: ['Everything is covered.'],
    });
  });
});

describe('readSteps', () => {
  it('keeps the commands below each numbered step, comments included', () => {
    const text = 'To verify:\n\n1. Migrate:\nnpm run up\n2. Try it:\n# first\nnpm start\n\n   - look at it\n';
    expect(readSteps(text)).toEqual({
      value: ['Migrate:\nnpm run up', 'Try it:\n# first\nnpm start\n- look at it'],
      unread: ['To verify:'],
    });
  });

  it('takes items where nothing is numbered', () => {
    expect(readSteps('- one\n- two\n  - more').value).toEqual(['one', 'two\n- more']);
  });

  it('takes a section without steps as one', () => {
    expect(readSteps('```\nnpm test\n```').value).toEqual(['```\nnpm test\n```']);
    expect(readSteps('').value).toEqual([]);
  });
});

describe('readChecks', () => {
  it('tells done from open', () => {
    const text =
      'State:\n- ✅ types pass\n- [x] lint passes\n- plain\n  goes on\n- [ ] documented\n- ❌ e2e\n⚠️ slow\n\nBye.';
    expect(readChecks(text)).toEqual({
      value: {
        confirmations: ['types pass', 'lint passes', 'plain goes on'],
        unconfirmed: ['documented', 'e2e', 'slow'],
      },
      unread: ['State:', 'Bye.'],
    });
  });
});

describe('readCriteria', () => {
  it('believes marks only', () => {
    expect(readCriteria('- [x] fast\n- safe\n- [ ] small\n')).toEqual({
      value: { confirmations: ['fast'], unconfirmed: ['small'] },
      unread: ['safe'],
    });
  });
});

describe('readFeatures', () => {
  it('names each and keeps what stands below', () => {
    const text = '1. **Search:**\n   - fast\n     - very\n2. Export\n\nThank you for reading all of this.';
    expect(readFeatures(text)).toEqual({
      value: [
        { name: 'Search', details: ['fast', 'very'] },
        { name: 'Export', details: [] },
      ],
      unread: ['Thank you for reading all of this.'],
    });
  });
});
