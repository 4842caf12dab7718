import { describe, expect, it } from 'vitest';
import { aSession } from '../../../test/fixtures/sessions.js';
import { newAttemptId, type SessionId } from '../../base/ids.js';
import { continueCommand, nextCommand } from './next-command.js';
import type { Session } from './session.js';
import { initialState, type Lifecycle } from './session-state.js';
import { type Step, steps } from './step.js';
import { transition } from './transition.js';

function sessionAfter(last: Step | null, lifecycle: Lifecycle = 'active'): Session {
  const taken = last === null ? [] : steps.slice(0, steps.indexOf(last) + 1);
  const state = taken.reduce((before, step) => {
    const moved = transition(before, { move: 'step-done', step, attempt: newAttemptId() });
    if (!moved.allowed) throw new Error(`"${step}" was refused`);
    return moved.state;
  }, initialState);
  return aSession({ id: 's1' as SessionId, state: { ...state, lifecycle } });
}

describe('the next command', () => {
  it.each([
    [null, 'plan'],
    ['plan', 'process'],
    ['process', 'analyze'],
    ['analyze', 'save-analysis'],
    ['save-analysis', 'implement'],
    ['implement', 'complete'],
  ] as const)('after %s is %s', (last, next) => {
    expect(nextCommand(sessionAfter(last))).toBe(`prompt-runner orchestrate ${next} --session s1`);
    expect(continueCommand(sessionAfter(last))).toBe('prompt-runner orchestrate continue --session s1');
  });

  it.each([
    ['completed', sessionAfter('complete'), 'show'],
    ['cancelled', sessionAfter('process', 'cancelled'), 'undo'],
    ['deleted', sessionAfter('complete', 'deleted'), 'undo'],
  ] as const)('of a %s session looks at it or takes that back', (_, session, next) => {
    expect(nextCommand(session)).toBe(`prompt-runner orchestrate ${next} s1`);
    expect(continueCommand(session)).toBe(`prompt-runner orchestrate ${next} s1`);
  });
});
