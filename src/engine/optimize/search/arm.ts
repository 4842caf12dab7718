import type { RandomSource } from '../../../statistics/random/random-source.js';
import { type Candidate, type CandidateName, type SearchArm, START } from '../candidate.js';
import type { SearchSettings } from '../optimization.js';
import { Refusal } from '../proposal/refusal.js';
import type { ReflectionText } from '../reflection-text.js';
import type { SplitRows } from '../split-rows.js';
import { passesAnywhere } from './passes-anywhere.js';
import { type Member, Pool } from './pool.js';
import { addsSomething } from './promising.js';
import type { Draft, ProposalDesk } from './proposal-desk.js';
import { scoreOf } from './row-result.js';
import { ScoreSheet } from './score-sheet.js';
import type { Trials } from './trials.js';

export interface ArmParts {
  readonly name: SearchArm;
  readonly start: string;
  readonly rows: Pick<SplitRows, 'feedback' | 'selection'>;
  readonly settings: SearchSettings;
  readonly trials: Trials;
  readonly desk: ProposalDesk;
  readonly texts: ReflectionText;
  readonly random: RandomSource;
  /** What is set aside for asking the best again, where scores are a matter of chance. */
  readonly callsToSettle: number;
  keep(candidate: Candidate): Promise<void>;
}

/** So many answers of the start are asked for twice, to see whether the same question has the same answer. */
const PROBED_ROWS = 8;

/** One search: what it goes by, and who is in its running. */
export class Arm {
  readonly parts: ArmParts;
  readonly pool: Pool;
  #isNoisy = false;

  constructor(parts: ArmParts) {
    this.parts = parts;
    this.pool = new Pool(parts.settings);
  }

  /** Whether an answer of the start had another score when it was asked for again. */
  get isNoisy(): boolean {
    return this.#isNoisy;
  }

  /** The member that is improved next; none before it has begun. */
  drawParent(): Member | undefined {
    const { random } = this.parts;
    return this.#isNoisy ? this.pool.drawByBootstrap(random) : this.pool.drawFromFront(random);
  }

  /**
   * Measures the start, which is the first member.
   *
   * @throws AllowanceUsedUp
   */
  async begin(): Promise<void> {
    const { start, rows, trials, callsToSettle } = this.parts;
    const sheet = await this.#measured(start);
    const before = sheet.rowScores;
    const probed = await trials.askRows(start, rows.selection.slice(0, PROBED_ROWS), 2);
    this.#isNoisy = probed.some(({ score }, at) => score !== before[at]);
    if (this.#isNoisy) trials.wallet.keep(callsToSettle);
    const practice = this.#emptyPractice();
    await this.#admit({
      ...{ name: START, arm: null, origin: 'start', parents: [], template: start },
      ...{ sheet, practice },
    });
  }

  /**
   * Measures a draft on the selection set, and makes it a member, unless it has nothing to add or plays the checks.
   *
   * @returns whether it is one
   * @throws AllowanceUsedUp
   */
  async join(draft: Draft): Promise<boolean> {
    if (!(await this.#isWorthAll(draft))) return false;
    const sheet = await this.#measured(draft.template);
    const [start] = this.pool.members;
    if (start !== undefined && passesAnywhere(sheet, start.sheet)) {
      await this.parts.desk.refuse(draft, playsTheChecks);
      return false;
    }
    await this.#admit({ ...draft, sheet, practice: this.#emptyPractice() });
    return true;
  }

  /**
   * Asks a member for the whole selection set once more.
   *
   * @throws AllowanceUsedUp
   */
  async measureAgain(member: Member): Promise<void> {
    const { trials, rows } = this.parts;
    const { sheet, template } = member;
    sheet.add(await trials.askRows(template, rows.selection, sheet.repeats + 1));
    await this.#keep(member);
  }

  /** Asks for half of the selection set: who has nothing to add there is not asked for the rest. */
  async #isWorthAll(draft: Draft): Promise<boolean> {
    const { trials, rows, keep } = this.parts;
    const half = rows.selection.slice(0, Math.ceil(rows.selection.length / 2));
    const results = await trials.askRows(draft.template, half);
    const parentScore = this.#bestOnFirst(half.length, draft.parents);
    if (addsSomething({ results, parentScore }, this.pool.members, this.#isNoisy)) return true;
    const fate = { is: 'no-better', score: scoreOf(results), parentScore, rows: half.length } as const;
    await keep({ ...draft, fate });
    return false;
  }

  /** The highest sum of the first rows that one of some members has. */
  #bestOnFirst(rows: number, names: readonly CandidateName[]): number {
    const members = this.pool.members.filter(({ name }) => names.includes(name));
    return Math.max(...members.map(({ sheet }) => sum(sheet.rowScores.slice(0, rows))));
  }

  async #admit(member: Member): Promise<void> {
    this.pool.add(member);
    await this.#keep(member);
    // Whoever is as good as can be may have been lucky with so few rows.
    if (member.sheet.score === 1) await this.#practise(member);
  }

  async #practise({ template, practice }: Member): Promise<void> {
    practice.add(await this.parts.trials.askRows(template, this.parts.rows.feedback));
  }

  #emptyPractice(): ScoreSheet {
    return new ScoreSheet(this.parts.rows.feedback);
  }

  /** The start is in every arm, and put on record by one. */
  async #keep({ sheet, practice: _, ...candidate }: Member): Promise<void> {
    if (candidate.arm === null && this.parts.name !== 'reflective') return;
    await this.parts.keep({ ...candidate, fate: { is: 'pooled', selection: sheet.figures } });
  }

  async #measured(template: string): Promise<ScoreSheet> {
    const { rows, trials } = this.parts;
    const sheet = new ScoreSheet(rows.selection);
    sheet.add(await trials.askRows(template, rows.selection));
    return sheet;
  }
}

const playsTheChecks = new Refusal(
  'any-answer-passes',
  'Its answers would pass for what other rows expect: they say too much, so that the right thing is among it.',
);

function sum(scores: readonly number[]): number {
  return scores.reduce((total, score) => total + score, 0);
}
