import { type CommandGroup, runnable } from '../command.js';
import { alias } from './alias.js';
import { list } from './list.js';
import { prices } from './prices.js';
import { show } from './show.js';
import { test } from './test.js';

export const model: CommandGroup = {
  name: 'model',
  purpose: 'See which models can be asked, and name them.',
  details: [
    'A model is named provider:model, as in openai:gpt-5-mini; an agent by itself,',
    'as in claude, or with a model, as in codex:gpt-5. exec:"COMMAND" runs any',
    'command. An alias stands for such a name; the alias default is the model that',
    'is asked when none is named.',
  ],
  commands: [
    runnable(list, () => import('./list.run.js')),
    runnable(show, () => import('./show.run.js')),
    runnable(test, () => import('./test.run.js')),
    runnable(alias, () => import('./alias.run.js')),
    runnable(prices, () => import('./prices.run.js')),
  ],
};
