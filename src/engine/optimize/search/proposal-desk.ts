import type { Candidate, CandidateName, CandidateOrigin, SearchArm } from '../candidate.js';
import type { ProposalRules } from '../proposal/proposal-rules.js';
import { readProposal } from '../proposal/read-proposal.js';
import { Refusal } from '../proposal/refusal.js';
import type { Member } from './pool.js';
import type { Trials } from './trials.js';

/** A proposal that keeps to the rules, before anybody was asked with it. */
export interface Draft {
  readonly name: CandidateName;
  readonly arm: SearchArm;
  readonly origin: CandidateOrigin;
  readonly parents: readonly CandidateName[];
  readonly template: string;
}

/** What a proposal is asked for by. */
export interface ProposalRequest {
  readonly origin: CandidateOrigin;
  readonly parents: readonly Member[];
  /** The question, given the number of the proposal, from 1. */
  question(number: number): string;
}

export interface DeskParts {
  readonly arm: SearchArm;
  readonly start: string;
  readonly rules: ProposalRules;
  readonly trials: Trials;
  keep(candidate: Candidate): Promise<void>;
}

/** `b` for the baseline. */
const LETTERS: Readonly<Record<SearchArm, string>> = { reflective: 'r', random: 'b' };
/** The latest are told to the reflecting model. */
const TOLD = 3;

/** Where the proposals of an arm come in. */
export class ProposalDesk {
  readonly #parts: DeskParts;
  readonly #seen: Set<string>;
  /** In the order in which each was given last. */
  readonly #reasons = new Set<string>();
  #proposals = 0;
  #refused = 0;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.#seen = new Set([parts.start]);
  }

  get proposals(): number {
    return this.#proposals;
  }

  get refused(): number {
    return this.#refused;
  }

  /** Why the latest were refused, each reason once, the latest last. */
  get refusals(): readonly string[] {
    return [...this.#reasons].slice(-TOLD);
  }

  /**
   * Asks for a proposal, and holds it against the rules.
   *
   * @returns null when it was refused, which is on record then
   * @throws AllowanceUsedUp
   */
  async ask({ origin, parents, question }: ProposalRequest): Promise<Draft | null> {
    const { arm, trials, start } = this.#parts;
    const number = this.#proposals + 1;
    const answer = await trials.askProposal(`${arm}/${number}`, question(number));
    this.#proposals = number;
    const draft = { name: `${LETTERS[arm]}${number}`, arm, origin, parents: parents.map(({ name }) => name) };
    const template = readProposal(answer, start);
    if (template instanceof Refusal) return this.refuse({ ...draft, template: null }, template);
    const refusal = await this.#refusalOf(template);
    if (refusal !== null) return this.refuse({ ...draft, template }, refusal);
    this.#seen.add(template);
    await this.#parts.keep({ ...draft, template, fate: { is: 'untried' } });
    return { ...draft, template };
  }

  /** Puts on record that a proposal is refused. */
  async refuse(draft: Omit<Candidate, 'fate'>, { rule, because }: Refusal): Promise<null> {
    this.#refused++;
    this.#reasons.delete(because);
    this.#reasons.add(because);
    await this.#parts.keep({ ...draft, fate: { is: 'refused', rule, because } });
    return null;
  }

  async #refusalOf(template: string): Promise<Refusal | null> {
    if (this.#seen.has(template)) return new Refusal('seen-before', 'It says what another one said before.');
    return this.#parts.rules.refusalOf(template);
  }
}
