import type { Origin } from '../../config/origin.js';
import type { ConfigSurvey } from '../../config/survey-config.js';
import { configCommand } from '../config/config-file-of.js';
import { ok, problem, warning } from './finding.js';
import type { Finding } from './outputs.js';

const CHECK = 'configuration';

export function checkConfig({ problems, warnings }: ConfigSurvey): Finding[] {
  const findings = [
    ...problems.map(({ error, origin }) => problem(CHECK, error.message, fixOf(origin))),
    ...warnings.map((says) => warning(CHECK, says, 'prompt-runner config path shows the files to mend.')),
  ];
  return findings.length > 0 ? findings : [ok(CHECK, 'in order')];
}

function fixOf(origin: Origin): string {
  switch (origin.from) {
    case 'user':
    case 'project':
      return configCommand('edit', origin.from);
    case 'environment':
      return `unset ${origin.variable}`;
    default:
      return 'prompt-runner config list';
  }
}
