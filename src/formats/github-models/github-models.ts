import type { PromptFormat } from '../prompt-format.js';
import { readGithubModels } from './read-github-models.js';
import { writeGithubModels } from './write-github-models.js';

/** The prompt files of GitHub Models: YAML with messages, in which `{{name}}` is filled in. */
export const githubModels: PromptFormat = {
  id: 'github-models',
  title: 'GitHub Models',
  describes:
    'GitHub Models .prompt.yml files: name, description, model, its parameters, messages, and the JSON schema of the ' +
    'answer. Lost: test data and evaluators. They have values only, no conditions and no loops.',
  recognises: ({ path }) => /\.prompt\.ya?ml$/i.test(path),
  read: async (file) => [await readGithubModels(file)],
  write: writeGithubModels,
};
