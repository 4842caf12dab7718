import { PromptRunnerError } from '../../base/errors.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import type { Loss } from '../../store/migrations/loss.js';

/** An older schema has no place for what is in the store. */
export class DowngradeLosesError extends PromptRunnerError {
  readonly code = 'DOWNGRADE_LOSES_DATA';
  readonly kind = 'not-allowed';
  readonly losses: readonly Loss[];

  constructor(from: number, to: number, losses: readonly Loss[]) {
    super(`Schema ${to} has no place for ${losses.map(lossInWords).join(', ')}.`, {
      hint: 'With --force they go, after all of the store was written into an archive.',
      next: `prompt-runner db downgrade ${to === 0 ? 'base' : to === from - 1 ? '-1' : to} --force`,
    });
    this.losses = losses;
  }
}

/** @example lossInWords({ table: 'prompts', column: null, rows: 2 }) === '2 rows of prompts' */
export function lossInWords({ table, column, rows }: Loss): string {
  const count = groupThousands(rows);
  const what = column === null ? table : `${table}.${column}`;
  const unit = column === null ? 'row' : 'value';
  return `${count} ${unit}${rows === 1 ? '' : 's'} of ${what}`;
}
