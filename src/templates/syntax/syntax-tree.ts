import type { Value } from '../values/value.js';

/** What every node of the tree has: where it begins in the source, in UTF-16 units. */
interface At {
  readonly at: number;
}

/** A constant: `1`, `"text"`, `none`. */
export interface Literal extends At {
  readonly kind: 'literal';
  readonly value: Value;
}
/** `name`. */
export interface Name extends At {
  readonly kind: 'name';
  readonly name: string;
}
/** `[a, b]`. */
export interface ListDisplay extends At {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}
/** `a, b`. */
export interface TupleDisplay extends At {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
}
/** `{a: b}`. */
export interface DictDisplay extends At {
  readonly kind: 'dict';
  readonly entries: readonly (readonly [key: Expression, value: Expression])[];
}
/** `object.name`. */
export interface Attribute extends At {
  readonly kind: 'attribute';
  readonly object: Expression;
  readonly name: string;
}
/** `object[key]`. */
export interface Subscript extends At {
  readonly kind: 'subscript';
  readonly object: Expression;
  readonly key: Expression;
}
/** `start:stop:step` between the brackets of a subscript. */
export interface SliceDisplay extends At {
  readonly kind: 'slice';
  readonly start: Expression | undefined;
  readonly stop: Expression | undefined;
  readonly step: Expression | undefined;
}
/** What stands between the parentheses of a call, filter or test. */
export interface Arguments {
  readonly positional: readonly Expression[];
  readonly named: readonly NamedArgument[];
  /** The expression behind `*`. */
  readonly spread: Expression | undefined;
  /** The expression behind `**`. */
  readonly namedSpread: Expression | undefined;
}
/** `name=value`. */
export interface NamedArgument extends At {
  readonly name: string;
  readonly value: Expression;
}
/** `callee(…)`. */
export interface Call extends At {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly arguments: Arguments;
}
/** `input|name(…)`; a filter block's first filter has no input. */
export interface FilterUse extends At {
  readonly kind: 'filter';
  readonly input: Expression | undefined;
  readonly name: string;
  readonly arguments: Arguments;
}
/** `input is name(…)`. */
export interface TestUse extends At {
  readonly kind: 'test';
  readonly input: Expression;
  readonly name: string;
  readonly arguments: Arguments;
}
/** `not a`, `-a`, `+a`. */
export interface Unary extends At {
  readonly kind: 'unary';
  readonly operator: 'not' | '-' | '+';
  readonly operand: Expression;
}
/** The operators of numbers. */
export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**';
export interface Binary extends At {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}
/** `a and b`, `a or b`: the value is one of the operands. */
export interface Logical extends At {
  readonly kind: 'logical';
  readonly operator: 'and' | 'or';
  readonly left: Expression;
  readonly right: Expression;
}
/** `a ~ b ~ c`. */
export interface Join extends At {
  readonly kind: 'join';
  readonly parts: readonly Expression[];
}
/** The operators that chain. */
export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in';
/** `a < b <= c`: every operand is evaluated once. */
export interface Comparison extends At {
  readonly kind: 'comparison';
  readonly first: Expression;
  readonly rest: readonly { readonly operator: ComparisonOperator; readonly operand: Expression }[];
}
/** `yes if condition else no`. */
export interface Conditional extends At {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression | undefined;
}

/** Whatever has a value. */
export type Expression =
  | Literal
  | Name
  | ListDisplay
  | TupleDisplay
  | DictDisplay
  | Attribute
  | Subscript
  | SliceDisplay
  | Call
  | FilterUse
  | TestUse
  | Unary
  | Binary
  | Logical
  | Join
  | Comparison
  | Conditional;

/** What can stand left of `=` or behind `for`. */
export interface NameTarget extends At {
  readonly kind: 'name-target';
  readonly name: string;
}
/** `namespace.name`. */
export interface NamespaceTarget extends At {
  readonly kind: 'namespace-target';
  readonly namespace: string;
  readonly name: string;
}
/** `a, b` as what is assigned to. */
export interface TupleTarget extends At {
  readonly kind: 'tuple-target';
  readonly targets: readonly Target[];
}
/** Whatever can be assigned to. */
export type Target = NameTarget | NamespaceTarget | TupleTarget;

