import type { NanoDollars } from '../../execution/execution.js';
import type { SearchArm } from '../candidate.js';
import type { ArmEnd } from '../optimization-outcome.js';
import type { Arm } from './arm.js';
import type { Member } from './pool.js';
import { searchRandomly } from './search-randomly.js';
import { searchReflectively } from './search-reflectively.js';
import { settle } from './settle.js';
import { untilUsedUp } from './until-used-up.js';

/** What an arm came to. */
export interface ArmResult {
  readonly end: ArmEnd;
  /** Null when not even the start could be measured. */
  readonly start: Member | null;
  readonly best: Member | null;
  /** The most that a call for a row has cost. */
  readonly dearestRow: NanoDollars;
}

type Ways = Readonly<Record<SearchArm, (arm: Arm) => Promise<Exclude<ArmEnd['because'], 'budget'>>>>;
const ways: Ways = { reflective: searchReflectively, random: searchRandomly };

/** Goes through an arm to its end. */
export async function runArm(arm: Arm): Promise<ArmResult> {
  const { name, desk, trials } = arm.parts;
  const because = (await untilUsedUp(() => ways[name](arm))) ?? 'budget';
  const best = (await untilUsedUp(() => settle(arm))) ?? arm.pool.ranking[0] ?? null;
  const [start = null, ...others] = arm.pool.members;
  return {
    start,
    best,
    dearestRow: trials.wallet.dearestRow,
    end: {
      ...{ arm: name, because, proposals: desk.proposals, refused: desk.refused },
      pooled: others.length,
      calls: trials.wallet.calls,
    },
  };
}
