import type { QueryExecutorProvider, RawBuilder } from 'kysely';
import { experimentPolicies } from './experiment-policies.js';
import { createLabelProtection, dropLabelProtection } from './label-protection.js';
import { memberPolicies } from './member-policies.js';
import {
  createMembershipFunctions,
  dropMembershipFunctions,
  pinMembershipFunctions,
} from './membership-functions.js';
import { optimizationPolicies } from './optimization-policies.js';
import type { TablePolicies } from './row-rules.js';
import {
  createSearchFunctions,
  dropSearchFunctions,
  numbers,
  numbersAndPlaces,
  searchFunctions,
} from './search-functions.js';
import { teamPolicies } from './team-policies.js';
import { workPolicies } from './work-policies.js';

type Policies = Readonly<Record<string, TablePolicies>>;

/** What a migration says of who may touch which rows. */
interface RuleChange {
  /** Of each table that it is about all policies, in the place of those before. */
  readonly policies: Policies;
  /** The functions that only those may call who were let in. */
  readonly functions: readonly string[];
  /** Makes what goes with that: functions and triggers. */
  create(executor: QueryExecutorProvider, place: RawBuilder<unknown>): Promise<void>;
  drop(executor: QueryExecutorProvider, place: RawBuilder<unknown>): Promise<void>;
}

const none: RuleChange = { policies: {}, functions: [], create: async () => {}, drop: async () => {} };

/** By the numbers of the migrations; released ones stay as they are. */
const ruleChanges: Readonly<Record<number, RuleChange>> = {
  6: {
    policies: memberPolicies,
    functions: [],
    create: createMembershipFunctions,
    drop: dropMembershipFunctions,
  },
  7: {
    policies: teamPolicies,
    functions: searchFunctions,
    async create(executor, place) {
      await pinMembershipFunctions(executor, place);
      await createSearchFunctions(executor, place, numbers);
      await createLabelProtection(executor, place);
    },
    async drop(executor) {
      await dropLabelProtection(executor);
      await dropSearchFunctions(executor);
    },
  },
  8: { ...none, policies: workPolicies },
  9: { ...none, policies: experimentPolicies },
  10: { ...none, policies: optimizationPolicies },
  11: {
    ...none,
    async create(executor, place) {
      await dropSearchFunctions(executor);
      await createSearchFunctions(executor, place, numbersAndPlaces);
    },
    async drop(executor, place) {
      await dropSearchFunctions(executor);
      await createSearchFunctions(executor, place, numbers);
    },
  },
};

export function ruleChangeOf(migration: number): RuleChange {
  return ruleChanges[migration] ?? none;
}

/** The policies of all tables at a schema. */
export function policiesAt(schema: number): Policies {
  return Object.assign({}, ...changesUpTo(schema).map(({ policies }) => policies));
}

/** The functions at a schema that only those may call who were let in. */
export function functionsAt(schema: number): string[] {
  return changesUpTo(schema).flatMap(({ functions }) => functions);
}

function changesUpTo(schema: number): RuleChange[] {
  return Array.from({ length: schema }, (_, at) => ruleChangeOf(at + 1));
}
