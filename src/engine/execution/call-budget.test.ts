import { describe, expect, it } from 'vitest';
import { somePrice } from '../../../test/fixtures/scripted-model.js';
import type { OpenModel } from '../../models/spec/open-model.js';
import { type CallOutlook, callBudget } from './call-budget.js';

const abilities = { tools: true, images: false, schema: true, budget: false };
const model: Pick<OpenModel, 'name' | 'kind' | 'abilities'> = {
  name: { provider: 'openai', model: 'gpt-5-mini' },
  kind: 'model',
  abilities,
};
const agent = (budget: boolean) =>
  ({ ...model, kind: 'agent', abilities: { ...abilities, budget } }) as const;

function budgetOf(given: Partial<CallOutlook>) {
  return callBudget({
    model,
    price: somePrice,
    inputTokens: 800,
    parameters: {},
    left: null,
    mayShorten: true,
    ...given,
  });
}

/** 800 tokens with the margin, at 1000 nano dollars each. */
const INPUT = 1_000_000;

describe('what a call may cost', () => {
  it('is as much output as is wished, or as is usual, without a ceiling', () => {
    expect(budgetOf({ parameters: { maxOutputTokens: 10 } })).toEqual({
      reserved: INPUT + 10 * 2000,
      maxOutputTokens: 10,
      maxCost: undefined,
    });
    expect(budgetOf({})).toMatchObject({ reserved: INPUT + 4096 * 2000, maxOutputTokens: undefined });
    expect(budgetOf({ price: null })).toMatchObject({ reserved: null });
  });

  it('is as much output as is left for, under a ceiling', () => {
    expect(budgetOf({ left: INPUT + 50 * 2000 })).toMatchObject({
      reserved: INPUT + 50 * 2000,
      maxOutputTokens: 50,
    });
    expect(budgetOf({ left: INPUT + 50 * 2000, parameters: { maxOutputTokens: 20 } })).toMatchObject({
      maxOutputTokens: 20,
    });
    expect(budgetOf({ left: 10 ** 12 })).toMatchObject({ maxOutputTokens: 32_000 });
  });

  it('is more than is left when not even the question can be paid for', () => {
    const { reserved } = budgetOf({ left: INPUT });
    expect(reserved).toBeGreaterThan(INPUT);
  });

  it('is nothing for a model that is free', () => {
    const price = { ...somePrice, input: 0, output: 0 };
    expect(budgetOf({ price, left: 0 })).toMatchObject({ reserved: 0, maxOutputTokens: 32_000 });
  });

  it('is told to an agent that ends by itself, and is never nothing', () => {
    expect(budgetOf({ model: agent(true), left: 2e9 })).toEqual({
      reserved: 2e9,
      maxOutputTokens: undefined,
      maxCost: 2,
    });
    expect(budgetOf({ model: agent(true), left: 0 }).reserved).toBeGreaterThan(0);
    expect(budgetOf({ model: agent(false), left: null })).toMatchObject({
      reserved: null,
      maxCost: undefined,
    });
  });

  it('is not known of a model without a price or an agent without an end of its own', () => {
    for (const given of [{ price: null }, { model: agent(false) }])
      expect(() => budgetOf({ ...given, left: 1e9 })).toThrow(
        expect.objectContaining({ code: 'PRICE_UNKNOWN', kind: 'not-allowed' }),
      );
  });
});
