import { edited, inOwnProject, type OwnerRule, permits, type TablePolicies } from './row-rules.js';

const ofOptimization =
  (table: string): OwnerRule =>
  (role) =>
    `exists (select 1 from optimizations o where o.id = ${table}.optimization_id and ${permits('o.project_id', role)})`;

/** What schema 10 says of tables: optimisations go by their projects, and all that belongs to them does. */
export const optimizationPolicies: Readonly<Record<string, TablePolicies>> = {
  optimizations: edited(inOwnProject),
  optimization_rows: edited(ofOptimization('optimization_rows')),
  optimization_candidates: edited(ofOptimization('optimization_candidates')),
  optimization_calls: edited(ofOptimization('optimization_calls')),
};
