import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttemptId, newAttemptId } from '../../base/ids.js';
import { dueStep, initialState, type SessionState, statusOf } from './session-state.js';
import { type Step, steps, stepsAfter } from './step.js';
import { blockedBy, refusalOf, type SessionMove, standingOf, transition } from './transition.js';

function stateAfter(...moves: SessionMove[]): SessionState {
  return moves.reduce((state, move) => {
    const next = transition(state, move);
    if (!next.allowed) throw new Error(`refused: ${JSON.stringify(next.reason)}`);
    return next.state;
  }, initialState);
}

function done(step: Step): SessionMove {
  return { move: 'step-done', step, attempt: newAttemptId() };
}

const through = (last: Step) => steps.slice(0, steps.indexOf(last) + 1).map(done);

describe('the transition table', () => {
  it.each([
    ['plan', 'process', 'planning'],
    ['process', 'analyze', 'analysis'],
    ['analyze', 'save-analysis', 'analysis'],
    ['save-analysis', 'implement', 'implementation'],
    ['implement', 'complete', 'implementation'],
    ['complete', null, 'completed'],
  ] as const)('after %s, %s is due and the status is %s', (step, due, status) => {
    const state = stateAfter(...through(step));
    expect(dueStep(state)).toBe(due);
    expect(statusOf(state)).toBe(status);
  });

  it('keeps a session in planning while the answer is incomplete', () => {
    const state = stateAfter(done('plan'), {
      move: 'answer-incomplete',
      step: 'process',
      attempt: newAttemptId(),
    });
    expect(dueStep(state)).toBe('process');
    expect(statusOf(state)).toBe('planning');
    expect(refusalOf(state, 'analyze')).toEqual({
      because: 'step-missing',
      step: 'analyze',
      missing: 'process',
    });
  });

  it('refuses a step whose ground is missing, and names the first that is', () => {
    const state = stateAfter(done('plan'));
    expect(transition(state, done('complete'))).toEqual({
      allowed: false,
      reason: { because: 'step-missing', step: 'complete', missing: 'process' },
    });
    expect(blockedBy(state, 'implement')).toBe('process');
    expect(standingOf(state, 'implement')).toBe('blocked');
    expect(standingOf(state, 'process')).toBe('due');
  });

  it('marks what came after a step that is done again as stale', () => {
    const state = stateAfter(...through('complete'), done('process'));
    expect(steps.filter((step) => state.steps[step].state === 'stale')).toEqual([
      'analyze',
      'save-analysis',
      'implement',
      'complete',
    ]);
    expect(statusOf(state)).toBe('analysis');
  });

  it('closes a session for every step, and not twice', () => {
    const cancelled = stateAfter(done('plan'), { move: 'cancel' });
    expect(statusOf(cancelled)).toBe('cancelled');
    expect(dueStep(cancelled)).toBeNull();
    expect(refusalOf(cancelled, 'process')).toEqual({ because: 'cancelled' });
    expect(transition(cancelled, { move: 'cancel' }).allowed).toBe(false);
    expect(standingOf(cancelled, 'process')).toBe('closed');
    expect(transition(cancelled, { move: 'delete' }).allowed).toBe(true);
  });

  it('cancels no completed session', () => {
    expect(transition(stateAfter(...through('complete')), { move: 'cancel' })).toEqual({
      allowed: false,
      reason: { because: 'already-completed' },
    });
  });

  it('holds for any sequence of moves: what is done stands on what is done', () => {
    const move = fc.oneof(
      fc
        .constantFrom(...steps)
        .map((step): SessionMove => ({ move: 'step-done', step, attempt: 'a' as AttemptId })),
      fc.constant<SessionMove>({ move: 'answer-incomplete', step: 'process', attempt: 'a' as AttemptId }),
      fc.constant<SessionMove>({ move: 'cancel' }),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        let state = initialState;
        for (const next of moves) {
          const moved = transition(state, next);
          if (moved.allowed) state = moved.state;
        }
        const undone = steps.findIndex((step) => state.steps[step].state !== 'done');
        const rest = undone < 0 ? [] : stepsAfter(steps[undone] ?? 'complete');
        expect(rest.every((step) => state.steps[step].state !== 'done')).toBe(true);
      }),
    );
  });
});
