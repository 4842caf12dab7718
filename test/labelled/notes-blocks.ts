import { clause, files, sentence } from './prose.js';
import type { Random } from './random.js';

/** The blocks of execution notes as models write them: fields first, then lists under headings. */
export function notesBlocks(random: Random): string[][] {
  const title = headingOf(random.pick(['plain', 'bold', 'dashes'] as const));
  const lists = [risks, keyFiles, testing, rollback, success].map((block) => block(title, random));
  return [fields(random), ...random.sample(lists, random.int(2, lists.length))];
}

type Title = (name: string) => string;

function headingOf(manner: 'plain' | 'bold' | 'dashes'): Title {
  if (manner === 'plain') return (name) => `${name}:`;
  return manner === 'bold' ? (name) => `**${name}**` : (name) => `- ${name}:`;
}

function fields(random: Random): string[] {
  const least = random.int(2, 12);
  const phases = [`  - Analysis: ${least}-${least + 1} hours`, `  - Implementation: ${least + 4} hours`];
  return [
    `Feature: ${clause(random)}`,
    `Complexity: ${random.pick(['Low', 'Medium', 'Medium-High', 'High'])}`,
    `Estimated Time: ${least * 3}-${least * 4} hours total`,
    ...(random.chance(0.5) ? phases : []),
  ];
}

function items(random: Random, write: (index: number) => string[]): string[] {
  return Array.from({ length: random.int(2, 4) }, (_, index) => write(index)).flat();
}

function risks(title: Title, random: Random): string[] {
  const risk = (index: number) => [`${index + 1}. ${sentence(random)}`, `   - Mitigation: ${clause(random)}`];
  return [title('Key Risks'), ...items(random, risk)];
}

function keyFiles(title: Title, random: Random): string[] {
  return [
    title('Key Files to Focus On'),
    ...random.sample(files, 3).map((file) => `  - ${file} - ${clause(random)}`),
  ];
}

function testing(title: Title, random: Random): string[] {
  return [title('Testing Strategy'), ...items(random, () => [`  - ${clause(random)}`])];
}

function rollback(title: Title, random: Random): string[] {
  return [title('Rollback Plan'), ...items(random, (index) => [`  ${index + 1}. ${clause(random)}`])];
}

function success(title: Title, random: Random): string[] {
  return [title('Success Criteria'), ...items(random, () => [`  - [ ] ${clause(random)}`])];
}
