import { isYamlText } from '../../../base/yaml/yaml-tree.js';
import { analyseText, isBareExpression, isExpression, textsIn } from '../expressions/analyse-text.js';
import { offsetInFile } from '../expressions/offset-in-file.js';
import type { FaultList } from '../fault-list.js';
import type { Step, TemplateText, TemplateValue, Workflow } from '../workflow.js';
import { referenceProblem, type Surroundings } from './reference-problem.js';
import { allSteps, listsIn } from './steps-in.js';
import { valuesOfStep } from './values-of-step.js';
import { afterStep, type Visible, visibleAtFirst, withEntry, withGates } from './visible.js';

/** What a check of texts goes by. */
interface TextCheck {
  readonly surroundings: Surroundings;
  readonly faults: FaultList;
}

/** Tells what is wrong in the texts of a workflow: that are no templates, or refer to what they do not see. */
export function checkTexts(workflow: Workflow, lost: ReadonlySet<string>, faults: FaultList): void {
  const lines = allSteps(workflow.steps).map(
    ({ name, nameSpan }) => [name, faults.lineOf(nameSpan.start)] as const,
  );
  const check = { surroundings: { stepLines: new Map(lines), lost }, faults };
  const first = visibleAtFirst(workflow);
  if (workflow.model !== null) checkValue(check, workflow.model, { ...first, gates: new Set() });
  const last = checkList(check, workflow.steps, first);
  for (const { value } of workflow.outputs) checkValue(check, value, last);
}

/** @returns what is visible behind the list */
function checkList(check: TextCheck, steps: readonly Step[], before: Visible): Visible {
  let visible = before;
  for (const step of steps) {
    checkStep(check, step, visible);
    visible = afterStep(visible, step);
  }
  return visible;
}

function checkStep(check: TextCheck, step: Step, visible: Visible): void {
  for (const value of valuesOfStep(step)) checkValue(check, value, visible);
  if (step.when !== null) {
    checkValue(check, step.when, visible);
    requireExpression(check, step.when, '"when"');
  }
  if (step.kind === 'if') requireExpression(check, step.condition, '"if"');
  if (step.kind === 'for_each') requireExpression(check, step.list, '"for_each"');
  const inside = step.kind === 'for_each' ? withEntry(visible, step.as) : visible;
  for (const list of listsIn(step)) checkList(check, list, withGates(inside, list));
}

function checkValue(check: TextCheck, value: TemplateValue, visible: Visible): void {
  for (const text of textsIn(value)) checkText(check, text, visible);
}

function checkText({ faults, surroundings }: TextCheck, text: TemplateText, visible: Visible): void {
  // Places in long texts take long to find.
  if (faults.isFull) return;
  const analysis = analyseText(text);
  for (const fault of analysis.faults) faults.add(offsetInFile(text, fault), fault.message);
  for (const reference of analysis.references) {
    const problem = referenceProblem(reference, visible, surroundings);
    if (problem !== null) faults.add(offsetInFile(text, reference), problem.message, problem.hint);
    if (faults.isFull) return;
  }
}

/** A text beside an expression, or none at all, would always be the same. */
function requireExpression({ faults }: TextCheck, value: TemplateValue, label: string): void {
  if (!isYamlText(value) || analyseText(value).faults.length > 0 || isExpression(value)) return;
  const hint = isBareExpression(value)
    ? `Did you mean "{{ ${value.value.trim()} }}"?`
    : 'Put all of it into one {{ }}.';
  faults.add(value.span.start, `${label} is a text, and not one expression.`, hint);
}
