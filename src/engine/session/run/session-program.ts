import { writtenModelName } from '../../../models/spec/model-name.js';
import type { OpenModel } from '../../../models/spec/open-model.js';
import { sum } from '../../execution/add-usage.js';
import type { ExecutionWatch } from '../../execution/execution-request.js';
import type { RunProblem, RunStep } from '../../run/run.js';
import type { NextTask, RunProgram, RunTask, TaskResult, TaskTurn } from '../../run/run-program.js';
import { issuePart } from '../issue-part.js';
import { issuePrompt } from '../issue-prompt.js';
import { nextPart, presentPart } from '../part.js';
import { type Phase, phases } from '../phase.js';
import type { PlanningResult } from '../planning-result.js';
import type { Session } from '../session.js';
import type { SessionPorts } from '../session-ports.js';
import { dueStep } from '../session-state.js';
import { answerStepOf, promptStepOf, stepFacts } from '../step.js';
import { type AskedStep, askStep } from './ask-step.js';
import type { SessionRunSettings } from './run-settings.js';
import type { AskedModel, AskPorts } from './step-question.js';
import { checksumOf, taskContent } from './task-content.js';
import { readTaskKey, type TaskKey, taskKey } from './task-key.js';
import type { MissingReference, Workplace } from './workplace.js';

/** What the run of a session works with. */
export interface SessionRunPorts extends AskPorts {
  readonly workplace: Workplace;
}

/** Who follows the run of a session. */
export interface SessionRunWatch extends Omit<ExecutionWatch, 'signal'> {
  /** What a plan takes for granted and is not there: told before anything is paid for that builds on it. */
  readonly onMissing?: (missing: readonly MissingReference[]) => void;
}

/** Where a try at a step begins: with its prompt, with the follow-up of a plan, or with what was turned down. */
type Beginning = 'prompt' | 'follow-up' | 'rejection';

/**
 * The run of a session: for each phase it gives the prompt and has it answered. What is due follows from
 * the session alone, so that any step may be done by hand in between.
 */
export class SessionProgram implements RunProgram {
  readonly #ports: SessionRunPorts;
  readonly #settings: SessionRunSettings;
  readonly #watch: SessionRunWatch;

  constructor(ports: SessionRunPorts, settings: SessionRunSettings, watch: SessionRunWatch = {}) {
    this.#ports = ports;
    this.#settings = settings;
    this.#watch = watch;
  }