/** Statements that follow each other. */
export type Body = readonly Statement[];

/** What stands between the tags. */
export interface Text extends At {
  readonly kind: 'text';
  readonly text: string;
}
/** `{{ value }}`. */
export interface Print extends At {
  readonly kind: 'print';
  readonly value: Expression;
}
/** `{% if %}` with its `elif`s and `else`. */
export interface If extends At {
  readonly kind: 'if';
  readonly branches: readonly { readonly condition: Expression; readonly body: Body }[];
  readonly otherwise: Body;
}
/** `{% for %}` with its `else`. */
export interface For extends At {
  readonly kind: 'for';
  readonly target: Target;
  readonly items: Expression;
  readonly condition: Expression | undefined;
  readonly recursive: boolean;
  readonly body: Body;
  readonly otherwise: Body;
}
/** `{% break %}` and `{% continue %}`. */
export interface LoopControl extends At {
  readonly kind: 'break' | 'continue';
}
/** `{% set target = value %}`. */
export interface Assignment extends At {
  readonly kind: 'set';
  readonly target: Target;
  readonly value: Expression;
}
/** `{% set name | filter %}…{% endset %}`. */
export interface BlockAssignment extends At {
  readonly kind: 'set-block';
  readonly target: Target;
  readonly filter: FilterUse | undefined;
  readonly body: Body;
}
/** A parameter of a macro or call block; `standard` is its default. */
export interface Parameter extends At {
  readonly name: string;
  readonly standard: Expression | undefined;
}
/** `{% macro name(parameters) %}`. */
export interface MacroDefinition extends At {
  readonly kind: 'macro';
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: Body;
}
/** `{% call(parameters) macro() %}…{% endcall %}`. */
export interface CallBlock extends At {
  readonly kind: 'call-block';
  readonly call: Call;
  readonly parameters: readonly Parameter[];
  readonly body: Body;
}
/** `{% filter name %}`. */
export interface FilterBlock extends At {
  readonly kind: 'filter-block';
  readonly filter: FilterUse;
  readonly body: Body;
}
/** `{% with target = value %}`. */
export interface With extends At {
  readonly kind: 'with';
  readonly assignments: readonly { readonly target: Target; readonly value: Expression }[];
  readonly body: Body;
}
/** `{% do expression %}`. */
export interface Do extends At {
  readonly kind: 'do';
  readonly expression: Expression;
}
/** `{% autoescape enabled %}`. */
export interface AutoescapeBlock extends At {
  readonly kind: 'autoescape';
  readonly enabled: Expression;
  readonly body: Body;
}
/** `{% include template %}`. */
export interface Include extends At {
  readonly kind: 'include';
  readonly template: Expression;
  readonly ignoreMissing: boolean;
  readonly withContext: boolean;
}
/** `{% import template as name %}`. */
export interface Import extends At {
  readonly kind: 'import';
  readonly template: Expression;
  readonly name: string;
  readonly withContext: boolean;
}
/** `{% from template import name as alias %}`. */
export interface FromImport extends At {
  readonly kind: 'from-import';
  readonly template: Expression;
  readonly names: readonly { readonly name: string; readonly alias: string }[];
  readonly withContext: boolean;
}
/** `{% extends template %}`. */
export interface Extends extends At {
  readonly kind: 'extends';
  readonly template: Expression;
}
/** `{% block name scoped required %}`. */
export interface Block extends At {
  readonly kind: 'block';
  readonly name: string;
  readonly scoped: boolean;
  readonly required: boolean;
  readonly body: Body;
}

/** Whatever a template is a sequence of. */
export type Statement =
  | Text
  | Print
  | If
  | For
  | LoopControl
  | Assignment
  | BlockAssignment
  | MacroDefinition
  | CallBlock
  | FilterBlock
  | With
  | Do
  | AutoescapeBlock
  | Include
  | Import
  | FromImport
  | Extends
  | Block;
