import { formatDollars } from '../../base/text/format-dollars.js';
import { forTerminal } from '../../base/text/terminal-text.js';
import type { FollowedDeps } from '../../operations/session/run/run-follower.js';
import type { StepRunOutput } from '../../operations/session/run/run-outputs.js';
import { runStep } from '../../operations/session/run/run-step.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { highlightMarkdown } from '../render/highlight-markdown.js';
import { styleFor } from '../render/style.js';
import type { OutputStream } from '../streams.js';
import { renderFindings } from './findings.js';
import { missingLines, renderEvidence } from './gate-page.js';
import { RunProgress } from './run-progress.js';
import { secretLines } from './session-page.js';
import { renderStanding } from './standing.js';

type StepInput = Omit<Parameters<typeof runStep>[1], 'dirty'>;

/** Has one step done by a model or an agent, and shows what came of it. */
export async function askModel(context: CommandContext, input: StepInput): Promise<number> {
  const output = await context.interruptible(async (signal) => {
    const progress = new RunProgress(context);
    const deps: FollowedDeps = { ...(await context.open()), follow: progress.follower(signal) };
    try {
      return await runStep(deps, { ...input, dirty: context.common.yes });
    } finally {
      progress.end();
    }
  });
  context.print(output, (stream) => renderStep(output, stream));
  return isWhole(output) ? exitCode.done : exitCode.partly;
}

/** A plan that lacks sections, and an implementation whose tests do not pass, are done in part. */
function isWhole({ planning, evidence }: StepRunOutput): boolean {
  return (planning === null || planning.missing.length === 0) && evidence?.verification?.passed !== false;
}

function renderStep(output: StepRunOutput, stream: OutputStream): string {
  const { planning, evidence, missing, secrets, session, next, cost } = output;
  return [
    planning === null ? answerText(output, stream) : renderFindings(planning, stream),
    missingLines(missing, stream),
    evidence === null ? '' : renderEvidence(evidence, stream),
    cost === null ? 'What it cost is not known.\n' : `It cost ${formatDollars(cost)}.\n`,
    secretLines(secrets, stream),
    renderStanding(session, next, stream),
  ]
    .filter((block) => block !== '')
    .join('\n');
}

function answerText({ answer }: StepRunOutput, stream: OutputStream): string {
  const text = forTerminal(answer).trimEnd();
  return `${stream.isTerminal ? highlightMarkdown(text, styleFor(stream)) : text}\n`;
}
