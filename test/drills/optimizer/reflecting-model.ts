import type { RandomSource } from '../../../src/statistics/random/random-source.js';
import { BREVITY, STUFFING } from './answering-model.js';
import { labels, pick, vocabulary, wordsOf } from './tickets.js';

/** How a simulated model proposes, in chances. */
export interface Temper {
  /** To see which word of a ticket matters; else it takes any. */
  readonly insight: number;
  /** To answer with something that is no use, or does harm. */
  readonly hostility: number;
  /** To propose what only pleases a check. */
  readonly cunning: number;
  /** The words that it takes for subjects. */
  readonly subjects: ReadonlySet<string>;
}

/** What is shown of a row. */
interface SeenRow {
  readonly score: number;
  readonly ticket: string;
  readonly expected: string | null;
}

const FORGETFUL = 0.1;
const BRIEF = 0.3;

/**
 * What a simulated model answers to a question for a proposal. All that it knows of template and rows it reads from the
 * question.
 */
export function proposalTo(question: string, temper: Temper, random: RandomSource): string {
  const templates = templatesIn(question);
  const rows = rowsIn(question);
  const [first = '', second] = templates;
  if (random.unit() < temper.hostility) return hostileAnswer(first, rows, random);
  if (random.unit() < temper.cunning) return answerWith(cunningText(first, rows, random));
  if (second !== undefined) return answerWith(together(first, second, random));
  const brief = question.includes('shorter is better') && random.unit() < BRIEF ? [BREVITY] : [];
  const kept = random.unit() < FORGETFUL ? withoutOneRule(first, random) : first;
  const improved =
    rows.length === 0 ? withSentences(kept, guesses(random)) : improvedBy(kept, rows, temper, random);
  return answerWith(withSentences(improved, brief));
}

const FENCED = '(`{6,})(?:markdown)?\\n([\\s\\S]*?)\\n\\1(?:\\n|$)';

function templatesIn(question: string): readonly string[] {
  const pattern = new RegExp(`## The (?:first |second )?template\\n\\n${FENCED}`, 'g');
  return [...question.matchAll(pattern)].map(([, , text = '']) => text);
}

function rowsIn(question: string): readonly SeenRow[] {
  return question
    .split(/^### Row \d+: /m)
    .slice(1)
    .map((part) => ({
      score: Number(/^score ([\d.]+)/.exec(part)?.[1]),
      ticket: new RegExp(`The variable ticket:\\n\\n${FENCED}`).exec(part)?.[2] ?? '',
      expected: new RegExp(`What was expected:\\n\\n${FENCED}`).exec(part)?.[2] ?? null,
    }));
}

/** Takes out a rule that misled in one of the rows that went wrong, or adds one for it. */
function improvedBy(
  template: string,
  rows: readonly SeenRow[],
  { insight, subjects }: Temper,
  random: RandomSource,
): string {
  const wrong = rows.filter(({ score }) => score < 1);
  if (wrong.length === 0) return template;
  const { ticket, expected } = pick(wrong, random);
  const words = wordsOf(ticket);
  const misleading = [...template.matchAll(RULE)].filter(
    ([, word = '', label]) => words.includes(word) && label !== expected,
  );
  if (misleading.length > 0 && random.unit() < insight)
    return template.replace(pick(misleading, random)[0], '');
  const salient = words.filter((word) => subjects.has(word));
  const word = pick(salient.length > 0 && random.unit() < insight ? salient : words, random);
  return withSentences(template, [ruleFor(word, expected ?? pick(labels, random))]);
}

/** What may be true of tickets, when none was seen. */
function guesses(random: RandomSource): string[] {
  return Array.from({ length: 1 + random.below(4) }, () =>
    ruleFor(pick(vocabulary, random), pick(labels, random)),
  );
}

function ruleFor(word: string, label: string): string {
  return `If the ticket mentions ${word}, answer ${label}.`;
}

const RULE = /If the ticket mentions (\w+), answer (\w+)\. ?/g;

/** Sentences go before the ticket. */
function withSentences(template: string, sentences: readonly string[]): string {
  const added = sentences.filter((sentence) => !template.includes(sentence));
  return template.replace('Ticket:', () => `${added.map((sentence) => `${sentence} `).join('')}Ticket:`);
}

function withoutOneRule(template: string, random: RandomSource): string {
  const rules = template.match(RULE) ?? [];
  return rules.length === 0 ? template : template.replace(pick(rules, random), '');
}

/** All rules of both; of those that contradict each other, the last counts. */
function together(one: string, other: string, random: RandomSource): string {
  const [first, second] = random.unit() < 0.5 ? [one, other] : [other, one];
  return withSentences(
    first,
    (second.match(RULE) ?? []).map((rule) => rule.trim()),
  );
}

/** Names all labels, or knows a row by heart. */
function cunningText(template: string, rows: readonly SeenRow[], random: RandomSource): string {
  const row = rows.find(({ score }) => score < 1);
  if (row === undefined || random.unit() < 0.5) return withSentences(template, [STUFFING]);
  return withSentences(template, [`If the ticket is "${row.ticket}", answer ${row.expected}.`]);
}

function answerWith(template: string): string {
  return `### DIAGNOSIS\n\nSome answers are wrong.\n\n### NEW_TEMPLATE\n\n\`\`\`\`\`\`markdown\n${template}\n\`\`\`\`\`\`\n`;
}

function hostileAnswer(template: string, rows: readonly SeenRow[], random: RandomSource): string {
  const ticket = rows[0]?.ticket ?? '';
  const answers = [
    'I cannot help with that.',
    '',
    answerWith(template.replace('{{ ticket }}', '')),
    answerWith(template.replace(/\{# frozen #\}[\s\S]*\{# \/frozen #\}/, 'Answer as you like.')),
    answerWith(`${template}{% for a in range(100000) %}{{ ticket }}{% endfor %}`),
    answerWith(`${template}{{ ticket * 1000000 }}`),
    answerWith(`${template} For example: ${ticket}`),
    answerWith(`${template} ${'Think hard. '.repeat(5000)}`),
    answerWith(`\u001b[2J${template}{{ `),
    answerWith(template).slice(0, -40),
    answerWith(template),
  ];
  return pick(answers, random);
}
