/** The shapes that operations on the templates of sessions give back; see the session operations' outputs. */
import * as z from 'zod/mini';
import { templateLayers } from '../../engine/session/prompt-template.js';
import { orchestrationKinds } from '../../prompts/prompt-kind.js';
import { messageView } from '../prompt/outputs.js';

const text = z.string();
const count = z.number();
const nullableText = z.nullable(text);
const kind = z.enum(orchestrationKinds);
const layer = z.enum(templateLayers);

export const layerView = z.object({
  layer,
  /** The template and its version; null where the layer has none. */
  template: nullableText,
  /** wins; hidden by a nearer one; none; broken (gives way to the built-in one, unless it was asked for); off. */
  state: z.enum(['wins', 'hidden', 'none', 'broken', 'off']),
  /** In words. */
  why: text,
});

export const resolutionView = z.object({
  kind,
  /** The template that a session would take now. */
  template: text,
  layer,
  checksum: text,
  layers: z.array(layerView),
});

export const templateResolveOutput = z.object({
  project: z.nullable(z.object({ id: text, name: text })),
  featureType: nullableText,
  kinds: z.array(resolutionView),
  next: text,
});

export const templateEntry = z.object({
  name: text,
  kind,
  layer,
  project: nullableText,
  featureType: nullableText,
  /** Whether sessions take it by themselves; an alternative has to be named. */
  isInForce: z.boolean(),
  /** The newest version; null for built-in ones. */
  latest: z.nullable(count),
  /** The version that sessions take: the one labelled production, else the newest. */
  used: z.nullable(count),
  description: nullableText,
  updatedAt: z.nullable(z.date()),
});

export const templateListOutput = z.object({
  /** Whether sessions take stored templates at all. */
  stored: z.boolean(),
  templates: z.array(templateEntry),
  next: text,
});

export const templateTestOutput = z.object({
  template: text,
  kind,
  /** The session that it was rendered for; null for the sample. */
  session: nullableText,
  messages: z.array(messageView),
  text,
  /** Estimated. */
  tokens: count,
  bytes: count,
  /** What the kind needs and the template does not use: it is added to the end. */
  missing: z.array(text),
  /** What a template of the kind may use and this one does not. */
  unused: z.array(text),
  /** What it uses that sessions do not give: it prints as nothing. */
  unknown: z.array(text),
  /** Whether the prompt asks for each section of the answer; empty for kinds without sections. */
  contract: z.array(z.object({ section: text, askedFor: z.boolean() })),
  warnings: z.array(text),
  /** The difference to the prompt that the session was given; null when there is nothing to compare. */
  against: z.nullable(
    z.object({
      session: text,
      attempt: text,
      template: nullableText,
      same: z.boolean(),
      /** By lines: `- ` taken out, `+ ` put in, `  ` the same. */
      difference: text,
    }),
  ),
  /** Whether nothing is missing, unknown or not asked for. */
  sound: z.boolean(),
  next: text,
});

export const templateLinkOutput = z.object({
  /** Prompts of sessions that were not linked to a version. */
  looked: count,
  linked: z.array(z.object({ session: text, attempt: text, template: text, layer })),
  dryRun: z.boolean(),
  next: text,
});

export type LayerView = z.infer<typeof layerView>;
export type ResolutionView = z.infer<typeof resolutionView>;
export type TemplateResolveOutput = z.infer<typeof templateResolveOutput>;
export type TemplateEntry = z.infer<typeof templateEntry>;
export type TemplateListOutput = z.infer<typeof templateListOutput>;
export type TemplateTestOutput = z.infer<typeof templateTestOutput>;
export type TemplateLinkOutput = z.infer<typeof templateLinkOutput>;
