import { expect, it } from 'vitest';
import type { Candidate } from '../candidate.js';
import { checkScoring } from '../check-scoring.js';
import { ProposalRules } from '../proposal/proposal-rules.js';
import { CallBook } from './call-book.js';
import { ProposalDesk } from './proposal-desk.js';
import { Trials } from './trials.js';
import { Wallet } from './wallet.js';

const start = 'Sort {{ a }}';

/** A desk where these answers come in, one after the other. */
async function deskWith(answers: readonly string[]) {
  const left = [...answers];
  const kept: Candidate[] = [];
  const ports = { ask: async () => ({ text: left.shift() ?? '', cost: null }), scoring: checkScoring([]) };
  const terms = { rivals: new Map(), signal: new AbortController().signal, onAnswer: () => {} };
  const trials = new Trials(new CallBook(ports, terms), new Wallet({ calls: null, cost: null }), 1);
  const rules = await ProposalRules.of(start, { rows: [], growth: 2, fetch: async () => undefined });
  const keep = async (candidate: Candidate) => void kept.push(candidate);
  const desk = new ProposalDesk({ arm: 'random', start, rules, trials, keep });
  return {
    desk,
    kept,
    ask: () => desk.ask({ origin: 'rewrite', parents: [], question: (number) => `try ${number}` }),
  };
}

const proposing = (template: string) =>
  `### NEW_TEMPLATE\n\n\`\`\`\`\`\`markdown\n${template}\n\`\`\`\`\`\`\n`;

it('a proposal that keeps to the rules is on record before it is tried', async () => {
  const { ask, kept } = await deskWith([proposing('Sort well {{ a }}')]);
  expect(await ask()).toEqual({
    ...{ name: 'b1', arm: 'random', origin: 'rewrite', parents: [] },
    template: 'Sort well {{ a }}',
  });
  expect(kept).toMatchObject([{ name: 'b1', fate: { is: 'untried' } }]);
});

it('a proposal that was there before, or is the start, is refused', async () => {
  const { ask, kept } = await deskWith([proposing(start), proposing('B {{ a }}'), proposing('B {{ a }}')]);
  for (let time = 0; time < 3; time++) await ask();
  expect(kept.map(({ fate }) => (fate.is === 'refused' ? fate.rule : fate.is))).toEqual([
    'seen-before',
    'untried',
    'seen-before',
  ]);
});

it('the latest refusals are told, each once', async () => {
  const answers = [
    '',
    proposing('No variable'),
    proposing('{{ a }} {% if a %}{% endif %}'),
    '',
    proposing('{{ b }} {{ a }}'),
  ];
  const { ask, desk, kept } = await deskWith(answers);
  for (const _ of answers) await ask();
  const reasons = kept.map(({ fate }) => (fate.is === 'refused' ? fate.because : ''));
  expect(desk.refusals).toEqual([reasons[2], reasons[3], reasons[4]]);
  expect(desk.refused).toBe(5);
});
