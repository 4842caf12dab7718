import { type CommandGroup, runnable } from '../command.js';
import { clear } from './clear.js';
import { prune } from './prune.js';
import { stats } from './stats.js';

export const cache: CommandGroup = {
  name: 'cache',
  purpose: 'See and empty the cache of answers.',
  details: [
    'The same question to the same model is answered from the cache, for as long as',
    'the setting cache.max_age_days says; run --no-cache asks all the same. What the',
    'cache forgets stays on record: prompt-runner execution list.',
  ],
  commands: [
    runnable(stats, () => import('./stats.run.js')),
    runnable(clear, () => import('./clear.run.js')),
    runnable(prune, () => import('./prune.run.js')),
  ],
};
