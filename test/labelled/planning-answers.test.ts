import { describe, expect, it } from 'vitest';
import { factors } from './factors.js';
import { withoutBlankEnds } from './labelled-text.js';
import { sectionKeys } from './line.js';
import { generatePlanningAnswers, type LabelledAnswer } from './planning-answers.js';

/** More than one round has, of each arrangement. */
const round = [...generatePlanningAnswers(5, 400)];
const bodies = round.flatMap((answer) =>
  sectionKeys.flatMap((key) =>
    answer.truth[key] === null ? [] : [{ answer, key, body: answer.truth[key] }],
  ),
);

const isPlainText = ({ forms }: LabelledAnswer) => !forms.some((form) => form.startsWith('heading:json'));
const isFlush = ({ forms }: LabelledAnswer) =>
  forms.includes('indent:none') && !forms.includes('agent:inside') && !/heading:[●⏺•]/.test(forms.join(' '));

describe('generated planning answers', () => {
  it('are the same for the same seed, and others for another', () => {
    expect([...generatePlanningAnswers(5, 20)]).toEqual(round.slice(0, 20));
    expect([...generatePlanningAnswers(6, 1)][0]?.text).not.toBe(round[0]?.text);
  });

  it('take every value of every factor within one round', () => {
    const seen = new Set(round.flatMap(({ forms }) => forms));
    const unseen = Object.entries(factors).flatMap(([factor, values]) =>
      values.map((value) => `${factor}:${value}`).filter((form) => !seen.has(form)),
    );
    expect(unseen).toEqual([]);
  });

  it('lack exactly the sections that the forms say', () => {
    const lacking = ({ truth }: LabelledAnswer) => sectionKeys.filter((key) => truth[key] === null).length;
    const uncut = round.filter(({ forms }) => forms.includes('cut:none'));
    for (const answer of uncut) {
      const absent = answer.forms.includes('missing:none') ? 0 : answer.forms.includes('missing:one') ? 1 : 2;
      expect(lacking(answer), answer.origin).toBe(absent);
    }
  });

  it('are labelled with bodies that begin and end with a line of text', () => {
    for (const { body } of bodies) expect(body).toBe(withoutBlankEnds(body));
    expect(bodies.filter(({ body }) => body === '')).toEqual([]);
  });

  it('contain their bodies whole where nothing stands between the lines', () => {
    const whole = bodies.filter(({ answer }) => isPlainText(answer) && isFlush(answer));
    expect(whole.length).toBeGreaterThan(20);
    for (const { answer, body } of whole) expect(answer.text, answer.origin).toContain(body);
  });

  it('contain every line of their bodies after some indentation', () => {
    for (const { answer, body } of bodies.filter(({ answer }) => isPlainText(answer))) {
      const lines = new Set(answer.text.split('\n').map((line) => line.trim()));
      expect(
        body.split('\n').filter((line) => !lines.has(line.trim())),
        answer.origin,
      ).toEqual([]);
    }
  });

  it('place each heading before its body', () => {
    for (const { answer, key, body } of bodies.filter(
      ({ answer }) => isPlainText(answer) && isFlush(answer),
    )) {
      const heading = answer.headings[key];
      expect(heading, answer.origin).toBeDefined();
      expect(answer.text.indexOf(body), answer.origin).toBeGreaterThan(
        heading?.start ?? Number.POSITIVE_INFINITY,
      );
    }
  });
});
