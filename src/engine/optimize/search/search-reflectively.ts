import type { OptimizationRow } from '../optimization-row.js';
import type { Arm } from './arm.js';
import { LessonDeck } from './lesson-deck.js';
import { type Lesson, lessonFor } from './lessons.js';
import { MOST_IN_VAIN } from './most-in-vain.js';
import { partnerFor } from './partner-for.js';
import type { Member } from './pool.js';
import { isPromising } from './promising.js';
import type { Draft } from './proposal-desk.js';
import { scoreOf } from './row-result.js';

/** Every so many proposals, two members are brought together if there are two to bring. */
const MERGE_EVERY = 4;
/** So many proposals are asked for by the same lesson, as long as they are refused. */
const MOST_TIMES = 3;

/**
 * Goes from lesson to lesson: a member of the Pareto front is asked for a few feedback rows, the reflecting model is
 * shown what came of it, and what it proposes is asked for the same rows. What is better there is measured on the
 * selection set and becomes a member.
 *
 * Source: L. A. Agrawal et al., GEPA: Reflective Prompt Evolution Can Outperform Reinforcement Learning,
 * arXiv 2507.19457 (2025), algorithm 1; here for one text, whose merge is a reflection over two.
 *
 * @throws AllowanceUsedUp
 */
export async function searchReflectively(arm: Arm): Promise<'perfect' | 'no-progress'> {
  await arm.begin();
  const search = new ReflectiveSearch(arm);
  for (let inVain = 0; inVain < MOST_IN_VAIN; ) {
    if (arm.pool.isPerfect) return 'perfect';
    inVain = (await search.step()) ? 0 : inVain + 1;
  }
  return 'no-progress';
}

class ReflectiveSearch {
  readonly #arm: Arm;
  readonly #deck: LessonDeck;
  readonly #couples = new Set<string>();

  constructor(arm: Arm) {
    this.#arm = arm;
    this.#deck = new LessonDeck(arm.parts.rows.feedback, arm.parts.random);
  }

  /** Makes one proposal, and gives whether it became a member. */
  async step(): Promise<boolean> {
    const couple = this.#isTimeToMerge() ? this.#nextCouple() : null;
    if (couple !== null) return this.#merge(couple);
    const parent = this.#arm.drawParent();
    return parent !== undefined && this.#reflect(parent);
  }

  #isTimeToMerge(): boolean {
    return this.#arm.parts.desk.proposals % MERGE_EVERY === MERGE_EVERY - 1;
  }

  #nextCouple(): readonly [Member, Member] | null {
    const one = this.#arm.drawParent();
    if (one === undefined) return null;
    const other = partnerFor(one, this.#arm.pool, (two) => this.#couples.has(coupleOf(one, two)));
    if (other === null) return null;
    this.#couples.add(coupleOf(one, other));
    return [one, other];
  }

  async #reflect(parent: Member): Promise<boolean> {
    const { desk, texts, trials, settings } = this.#arm.parts;
    const lesson = await lessonFor(parent, this.#deck, trials, settings.goal);
    if (lesson === null) return false;
    // The rows are paid for: a proposal that is refused leaves them for another one.
    for (let time = 0; time < MOST_TIMES; time++) {
      const draft = await desk.ask({
        origin: 'reflection',
        parents: [parent],
        question: () => texts.reflect(lesson, desk.refusals),
      });
      if (draft !== null) return this.#try(draft, [lesson]);
    }
    return false;
  }

  async #merge([one, other]: readonly [Member, Member]): Promise<boolean> {
    const { desk, texts } = this.#arm.parts;
    const rows = this.#deck.draw();
    const first = await this.#lessonOn(rows, one);
    const second = await this.#lessonOn(rows, other);
    const draft = await desk.ask({
      origin: 'merge',
      parents: [one, other],
      question: () => texts.merge(first, second, desk.refusals),
    });
    return draft !== null && this.#try(draft, [first, second]);
  }

  async #lessonOn(rows: readonly OptimizationRow[], member: Member): Promise<Lesson> {
    return { member, results: await this.#arm.parts.trials.askRows(member.template, rows) };
  }

  /** Asks a draft for the rows of its lessons; if that was worth it, for the selection set. */
  async #try(draft: Draft, lessons: readonly [Lesson, ...Lesson[]]): Promise<boolean> {
    const { trials, settings, keep } = this.#arm.parts;
    const rows = lessons[0].results.map(({ row }) => row);
    const results = await trials.askRows(draft.template, rows);
    const parentScore = Math.max(...lessons.map((lesson) => scoreOf(lesson.results)));
    if (isPromising(draft.origin, { results, parentScore }, lessons, settings.goal))
      return this.#arm.join(draft);
    const score = scoreOf(results);
    await keep({ ...draft, fate: { is: 'no-better', score, parentScore, rows: rows.length } });
    return false;
  }
}

function coupleOf(one: Member, other: Member): string {
  return [one.name, other.name].sort().join(' ');
}
