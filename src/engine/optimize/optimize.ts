import { inParallel } from '../../base/in-parallel.js';
import { judgeOnHoldOut } from './judging/judge-on-hold-out.js';
import type { OptimizationOutcome } from './optimization-outcome.js';
import type { OptimizationPorts, OptimizationProgress, OptimizationWatch } from './optimization-ports.js';
import type { OptimizationTask } from './optimization-task.js';
import { planOptimization } from './plan-optimization.js';
import { progressOf } from './progress-of.js';
import { ProposalRules } from './proposal/proposal-rules.js';
import { ReflectionText } from './reflection-text.js';
import type { Arm } from './search/arm.js';
import { CallBook } from './search/call-book.js';
import { openArm } from './search/open-arm.js';
import { rivalsAmong } from './search/rivals.js';
import { runArm } from './search/run-arm.js';
import { distinctRows, splitRows } from './split-rows.js';

/**
 * Searches for a better text of a prompt, and says how much better it is on rows that no choice saw.
 *
 * All that is decided follows from the task and from the answers. Whoever stopped it goes on by doing it again: calls
 * that are on record are answered from there, and the end is the same as if it had not been stopped.
 *
 * @throws OptimizationInputError for too few rows, too small a budget, or a start that is not fit for it
 * @throws TemplateError when the start is no template
 * @throws what `ask` throws, and the signal's reason; what was answered before stays on record
 */
export async function optimize(
  ports: OptimizationPorts,
  task: OptimizationTask,
  watch: OptimizationWatch,
): Promise<OptimizationOutcome> {
  const { start, settings } = task;
  const plan = planOptimization(task.rows, settings);
  const rows = splitRows(distinctRows(task.rows), plan.sets, settings.seed);
  const { feedback, selection, holdOut } = rows;
  const seen = [...feedback, ...selection];
  const rules = await ProposalRules.of(start, { rows: seen, growth: settings.growth, fetch: ports.fetch });

  let phase: OptimizationProgress['phase'] = 'search';
  const arms: Arm[] = [];
  const tell = () => watch.onProgress?.(progressOf(phase, { book, arms, settings }));
  const rivals = new Map([feedback, selection, holdOut].flatMap((set) => [...rivalsAmong(set)]));
  const book = new CallBook(ports, { rivals, signal: watch.signal, onAnswer: tell });
  const texts = new ReflectionText(ports.prompts, settings.goal);
  for (const name of plan.arms)
    arms.push(openArm({ name, start, rows, settings, plan, book, rules, texts, keep: ports.keep }));

  const results = await inParallel(arms, arms.length, runArm);
  phase = 'hold-out';
  return judgeOnHoldOut({ results, plan, rows: holdOut, settings, book });
}
