import type { ProposalRule } from '../candidate.js';

/** Why a proposal is not tried. */
export class Refusal {
  readonly rule: ProposalRule;
  /** A sentence or two, for people and for the reflecting model. */
  readonly because: string;

  constructor(rule: ProposalRule, because: string) {
    this.rule = rule;
    this.because = because;
  }
}
