import { PromptRunnerError } from '../../base/errors.js';

/** A template is named that does not lie in the folder of the one that includes it, or below. */
export class TemplateOutsideFolderError extends PromptRunnerError {
  readonly code = 'TEMPLATE_OUTSIDE_FOLDER';
  readonly kind = 'failed';

  constructor(name: string, folder: string) {
    super(`The template "${name}" does not lie in ${folder} or below.`, {
      hint: 'What a template includes has to lie in its folder or below; links are followed first.',
    });
  }
}
