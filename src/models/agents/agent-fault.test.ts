import { describe, expect, it } from 'vitest';
import type { ProcessEnd } from '../../base/process/process-end.js';
import { agentFault } from './agent-fault.js';
import { AnswerDraft } from './output/answer-draft.js';

const surroundings = { env: {}, cwd: '/', timeoutMs: 90_000, idleMs: 20_000, maxOutputBytes: 1000 };

function judge(end: ProcessEnd, prepare: (draft: AnswerDraft) => void = () => {}, stderr = '') {
  const draft = new AnswerDraft({ signal: new AbortController().signal }, '/repo');
  prepare(draft);
  const run = { end, stderr };
  return agentFault({ agent: 'codex', run, draft, exitFaults: {}, surroundings, warnings: ['Mind it.'] });
}

const wellEnded: ProcessEnd = { outcome: 'exited', code: 0 };

describe('the run of an agent', () => {
  it('is no fault when it ended well and said something', () => {
    const fault = judge(wellEnded, (draft) => {
      draft.finished = true;
      draft.addMessage('Done.');
    });
    expect(fault).toBeNull();
  });

  it('is no fault when it did something and had nothing to say', () => {
    const fault = judge(wellEnded, (draft) => {
      draft.finished = true;
      draft.useTool({ name: 'Write', input: { file_path: 'a' } });
    });
    expect(fault).toBeNull();
  });

  it('keeps what had come when its time is up', () => {
    const fault = judge({ outcome: 'timed-out' }, (draft) => draft.addMessage('So far.'));
    expect(fault?.message).toBe('codex was not done after 1 min 30 s.');
    expect(fault?.details.partial).toMatchObject({ text: 'So far.', warnings: ['Mind it.'] });
    expect(fault?.passing).toBe(true);
  });

  it('fails for what it was trying again for when its time was up', () => {
    const fault = judge({ outcome: 'idle' }, (draft) => {
      draft.problem = { fault: 'rate-limited', status: 429, message: 'its provider answers 429.' };
    });
    expect(fault?.message).toBe('codex printed nothing for 20 s: its provider answers 429.');
    expect(fault?.details).toMatchObject({ fault: 'rate-limited', status: 429, partial: null });
  });

  it('is interrupted by whoever asked, whatever else there was', () => {
    const fault = judge({ outcome: 'aborted' }, (draft) => {
      draft.problem = { fault: 'auth', status: 401, message: 'no' };
    });
    expect(fault?.details.fault).toBe('aborted');
  });

  it('ends with the last words of its program, shortened', () => {
    const fault = judge({ outcome: 'exited', code: 2 }, undefined, `notice\n\nbad ${'x'.repeat(5000)}\n\n`);
    expect(fault?.message).toMatch(/^codex ended with exit code 2: bad x+…\.$/);
    expect(fault?.message.length).toBeLessThan(450);
  });
});
