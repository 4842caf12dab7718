import type { Deps } from '../deps.js';

/** A server has no settings of clients to go by: it protects this one for all. */
const ALWAYS = 'production';

/** Whether only admins move a label, once there are members: it decides what runs for everybody. */
export function isProtectedLabel({ config }: Deps, label: string): boolean {
  return label === ALWAYS || config.values['prompt.protected_labels'].includes(label);
}
