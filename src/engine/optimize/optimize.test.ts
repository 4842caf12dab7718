import { describe, expect, it } from 'vitest';
import { simulate } from '../../../test/drills/optimizer/simulate.js';
import { gameable, nothing, solvable, truthOf } from '../../../test/drills/optimizer/worlds.js';
import { builtinReflectionPrompts } from '../../operations/optimize/reflection-prompts.js';
import { checkScoring } from './check-scoring.js';
import { OptimizationInputError } from './errors.js';
import type { OptimizationCall } from './optimization-call.js';
import type { OptimizationPorts, OptimizationProgress } from './optimization-ports.js';
import { optimize } from './optimize.js';

const world = solvable('unit');

/** A model that always says the same, and has no ideas. */
function dullPorts(changed: Partial<OptimizationPorts> = {}): OptimizationPorts {
  return {
    ask: async () => ({ text: 'low', cost: 1000 }),
    scoring: checkScoring(world.checks),
    fetch: async () => undefined,
    prompts: builtinReflectionPrompts(),
    keep: async () => {},
    ...changed,
  };
}

const task = { start: world.start, rows: world.rows, settings: world.settings };
const watch = { signal: new AbortController().signal };

describe('an optimisation', () => {
  it('finds the rules, and says how much they bring on rows that no choice saw', async () => {
    const { outcome, candidates } = await simulate(world);
    const chosen = candidates.get(outcome.chosen);
    expect(truthOf(chosen?.template ?? '', world)).toBeGreaterThan(truthOf(world.start, world) + 0.2);
    expect(outcome.finding).toMatchObject({ is: 'judged', claim: 'better' });
    const figures = outcome.figures.find(({ candidate }) => candidate === outcome.chosen);
    expect(figures?.holdOut?.rows).toBe(outcome.sets.holdOut);
  });

  it('keeps every proposal, with what became of it', async () => {
    const { outcome, candidates } = await simulate(world);
    const proposals = outcome.ends.reduce((sum, end) => sum + end.proposals, 0);
    expect(candidates.size).toBe(1 + proposals);
    const refused = [...candidates.values()].filter(({ fate }) => fate.is === 'refused').length;
    expect(refused).toBe(outcome.ends.reduce((sum, end) => sum + end.refused, 0));
  });

  it('claims nothing where there is nothing', async () => {
    const { outcome } = await simulate(nothing('unit'));
    expect(outcome.finding).not.toMatchObject({ claim: 'better' });
  });

  it('chooses no text that only pleases the check', async () => {
    const tricky = gameable('unit');
    const { outcome, candidates } = await simulate(tricky);
    const rules = [...candidates.values()].flatMap(({ fate }) => (fate.is === 'refused' ? [fate.rule] : []));
    expect(rules).toContain('any-answer-passes');
    expect(rules).toContain('copied-text');
    expect(candidates.get(outcome.chosen)?.template).not.toContain('Name every level');
  });

  it('keeps to its calls, and to its cost', async () => {
    for (const budget of [
      { calls: 300, cost: null },
      { calls: null, cost: 400_000 },
    ]) {
      const { outcome } = await optimize(
        dullPorts(),
        { ...task, settings: { ...world.settings, budget } },
        watch,
      ).then((done) => ({ outcome: done }));
      expect(outcome.spent.calls).toBeLessThanOrEqual(budget.calls ?? 400);
      expect(outcome.spent.cost).toBe(outcome.spent.calls * 1000);
      expect(outcome.chosen).toBe('start');
      expect(outcome.finding).toEqual({ is: 'nothing-better-found' });
    }
  });

  it('keeps about to its cost where calls cost differently, and scores are a matter of chance', async () => {
    const chancy = nothing('cost');
    const budget = { calls: null, cost: 8_000_000 };
    const { outcome } = await simulate({ ...chancy, settings: { ...chancy.settings, budget } });
    expect(outcome.spent.cost).toBeLessThan(8_100_000);
    expect(outcome.spent.cost).toBeGreaterThan(4_000_000);
    expect(outcome.figures[0]?.holdOut?.rows).toBeGreaterThanOrEqual(10);
  });

  it('shows nothing of the hold-out to the reflecting model, and asks for it last', async () => {
    const calls: OptimizationCall[] = [];
    const ports = dullPorts({
      ask: async (call) => {
        calls.push(call);
        return { text: 'low', cost: null };
      },
    });
    const { sets } = await optimize(ports, task, watch);
    const lastReflection = calls.findLastIndex(({ is }) => is === 'reflection');
    const asked = (some: readonly OptimizationCall[]) =>
      new Set(some.flatMap((call) => (call.is === 'row' ? [call.row.row] : [])));
    const before = asked(calls.slice(0, lastReflection));
    const held = [...asked(calls.slice(lastReflection))].filter((row) => !before.has(row));
    expect(held.length).toBe(sets.holdOut);
    const shown = calls.flatMap((call) => (call.is === 'reflection' ? [call.text] : [])).join('\n');
    for (const row of held) expect(shown).not.toContain(world.rows[row - 1]?.input.ticket);
  });

  it('takes an answer that did not come for a wrong one', async () => {
    const { figures } = await optimize(
      dullPorts({ ask: async () => ({ text: null, cost: null }) }),
      task,
      watch,
    );
    expect(figures[0]?.holdOut).toMatchObject({ score: 0, cost: null });
  });

  it('tells how far it is', async () => {
    const told: OptimizationProgress[] = [];
    const { spent } = await optimize(dullPorts(), task, {
      ...watch,
      onProgress: (progress) => told.push(progress),
    });
    expect(told.length).toBe(spent.calls);
    expect(told.at(-1)).toMatchObject({ phase: 'hold-out', calls: spent.calls, callsAtMost: 2400 });
  });

  it('ends at once with what concerns all calls, and asks nothing more', async () => {
    let calls = 0;
    const ask = async () => {
      calls++;
      if (calls === 20) throw new Error('no connection');
      return { text: 'low', cost: null };
    };
    await expect(optimize(dullPorts({ ask }), task, watch)).rejects.toThrow('no connection');
    expect(calls).toBeLessThan(20 + world.settings.concurrency);
  });

  it('ends with the reason of who ended it', async () => {
    const controller = new AbortController();
    let calls = 0;
    const ask = async () => {
      if (++calls === 50) controller.abort(new Error('enough'));
      return { text: 'low', cost: null };
    };
    await expect(optimize(dullPorts({ ask }), task, controller)).rejects.toThrow('enough');
  });

  it('refuses a start whose frozen region has no end, before anything is asked', async () => {
    const ask = () => Promise.reject(new Error('asked'));
    await expect(
      optimize(dullPorts({ ask }), { ...task, start: '{# frozen #}{{ text }}' }, watch),
    ).rejects.toThrow(OptimizationInputError);
  });
});
