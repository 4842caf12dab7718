import type { Span, YamlText, YamlTree } from '../../base/yaml/yaml-tree.js';
import type { Json, ModelParameters } from '../../models/spec/model-request.js';
import type { PromptReference } from '../../prompts/prompt-reference.js';

/** A workflow as its file says it, with the defaults of the format filled in. Spans are places in the file. */
export interface Workflow {
  readonly name: string;
  readonly description: string | null;
  /** In the order of the file. */
  readonly inputs: readonly WorkflowInput[];
  /** The model of the steps that name none. */
  readonly model: TemplateText | null;
  /** How models answer, where a step says nothing else. */
  readonly parameters: ModelParameters;
  /** At least one. */
  readonly steps: readonly Step[];
  readonly outputs: readonly NamedValue[];
}

/** A text that is a Jinja2 template. */
export type TemplateText = YamlText;

/**
 * A value in which every text is a Jinja2 template. One that is exactly one expression has that expression's
 * value, of whatever type; any other text is rendered. Keys are never templates.
 */
export type TemplateValue = YamlTree;

export interface NamedValue {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: TemplateValue;
}

export const inputTypes = ['string', 'integer', 'number', 'boolean', 'array', 'object', 'file'] as const;
/** `file`: given as a path; the value is the text in it. */
export type InputType = (typeof inputTypes)[number];

/** What a value has to be. */
export interface ValueType {
  readonly type: InputType;
  /** The values to choose from; null when any of the type will do. */
  readonly choices: readonly Json[] | null;
  /** What each entry of a list has to be; null when it may be anything. */
  readonly items: ValueType | null;
}

export interface WorkflowInput extends ValueType {
  readonly name: string;
  readonly nameSpan: Span;
  readonly description: string | null;
  /** The value when none is given (of a file, its path); undefined when one has to be given. */
  readonly default: Json | undefined;
}

/** One step; `kind` is the key of the file that says what it does. */
export type Step =
  | PromptStep
  | AskStep
  | TemplateStep
  | CommandStep
  | ReadStep
  | WriteStep
  | EachStep
  | ChoiceStep
  | SubworkflowStep
  | GateStep;

export type StepKind = Step['kind'];

/** What every step has. */
interface NamedStep {
  /** Unique in its list. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly description: string | null;
  /** It is done only when this is true; null when always. A constant, or exactly one expression. */
  readonly when: TemplateValue | null;
}

/** What a step has that does something which may fail or hang. */
interface FallibleStep extends NamedStep {
  /** How often it is tried again after a failure, at most 5. */
  readonly retries: number;
  /** How long one try may take, in milliseconds; null for the usual time. */
  readonly timeoutMs: number | null;
}

/** What a step has that calls a model. */
interface ModelStep extends FallibleStep {
  /** Null for the model of the workflow. */
  readonly model: TemplateText | null;
  /** Added to those of the workflow, each in place of the same one there. */
  readonly parameters: ModelParameters;
  /** The JSON schema of the answer, whose parsed value is the output then; null for text. */
  readonly schema: JsonSchema | null;
}

export interface JsonSchema {
  readonly value: { readonly [key: string]: Json };
  readonly span: Span;
}

/** A prompt of the library, with values for its variables. */
export interface PromptUse {
  readonly reference: PromptReference;
  readonly span: Span;
  readonly with: readonly NamedValue[];
}

/** Asks a model with a prompt of the library. */
export interface PromptStep extends ModelStep {
  readonly kind: 'prompt';
  readonly prompt: PromptUse;
}

/** Asks a model with a text that stands in the workflow. */
export interface AskStep extends ModelStep {
  readonly kind: 'ask';
  readonly text: TemplateText;
  readonly system: TemplateText | null;
}

/** Renders a text, or a prompt of the library, without a model. */
export interface TemplateStep extends NamedStep {
  readonly kind: 'template';
  readonly content: TemplateContent;
}

export type TemplateContent =
  | { readonly from: 'text'; readonly text: TemplateText }
  | { readonly from: 'prompt'; readonly prompt: PromptUse };

/** Runs a program, without a shell. Its output is `{stdout, stderr, exit_code}`. */
export interface CommandStep extends FallibleStep {
  readonly kind: 'run';
  /** The program and its arguments: each text becomes exactly one of them, whatever its values hold. */
  readonly command: readonly TemplateText[];
  /** What it reads from its standard input; null for nothing. */
  readonly input: TemplateText | null;
  /** Where it runs, inside the root; null for the root. */
  readonly folder: TemplateText | null;
  /** Whether the workflow goes on when it exits with another code than 0. */
  readonly allowFailure: boolean;
}

/** Reads a text file inside the root. */
export interface ReadStep extends FallibleStep {
  readonly kind: 'read';
  readonly path: TemplateText;
}

/** Writes a text file inside the root. */
export interface WriteStep extends FallibleStep {
  readonly kind: 'write';
  readonly path: TemplateText;
  readonly text: TemplateText;
}

/** Does its steps for each entry of a list; its output is the list of their last outputs, in order. */
export interface EachStep extends NamedStep {
  readonly kind: 'for_each';
  /** A list, or exactly one expression. */
  readonly list: TemplateValue;
  /** The name by which the steps see the entry. */
  readonly as: string;
  /** How many entries are worked on at a time, from 1 to 50. */
  readonly concurrency: number;
  readonly steps: readonly Step[];
}

/** Does one list of steps or the other; its output is that of the last step done. */
export interface ChoiceStep extends NamedStep {
  readonly kind: 'if';
  /** A constant, or exactly one expression. */
  readonly condition: TemplateValue;
  readonly then: readonly Step[];
  /** Empty when there is nothing to do otherwise. */
  readonly else: readonly Step[];
}

/** Runs another workflow; its output is the mapping of that workflow's outputs. */
export interface SubworkflowStep extends NamedStep {
  readonly kind: 'workflow';
  readonly workflow: WorkflowReference;
  readonly span: Span;
  readonly with: readonly NamedValue[];
}

export interface WorkflowReference {
  readonly name: string;
  /** Null for the newest. */
  readonly version: number | null;
}

/** Waits until a person approves a text; its output is that text, as approved or edited. */
export interface GateStep extends NamedStep {
  readonly kind: 'gate';
  readonly content: TemplateText;
  readonly onReject: OnReject;
}

/** What follows when a person turns a text down. */
export type OnReject =
  | { readonly is: 'stop' }
  /** Goes back to an earlier step of the same list. */
  | { readonly is: 'redo'; readonly step: string; readonly span: Span };
