import { clause, files, paragraph, sentence, topics } from './prose.js';
import type { Random } from './random.js';

/** A block of a body: its lines, with no blank line at either end. */
export type Block = (random: Random) => string[];

/** Blocks of the prompts that models write, all without a fence. */
export const proseBlocks: readonly Block[] = [
  (random) => [paragraph(random)],
  (random) => [sentence(random), sentence(random)],
  roleHeading,
  numberedHeading,
  plainHeading,
  dashes,
  numberedList,
  looseNumberedList,
  nestedList,
  checklist,
  table,
  jsonSnippet,
  xmlSnippet,
  quotation,
  boldLabels,
  fileTree,
  indentedCode,
  horizontalRule,
];

/** The lines of a piece of code, and the tag that its fence would carry. */
export interface CodeSample {
  readonly tag: string;
  readonly lines: readonly string[];
}

export const codeSamples: readonly CodeSample[] = [
  { tag: 'python', lines: ['# load the settings', 'def load(path):', '    return parse(path.read_text())'] },
  { tag: 'bash', lines: ['# run the tests', 'npm test -- --run', '', 'npm run check'] },
  { tag: 'ts', lines: ['export function total(lines: Line[]): number {', '  return lines.length;', '}'] },
  { tag: 'json', lines: ['{', '  "retries": 3,', '  "labels": ["a", "b"]', '}'] },
  { tag: 'sql', lines: ['-- 1. add the column', 'ALTER TABLE invoice ADD COLUMN paid_at text;'] },
  { tag: 'yaml', lines: ['notes:', '  - first', '  - second', 'steps: 3'] },
];

function list(random: Random, write: (index: number) => string): string[] {
  return Array.from({ length: random.int(2, 5) }, (_, index) => write(index));
}

function roleHeading(random: Random): string[] {
  const role = random.pick(['Senior Engineer', 'Software Architect', 'Code Analyst', 'Staff Engineer']);
  return [`# Role: ${role}`, '', `You are a ${role.toLowerCase()}. ${paragraph(random)}`];
}

function numberedHeading(random: Random): string[] {
  return [
    `${'#'.repeat(random.int(2, 4))} ${random.int(1, 6)}. ${random.pick(topics)}`,
    '',
    paragraph(random),
  ];
}

function plainHeading(random: Random): string[] {
  const topic = random.pick(topics);
  return random
    .pick([[`## ${topic}`], [`### ${topic}`, ''], [topic, '-'.repeat(topic.length), '']])
    .concat(dashes(random));
}

function dashes(random: Random): string[] {
  const mark = random.pick(['-', '*']);
  return list(random, () => `${mark} ${clause(random)}`);
}

function numberedList(random: Random): string[] {
  const mark = random.pick(['.', ')']);
  return list(random, (index) => `${index + 1}${mark} ${clause(random)}`);
}

function looseNumberedList(random: Random): string[] {
  return list(random, (index) => `${index + 1}. **${random.pick(topics)}**`)
    .flatMap((item) => [item, `   - ${clause(random)}`, ''])
    .slice(0, -1);
}

function nestedList(random: Random): string[] {
  return list(random, (index) => `${index + 1}. ${random.pick(topics)}:`).flatMap((item) => [
    item,
    `   - ${clause(random)}`,
    `     - ${sentence(random)}`,
  ]);
}

function checklist(random: Random): string[] {
  return list(random, (index) => `- [${index % 2 === 0 ? 'x' : ' '}] ${clause(random)}`);
}

function table(random: Random): string[] {
  return [
    '| File | Change |',
    '| --- | --- |',
    ...list(random, () => `| ${random.pick(files)} | ${clause(random)} |`),
  ];
}

function jsonSnippet(random: Random): string[] {
  return ['{', `  "goal": "${clause(random)}",`, `  "depth": ${random.int(1, 9)}`, '}'];
}

function xmlSnippet(random: Random): string[] {
  return ['<config>', `  <item name="retries">${random.int(1, 9)}</item>`, '</config>'];
}

function quotation(random: Random): string[] {
  return [`> ${sentence(random)}`, `> ${sentence(random)}`];
}

function boldLabels(random: Random): string[] {
  return [`**Goal:** ${clause(random)}`, '', '**Constraints**', '', ...dashes(random)];
}

function fileTree(random: Random): string[] {
  return ['src/', `├── main.ts        # ${clause(random)}`, '└── core/', '    └── engine.ts  # the loop'];
}

function indentedCode(random: Random): string[] {
  return ['Run this:', '', `    tool build --jobs ${random.int(1, 8)}`, '    tool check'];
}

function horizontalRule(random: Random): string[] {
  return [sentence(random), '', '---', '', sentence(random)];
}
