import { promptText } from '../../../base/text/prompt-text.js';
import { execute } from '../../../engine/execution/execute.js';
import type { ExecutionWatch } from '../../../engine/execution/execution-request.js';
import type { StepWork, WorkTurn } from '../../../engine/workflow/run/step-work.js';
import type {
  AskTask,
  CommandOutcome,
  CommandTask,
  FilledPrompt,
  PromptTask,
} from '../../../engine/workflow/run/task.js';
import type { Json } from '../../../models/spec/model-request.js';
import { openRequest } from '../../execution/run-ports.js';
import { RootFiles } from './root-files.js';
import { runCommand } from './run-command.js';
import type { StartedRun } from './started-run.js';
import { pinnedPrompt, taskRequest } from './task-request.js';
import type { WorkflowDeps } from './workflow-follower.js';

/** The work of the steps of a run: models are asked on record, commands and files stay inside the root. */
export class RunWork implements StepWork {
  readonly #deps: WorkflowDeps;
  readonly #run: StartedRun;
  readonly #files: RootFiles;

  constructor(deps: WorkflowDeps, run: StartedRun) {
    this.#deps = deps;
    this.#run = run;
    this.#files = new RootFiles(run.settings.root);
  }

  async ask(task: PromptTask | AskTask, turn: WorkTurn): Promise<Json> {
    const request = await taskRequest(this.#deps, this.#run, task, turn);
    // One call may take as long as the whole step: the step itself ends it.
    const seconds = turn.timeoutMs === null ? undefined : turn.timeoutMs / 1000;
    const open = await openRequest(this.#inRoot(), request, seconds);
    const { answer, value } = await execute(open.ports, open.request, this.#watch(turn));
    // What was read as JSON is JSON.
    return request.responseSchema === null ? answer.text : (value as Json);
  }

  async render(prompt: FilledPrompt): Promise<string> {
    return promptText((await pinnedPrompt(this.#deps, this.#run, prompt)).messages);
  }

  async run(task: CommandTask, { signal }: WorkTurn): Promise<CommandOutcome> {
    return runCommand(task, { folder: await this.#files.folder(task.folder), signal });
  }

  read(path: string): Promise<string> {
    return this.#files.read(path);
  }

  write(path: string, text: string): Promise<void> {
    return this.#files.write(path, text);
  }

  /** An agent looks at the codebase, wherever the caller is. */
  #inRoot(): WorkflowDeps {
    const { surroundings } = this.#deps;
    return { ...this.#deps, surroundings: { ...surroundings, folder: this.#run.settings.root } };
  }

  #watch({ signal, step: { key } }: WorkTurn): ExecutionWatch {
    const { follow } = this.#deps;
    return {
      signal,
      // An answer that nobody listens to comes in one piece, and what had come of it by Ctrl-C would be lost.
      onText: (text) => follow.onText?.(key, text),
      onActivity: (line) => follow.onActivity?.(key, line),
      onRetry: (retry) => follow.onRetry?.(key, retry),
    };
  }
}
