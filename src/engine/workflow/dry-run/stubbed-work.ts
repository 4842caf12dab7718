import { isJsonObject } from '../../../models/spec/json-kind.js';
import type { Json } from '../../../models/spec/model-request.js';
import { checkResponse } from '../../execution/check-response.js';
import type { StepWork, WorkTurn } from '../run/step-work.js';
import type { AskTask, CommandOutcome, CommandTask, FilledPrompt, PromptTask } from '../run/task.js';
import { StubMisfitError, StubMissingError } from './errors.js';
import type { Stubs } from './stubs.js';

/** What a dry run does for real: it renders prompts, and reads files that have no stub. */
export type HarmlessWork = Pick<StepWork, 'render' | 'read'>;

/** The work of steps when nothing is asked, run or written: what they bring forth, the stubs say. */
export class StubbedWork implements StepWork {
  readonly #stubs: Stubs;
  readonly #harmless: HarmlessWork;

  constructor(stubs: Stubs, harmless: HarmlessWork) {
    this.#stubs = stubs;
    this.#harmless = harmless;
  }

  /** A prompt is rendered all the same, so that a variable that it lacks shows. */
  async ask(task: PromptTask | AskTask, turn: WorkTurn): Promise<Json> {
    if (task.kind === 'prompt') await this.#harmless.render(task.prompt, turn);
    const answer = this.#needed(turn, 'the answer of a model');
    if (task.schema !== null) return fitting(turn, answer, task.schema);
    return textOf(turn, answer);
  }

  render(prompt: FilledPrompt, turn: WorkTurn): Promise<string> {
    return this.#harmless.render(prompt, turn);
  }

  /** A text stands for what the command prints. */
  async run({ command }: CommandTask, turn: WorkTurn): Promise<CommandOutcome> {
    const outcome = this.#needed(turn, `what ${command[0] ?? 'the command'} prints`);
    if (typeof outcome === 'string') return { stdout: outcome, stderr: '', exit_code: 0 };
    if (!isJsonObject(outcome))
      throw misfit(turn, 'is neither what the command prints nor {stdout, stderr, exit_code}');
    const { stdout = '', stderr = '', exit_code: exitCode = 0 } = outcome;
    if (typeof stdout !== 'string' || typeof stderr !== 'string' || typeof exitCode !== 'number')
      throw misfit(turn, 'is no {stdout, stderr, exit_code}: two texts and a number');
    return { stdout, stderr, exit_code: exitCode };
  }

  async read(path: string, turn: WorkTurn): Promise<string> {
    const text = this.#stubs.of(turn.step.key);
    return text === undefined ? this.#harmless.read(path, turn) : textOf(turn, text);
  }

  async write(): Promise<void> {}

  #needed({ step }: WorkTurn, what: string): Json {
    const value = this.#stubs.of(step.key);
    if (value === undefined) throw new StubMissingError(step.key, what);
    return value;
  }
}

async function fitting(turn: WorkTurn, value: Json, schema: { readonly [key: string]: Json }): Promise<Json> {
  const { problem } = await checkResponse(JSON.stringify(value), schema);
  if (problem !== null) throw misfit(turn, `does not fit the schema: ${problem.replace(/\.$/, '')}`);
  return value;
}

function textOf(turn: WorkTurn, value: Json): string {
  if (typeof value === 'string') return value;
  throw misfit(turn, 'is to be a text: its step has no schema');
}

function misfit({ step }: WorkTurn, problem: string): StubMisfitError {
  return new StubMisfitError(`The stub "${step.key}" ${problem}.`);
}
