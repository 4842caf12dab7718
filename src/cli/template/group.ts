import { type CommandGroup, runnable } from '../command.js';
import { check } from './check.js';
import { render } from './render.js';
import { variables } from './variables.js';

export const template: CommandGroup = {
  name: 'template',
  purpose: 'Render and check templates in the language of Jinja2.',
  details: [
    'A template reaches nothing but the values it is given, the functions of the',
    'language, and the templates in its folder or below; it ends within its limits.',
  ],
  commands: [
    runnable(render, () => import('./render.run.js')),
    runnable(check, () => import('./check.run.js')),
    runnable(variables, () => import('./variables.run.js')),
  ],
};
