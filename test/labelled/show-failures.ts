/**
 * Prints labelled answers that the reader of sections gets wrong, to study them:
 *
 *     npx tsx test/labelled/show-failures.ts [--first 5] [--seed 2026] [--count 5000] [--form heading:bold] [--exact]
 */
import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { extractSections, planningSections } from '../../src/sections/index.js';
import { type Failure, figuresTable, measure } from './figures.js';
import { generatePlanningAnswers } from './planning-answers.js';

const { values } = parseArgs({
  options: {
    first: { type: 'string', default: '5' },
    seed: { type: 'string', default: '2026' },
    count: { type: 'string', default: '5000' },
    form: { type: 'string' },
    exact: { type: 'boolean', default: false },
  },
});

const answers = generatePlanningAnswers(Number(values.seed), Number(values.count));
const figures = measure(answers, (text) => extractSections(text, planningSections).sections);
const shown = figures.failures.filter(isWanted).slice(0, Number(values.first));
stdout.write([...shown.map(described), figuresTable(figures), ''].join('\n'));

function isWanted({ answer, got }: Failure): boolean {
  const hasForm = values.form === undefined || answer.forms.includes(values.form);
  return hasForm && (!values.exact || got?.confidence === 'exact');
}

function described({ answer, key, expected, got }: Failure): string {
  const how =
    got === null
      ? 'nothing'
      : `${got.form}, ${got.confidence}${got.reason === null ? '' : `: ${got.reason}`}`;
  return [
    `${'='.repeat(20)} ${answer.origin}: ${key}`,
    answer.forms.filter((form) => !form.endsWith(':none')).join('  '),
    ruled('text', answer.text),
    ruled('expected', expected ?? '(missing)'),
    ruled(`got ${how}`, got?.text ?? '(missing)'),
    '',
  ].join('\n');
}

/** Lines numbered, and what cannot be seen written as escapes. */
function ruled(title: string, text: string): string {
  const lines = text.split('\n').map((line, index) => `${String(index + 1).padStart(4)} │${visible(line)}`);
  return [`${'-'.repeat(8)} ${title}`, ...lines].join('\n');
}

function visible(line: string): string {
  return line.replace(
    /[\0\r\u00a0\u2028\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
