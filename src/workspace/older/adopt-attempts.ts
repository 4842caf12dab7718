import { attemptIdFor, type SessionId } from '../../base/ids.js';
import type { AnswerResult, Attempt } from '../../engine/session/attempt.js';
import type { PlanningResult } from '../../engine/session/planning-result.js';
import { readPlanningAnswer } from '../../engine/session/read-planning-answer.js';
import { type AnswerStep, isAnswerStep, type PromptStep, type Step } from '../../engine/session/step.js';
import { decodeAnswer } from '../../sections/index.js';
import { readImplementationReport } from '../../sections/report/index.js';
import { measuredAnswer, measuredPrompt } from '../../store/measured.js';
import type { KeptAttempt } from '../kept-session.js';
import { dateFrom } from '../session-entries.js';
import type { SessionFile } from '../session-file.js';
import { sectionTextKeys, type TextKey, textKeys } from '../text-keys.js';
import type { CutFinding } from './cut-finding.js';
import type { OlderText, OlderTexts } from './older-texts.js';
import { OLDER_TOOL } from './older-tool.js';
import { rejoinParts } from './rejoin-parts.js';

export interface AdoptedAttempts {
  readonly attempts: readonly KeptAttempt[];
  /** What the planning answer brought forth; null before there is one. */
  readonly planning: PlanningResult | null;
  readonly findings: readonly CutFinding[];
}

/** One attempt for each step that a session of the older tool has behind it, from the texts that it left. */
export function adoptAttempts(
  file: SessionFile,
  texts: OlderTexts,
  behind: readonly Step[],
): AdoptedAttempts {
  const adoption = new Adoption(file, texts, behind);
  const attempts = behind.map((step) => adoption.attempt(step));
  const findings = adoption.findings.filter(({ text }) => behind.includes(stepOfText[text]));
  return { attempts, planning: behind.includes('process') ? adoption.planning : null, findings };
}

/** The step that leaves each text. */
const stepOfText: Readonly<Record<TextKey, Step>> = {
  orchestrator_prompt: 'plan',
  analysis_template: 'process',
  implementation_template: 'process',
  execution_notes: 'process',
  analysis_output: 'save-analysis',
  implementation_output: 'complete',
};

class Adoption {
  readonly planning: PlanningResult;
  readonly findings: readonly CutFinding[];
  readonly #file: SessionFile;
  readonly #texts: OlderTexts;
  readonly #behind: readonly Step[];
  readonly #answer: string;

  constructor(file: SessionFile, texts: OlderTexts, behind: readonly Step[]) {
    this.#file = file;
    this.#texts = texts;
    this.#behind = behind;
    const { answer, findings } = rejoinParts({
      analysis: textOf(texts.analysis_template),
      implementation: textOf(texts.implementation_template),
      notes: textOf(texts.execution_notes),
    });
    this.#answer = answer;
    this.planning = readPlanningAnswer(answer, this.#attemptId('process'));
    this.findings = [...absences(texts, this.planning), ...findings];
  }

  attempt(step: Step): KeptAttempt {
    return isAnswerStep(step) ? this.#answerAttempt(step) : this.#promptAttempt(step);
  }

  #promptAttempt(step: PromptStep): KeptAttempt {
    const messages = [{ role: 'user', text: this.#promptText(step) }] as const;
    const template = `${OLDER_TOOL}/${templateNames[step]}`;
    const attempt: Attempt = {
      ...this.#facts(step),
      outcome: 'issued',
      input: null,
      ...measuredPrompt(messages),
      template,
      source: null,
    };
    return { attempt, prompt: { messages, template, source: null }, result: null, unsaved: null };
  }

  #answerAttempt(step: AnswerStep): KeptAttempt {
    const { bytes, name } = this.#answerOf(step);
    const attempt: Attempt = {
      ...this.#facts(step),
      outcome: step === 'process' && this.#isIncomplete() ? 'incomplete' : 'accepted',
      input: { method: 'file', name },
      ...measuredAnswer(bytes),
      template: null,
      source: null,
    };
    return { attempt, prompt: null, result: this.#resultOf(step, bytes), unsaved: bytes };
  }

  /** A planning answer that lacks something holds a session in planning, unless it went on all the same. */
  #isIncomplete(): boolean {
    return this.planning.missing.length > 0 && this.#behind.at(-1) === 'process';
  }

  #facts(step: Step) {
    const at = dateFrom((step === 'complete' ? this.#file.completed_at : null) ?? this.#file.timestamp);
    return {
      id: this.#attemptId(step),
      sessionId: this.#file.id as SessionId,
      step,
      part: null,
      number: 1,
      forced: false,
      appendedTo: null,
      problem: null,
      startedAt: at,
      finishedAt: at,
    };
  }

  #promptText(step: PromptStep): string {
    if (step === 'plan') return textOf(this.#texts.orchestrator_prompt) ?? '';
    const section = step === 'analyze' ? 'analysis' : 'implementation';
    return this.planning.sections[section]?.text ?? textOf(this.#texts[sectionTextKeys[section]]) ?? '';
  }

  #answerOf(step: AnswerStep): { bytes: Uint8Array; name: string | null } {
    if (step === 'process') {
      return { bytes: Buffer.from(this.#answer), name: this.#texts.analysis_template?.name ?? null };
    }
    const text = this.#texts[step === 'complete' ? 'implementation_output' : 'analysis_output'];
    return { bytes: text?.bytes ?? new Uint8Array(), name: text?.name ?? null };
  }

  #resultOf(step: AnswerStep, bytes: Uint8Array): AnswerResult {
    switch (step) {
      case 'process':
        return { kind: 'planning', ...this.planning };
      case 'save-analysis':
        return { kind: 'analysis' };
      case 'complete':
        return { kind: 'implementation', report: readImplementationReport(decodeAnswer(bytes)) };
    }
  }

  #attemptId(step: Step) {
    return attemptIdFor(`${this.#file.id} ${step}`);
  }
}

const templateNames: Readonly<Record<PromptStep, string>> = {
  plan: 'orchestrator',
  analyze: 'analysis',
  implement: 'implementation',
};

/** The text in a file; null for one that is not there, or has nothing in it. */
function textOf(text: OlderText | null): string | null {
  const decoded = text === null ? '' : decodeAnswer(text.bytes).replace(/^\ufeff/, '');
  return decoded.trim() === '' ? null : decoded;
}

/** A section that another text turned out to hold is not missed. */
function absences(texts: OlderTexts, { sections }: PlanningResult): CutFinding[] {
  const isThere: Readonly<Record<TextKey, boolean>> = {
    orchestrator_prompt: texts.orchestrator_prompt !== null,
    analysis_template: sections.analysis !== null,
    implementation_template: sections.implementation !== null,
    execution_notes: sections.notes !== null,
    analysis_output: texts.analysis_output !== null,
    implementation_output: texts.implementation_output !== null,
  };
  return textKeys
    .filter((text) => !isThere[text])
    .map((text) => ({ text, problem: 'not-there', repaired: false }));
}
