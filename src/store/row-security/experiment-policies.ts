import { edited, inOwnProject, type OwnerRule, permits, type TablePolicies } from './row-rules.js';

const ofExperiment =
  (table: string): OwnerRule =>
  (role) =>
    `exists (select 1 from experiments x where x.id = ${table}.experiment_id and ${permits('x.project_id', role)})`;

/** What schema 9 says of tables: experiments go by their projects, and all that belongs to them does. */
export const experimentPolicies: Readonly<Record<string, TablePolicies>> = {
  experiments: edited(inOwnProject),
  experiment_variants: edited(ofExperiment('experiment_variants')),
  experiment_metrics: edited(ofExperiment('experiment_metrics')),
  experiment_assignments: edited(ofExperiment('experiment_assignments')),
  experiment_observations: edited(ofExperiment('experiment_observations')),
};
