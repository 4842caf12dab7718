import type { Remedy } from '../../base/errors.js';
import type { ProcessEnd } from '../../base/process/process-end.js';
import { formatBytes } from '../../base/text/format-bytes.js';
import { formatDuration } from '../../base/text/format-duration.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { FaultClass } from '../spec/model-fault.js';
import { type AgentName, installCommands } from './agent-name.js';
import type { AgentSurroundings } from './agent-surroundings.js';
import type { AnswerDraft } from './output/answer-draft.js';
import type { ReportedProblem } from './output/reported-problem.js';
import type { AgentRun } from './process/run-agent.js';

const REASON_CHARACTERS = 400;

/** All that tells whether an agent's run brought an answer. */
export interface EndedRun {
  readonly agent: AgentName;
  readonly run: AgentRun;
  readonly draft: AnswerDraft;
  readonly exitFaults: Readonly<Record<number, FaultClass>>;
  readonly surroundings: AgentSurroundings;
  readonly warnings: readonly string[];
}

/** What the program itself says of its failure. */
export interface PrintedWords {
  readonly problem: ReportedProblem | null;
  readonly stderr: string;
}

/** What a run came to, when it brought no answer. */
export interface Verdict {
  readonly fault: FaultClass;
  readonly message: string;
  readonly remedy?: Remedy;
  readonly cause?: Error;
}

/** Why a run brought no whole answer; null when it did. */
export function verdictOn(ended: EndedRun, words: PrintedWords): Verdict | null {
  const { agent, draft, exitFaults, surroundings } = ended;
  const { end } = ended.run;
  switch (end.outcome) {
    case 'not-found':
      return missing(agent, end.program);
    case 'not-started':
      return {
        fault: 'agent-failed',
        message: `${end.program} could not be started: ${end.cause.message}.`,
        cause: end.cause,
      };
    case 'exited':
      return end.code === 0 && words.problem === null
        ? verdictOnSilence(agent, draft, words)
        : failed(agent, exitWords(end), words, exitFaults[end.code]);
    case 'signalled':
      return failed(agent, exitWords(end), words, undefined);
    default:
      return stopped(agent, end.outcome, words, surroundings);
  }
}

function missing(agent: AgentName, program: string): Verdict {
  const install = installCommands[agent];
  return {
    fault: 'agent-missing',
    message: `There is no program "${program}" on the PATH.`,
    remedy:
      install === null
        ? { hint: 'Check how it is written, or give its whole path.' }
        : { hint: 'Install it, start it once to log in, and try again.', next: install },
  };
}

/** It ended well, as far as its exit code tells. */
function verdictOnSilence(agent: AgentName, draft: AnswerDraft, { stderr }: PrintedWords): Verdict | null {
  const { text } = draft.answer([]);
  const reason = lastWords(stderr);
  if (!draft.finished) {
    const what = text === '' && draft.session === null ? 'malformed' : 'truncated';
    return { fault: what, message: `${agent} ended without saying that it is done${reason}.` };
  }
  // Who changed files has answered by that.
  if (text.trim() !== '' || draft.toolUseCount > 0) return null;
  return { fault: 'empty', message: `${agent} ended well and said nothing${reason}.` };
}

function failed(
  agent: AgentName,
  how: string,
  { problem, stderr }: PrintedWords,
  exitFault: FaultClass | undefined,
): Verdict {
  const fault = problem === null || problem.fault === 'agent-failed' ? exitFault : problem.fault;
  const reason = problem === null ? lastWords(stderr) : `: ${reasonText(problem.message)}`;
  return { fault: fault ?? 'agent-failed', message: `${agent} ${how}${reason}.` };
}

/** An agent that was trying again when its time was up failed for what it tried again for. */
function stopped(
  agent: AgentName,
  outcome: 'timed-out' | 'idle' | 'aborted' | 'too-much-output',
  { problem }: PrintedWords,
  { timeoutMs, idleMs, maxOutputBytes }: AgentSurroundings,
): Verdict {
  const reason = problem === null ? '' : `: ${reasonText(problem.message)}`;
  const fault = problem === null || problem.fault === 'agent-failed' ? 'timeout' : problem.fault;
  switch (outcome) {
    case 'timed-out':
      return { fault, message: `${agent} was not done after ${formatDuration(timeoutMs)}${reason}.` };
    case 'idle':
      return { fault, message: `${agent} printed nothing for ${formatDuration(idleMs)}${reason}.` };
    case 'too-much-output':
      return { fault: 'too-large', message: `${agent} printed more than ${formatBytes(maxOutputBytes)}.` };
    case 'aborted':
      return { fault: 'aborted', message: `${agent} was interrupted.` };
  }
}

function exitWords(end: Extract<ProcessEnd, { outcome: 'exited' | 'signalled' }>): string {
  if (end.outcome === 'signalled') return `was ended by ${end.signal}`;
  return end.code === 0 ? 'gave up' : `ended with exit code ${end.code}`;
}

function lastWords(stderr: string): string {
  const line = stderr.split('\n').findLast((words) => words.trim() !== '');
  return line === undefined ? '' : `: ${reasonText(line)}`;
}

/** Without a stop at its end, since a sentence goes on around it. */
function reasonText(text: string): string {
  const line = forTerminalLine(text.slice(0, 4 * REASON_CHARACTERS));
  const short = line.length <= REASON_CHARACTERS ? line : `${line.slice(0, REASON_CHARACTERS - 1)}…`;
  return short.endsWith('.') ? short.slice(0, -1) : short;
}
