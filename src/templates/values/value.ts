/**
 * A value of a template: whatever the caller put into the context, or one of the engine's own classes.
 *
 * Python's types are carried so:
 * - None, bool, str: `null`, `boolean`, `string`; text that is safe as markup is a `Markup`;
 * - int: a `number` that is a safe integer, else a `bigint`;
 * - float: any other `number`, or a `Float` when it is a safe integer (`1.0`);
 * - list, tuple: an array (the engine's own are `List`, so that only they can be changed), a `Tuple`;
 * - dict: a `Dict`, or any object of the caller by its own keys, or a `Map`;
 * - everything else: a `TemplateObject`.
 */
export type Value = unknown;
