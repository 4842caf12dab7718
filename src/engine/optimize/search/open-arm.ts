import { RandomSource } from '../../../statistics/random/random-source.js';
import type { Candidate, KeptCandidate, SearchArm } from '../candidate.js';
import type { SearchSettings } from '../optimization.js';
import type { OptimizationPlan } from '../plan-optimization.js';
import type { ProposalRules } from '../proposal/proposal-rules.js';
import type { ReflectionText } from '../reflection-text.js';
import type { SplitRows } from '../split-rows.js';
import { Arm } from './arm.js';
import type { CallBook } from './call-book.js';
import { ProposalDesk } from './proposal-desk.js';
import { callsToSettle } from './settle.js';
import { Trials } from './trials.js';
import { Wallet } from './wallet.js';

export interface ArmTerms {
  readonly name: SearchArm;
  readonly start: string;
  readonly rows: SplitRows;
  readonly settings: SearchSettings;
  readonly plan: OptimizationPlan;
  readonly book: CallBook;
  readonly rules: ProposalRules;
  readonly texts: ReflectionText;
  keep(candidate: KeptCandidate): Promise<void>;
}

/** Gives an arm its part of the budget, of the calls at the same time, and of chance. */
export function openArm({ name, start, rows, settings, plan, book, rules, texts, ...terms }: ArmTerms): Arm {
  const wallet = new Wallet({ calls: plan.callsEach, cost: plan.costEach });
  const keep = (candidate: Candidate) => terms.keep({ ...candidate, calls: wallet.calls });
  const concurrency = Math.max(1, Math.floor(settings.concurrency / plan.arms.length));
  const trials = new Trials(book, wallet, concurrency);
  return new Arm({
    ...{ start, rows, settings, trials, texts, keep },
    desk: new ProposalDesk({ arm: name, start, rules, trials, keep }),
    name,
    random: new RandomSource(`${settings.seed}: ${name}`),
    callsToSettle: callsToSettle(rows.selection.length, plan.callsEach),
  });
}
