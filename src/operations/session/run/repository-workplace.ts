import type { RunnableTool } from '../../../engine/execution/execution-request.js';
import type { Evidence } from '../../../engine/session/evidence.js';
import type { MissingReference, Workplace } from '../../../engine/session/run/workplace.js';
import type { Session } from '../../../engine/session/session.js';
import { repositoryContext } from '../../../repository/context/repository-context.js';
import { checkPlan } from '../../../repository/plan-check/check-plan.js';
import { repositoryTools } from '../../../repository/tools/repository-tools.js';
import { gatherEvidence } from './gather-evidence.js';
import { type ImplementationGround, prepareGround } from './implementation-ground.js';
import type { RunFollower } from './run-follower.js';
import type { CommandSettings } from './run-settings.js';

/** What the workplace of a session depends on. */
export interface WorkplaceWish {
  readonly session: Session;
  /** The codebase's folder, absolute. */
  readonly root: string;
  readonly settings: Pick<CommandSettings, 'verify' | 'worktree' | 'dirty'>;
  readonly contextTokens: number;
  readonly follow: Pick<RunFollower, 'signal' | 'onVerification'>;
}

/** The codebase of a session, as a run works on it. */
export class RepositoryWorkplace implements Workplace {
  readonly folder: string;
  readonly tools: readonly RunnableTool[];
  readonly #wish: WorkplaceWish;
  #ground: ImplementationGround | null = null;

  constructor(wish: WorkplaceWish) {
    this.#wish = wish;
    this.folder = wish.root;
    this.tools = repositoryTools(wish.root);
  }

  async context(request: string): Promise<string> {
    const { root, contextTokens } = this.#wish;
    return (await repositoryContext(root, { request, tokenBudget: contextTokens })).text;
  }

  async prepare(): Promise<string> {
    return (await this.#prepared()).folder;
  }

  async evidence(): Promise<Evidence> {
    const { settings, follow } = this.#wish;
    return gatherEvidence(await this.#prepared(), settings.verify, follow);
  }

  async missingIn(plan: string): Promise<readonly MissingReference[]> {
    const { references } = await checkPlan(this.#wish.root, plan);
    return references.flatMap(({ state, kind, text, line }) =>
      state === 'missing' ? [{ kind, text, line }] : [],
    );
  }

  async #prepared(): Promise<ImplementationGround> {
    const { session, root, settings } = this.#wish;
    this.#ground ??= await prepareGround({ session: session.id, root, ...settings });
    return this.#ground;
  }
}