  async next(rejected: RunStep | null): Promise<NextTask> {
    const session = await this.#ports.load();
    const closed = closedProblem(session);
    if (closed !== null) return { is: 'end', status: 'stopped', problem: closed };
    const key = rejected === null ? this.#dueIn(session) : readTaskKey(rejected.key);
    if (key === null) return { is: 'end', status: 'completed', problem: null };
    const { phase } = stepFacts[key.step];
    if (phases.indexOf(phase) > phases.indexOf(this.#settings.until)) {
      return { is: 'end', status: 'stopped', problem: null };
    }
    const beginning = rejected === null ? beginningOf(key, session) : 'rejection';
    return { is: 'task', task: this.#taskFor(key, session, beginning) };
  }

  /** One step by itself, whether or not it is the one that is due. */
  async task(key: TaskKey): Promise<RunTask> {
    return this.#taskFor(key, await this.#ports.load(), 'prompt');
  }

  #taskFor(key: TaskKey, session: Session, beginning: Beginning): RunTask {
    const { phase } = stepFacts[key.step];
    const model = writtenModelName(this.#settings.models[phase]);
    return {
      key: taskKey(key),
      title: `${titleOf[phase]}${partText(key, session)} with ${model}`,
      perform: (turn) => this.#perform(key, turn, beginning),
    };
  }

  async contentOf({ key }: RunStep): Promise<string | null> {
    return taskContent(await this.#ports.load(), readTaskKey(key));
  }

  #dueIn({ state }: Session): TaskKey | null {
    const due = dueStep(state);
    if (due === null) return null;
    const step = answerStepOf(due);
    const inParts = step === 'complete' && (this.#settings.parts || state.parts !== null);
    if (!inParts) return { step, part: null };
    const parts = state.parts ?? [];
    return { step, part: presentPart(parts) ?? nextPart(parts) ?? 1 };
  }

  async #perform(key: TaskKey, { signal, comment }: TaskTurn, beginning: Beginning): Promise<TaskResult> {
    const { phase } = stepFacts[key.step];
    const model = await this.#ports.execution.models.open(this.#settings.models[phase]);
    const session = beginning === 'prompt' ? await this.#issue(key, model) : await this.#ports.load();
    const asked = await askStep(
      this.#ports,
      {
        ...key,
        session,
        asked: await this.#asked(phase, model),
        rejection: beginning === 'rejection' ? { comment } : null,
        ...(changesFiles(phase, model) && { evidence: () => this.#ports.workplace.evidence() }),
      },
      { ...this.#watch, signal },
    );
    return this.#resultOf(asked);
  }

  /** Gives the prompt; to a model that cannot look for itself, with what is known of the repository. */
  async #issue({ step, part }: TaskKey, model: OpenModel): Promise<Session> {
    const session = await this.#where(stepFacts[step].phase, model, await this.#ports.load());
    const looks = model.kind === 'agent' || model.abilities.tools;
    const ports: SessionPorts = looks
      ? this.#ports.session
      : {
          ...this.#ports.session,
          context: await this.#ports.workplace.context(session.featureRequest),
        };
    const issued =
      part === null
        ? await issuePrompt(ports, session, promptStepOf[step])
        : await issuePart(ports, session, part);
    return issued.session;
  }

  /** Its prompt names the folder that the agent may change: one that takes it at its word stays within it. */
  async #where(phase: Phase, model: OpenModel, session: Session): Promise<Session> {
    if (session.project === null || !changesFiles(phase, model)) return session;
    const root = await this.#ports.workplace.prepare();
    return { ...session, project: { ...session.project, root } };
  }

  async #asked(phase: Phase, model: OpenModel): Promise<AskedModel> {
    const { workplace } = this.#ports;
    const { parameters, ceilings } = this.#settings;
    const { name, kind, abilities } = model;
    const writes = changesFiles(phase, model);
    return {
      model: name,
      parameters,
      ceilings,
      tools: kind === 'model' && abilities.tools ? workplace.tools : [],
      agent:
        kind === 'agent'
          ? {
              folder: writes ? await workplace.prepare() : workplace.folder,
              access: writes ? 'write' : 'read',
            }
          : null,
    };
  }

  async #resultOf({ taken, executions }: AskedStep): Promise<TaskResult> {
    const { result, attempt } = taken;
    const missing = result.kind === 'planning' ? await this.#missingIn(result) : [];
    if (missing.length > 0) this.#watch.onMissing?.(missing);
    const verification = result.kind === 'implementation' ? result.evidence?.verification : null;
    const verified = verification?.passed ?? null;
    return {
      output: {
        attempt,
        executions: executions.map(({ id }) => id),
        cost: executions.reduce<number | null>((total, { cost }) => sum(total, cost), 0),
        missing: missing.map(({ kind, text, line }) => ({ kind, text, line })),
        verified,
      },
      approval:
        this.#settings.approve === 'each' || verified === false ? { checksum: checksumOf(attempt) } : null,
    };
  }

  async #missingIn({ sections }: PlanningResult): Promise<readonly MissingReference[]> {
    const texts = [sections.analysis, sections.implementation, sections.notes].flatMap(
      (section) => section?.text ?? [],
    );
    return this.#ports.workplace.missingIn(texts.join('\n\n'));
  }
}

/** A plan that lacks sections was paid for: only what is missing is asked for. */
function beginningOf({ step }: TaskKey, { state }: Session): Beginning {
  return step === 'process' && state.steps.process.state === 'incomplete' ? 'follow-up' : 'prompt';
}

function closedProblem({ id, state: { lifecycle } }: Session): RunProblem | null {
  if (lifecycle === 'active') return null;
  return {
    code: 'SESSION_CLOSED',
    message: `The session ${id} is ${lifecycle}; nothing more is done in it.`,
  };
}

const titleOf: Readonly<Record<Phase, string>> = {
  planning: 'Planning',
  analysis: 'Analysing',
  implementation: 'Implementing',
};

function partText({ part }: TaskKey, { state }: Session): string {
  if (part === null) return '';
  return state.parts === null ? ` part ${part}` : ` part ${part} of ${state.parts.length}`;
}

/** Only an agent changes files; a model's answer says what to change. */
function changesFiles(phase: Phase, { kind }: OpenModel): boolean {
  return phase === 'implementation' && kind === 'agent';
}
