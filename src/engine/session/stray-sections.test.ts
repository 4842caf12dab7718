import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newAttemptId } from '../../base/ids.js';
import { decodeAnswer } from '../../sections/index.js';
import type { PlanningResult } from './planning-result.js';
import { readPlanningAnswer } from './read-planning-answer.js';
import { straySections } from './stray-sections.js';

const attempt = newAttemptId();
const answer = [
  'Here you are.',
  '## ANALYSIS_TEMPLATE',
  '  ```markdown',
  '  Look at the session store.',
  '    Say what you find.',
  '  ```',
  '## IMPLEMENTATION_TEMPLATE',
  'Change the session store.',
  '## EXECUTION_NOTES',
  '- Complexity: low',
].join('\n');

const strays = (result: PlanningResult, text = answer) =>
  straySections({ kind: 'planning', ...result }, attempt, Buffer.from(text));

describe('sections of an answer', () => {
  it('stand in it, whatever is cut off them', () => {
    const result = readPlanningAnswer(answer, attempt);
    expect(result.sections.analysis?.text).toBe('Look at the session store.\n  Say what you find.');
    expect(strays(result)).toEqual([]);
  });

  it('stand in whatever they are read from', () => {
    const line = fc.constantFrom(
      '## ANALYSIS_TEMPLATE',
      '```',
      '## EXECUTION_NOTES',
      '  a',
      '\tb',
      '',
      '⏺ c',
      '{',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string())), (lines) => {
        const text = decodeAnswer(Buffer.from(lines.join('\n')));
        expect(strays(readPlanningAnswer(text, attempt), text)).toEqual([]);
      }),
    );
  });

  it('are stray when a letter of them is another', () => {
    const { sections, ...rest } = readPlanningAnswer(answer, attempt);
    if (sections.analysis === null) throw new Error('the example has no analysis');
    const analysis = { ...sections.analysis, text: sections.analysis.text.replace('store', 'stOre') };
    expect(strays({ ...rest, sections: { ...sections, analysis } })).toEqual(['analysis']);
  });

  it('are not looked for where a credential was taken out', () => {
    const result = readPlanningAnswer(answer, attempt);
    expect(strays(result, answer.replace('Here you are.', '[redacted] are.'))).toEqual([]);
    const text = answer.replace('session store', 'AKIAIOSFODNN7EXAMPLE');
    expect(strays(readPlanningAnswer(text, attempt), text)).toEqual([]);
  });
});
