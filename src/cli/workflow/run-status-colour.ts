import type { WorkflowRunView } from '../../operations/workflow/run/run-outputs.js';
import type { Look, Paint, Style } from '../render/style.js';

const looks: Readonly<Record<WorkflowRunView['status'], Look>> = {
  running: 'cyan',
  waiting: 'yellow',
  stopped: 'yellow',
  failed: 'red',
  completed: 'green',
  cancelled: 'dim',
};

/** The look of a run's status, the same wherever it is shown. */
export function runStatusColour(style: Style, status: WorkflowRunView['status']): Paint {
  return style[looks[status]];
}
