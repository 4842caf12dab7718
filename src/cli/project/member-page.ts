import type { MemberChangeOutput, MembersOutput } from '../../operations/project/outputs.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';

/** Who may do what, and who said so. */
export function memberTable({ members }: MembersOutput, now: Date, stream: OutputStream): string {
  const { dim } = styleFor(stream);
  return renderTable(
    members,
    [
      { header: 'Who', cell: ({ login }) => login, flexible: true, minWidth: 6 },
      { header: 'Role', cell: ({ role }) => role },
      { header: 'Since', cell: ({ at }) => relativeTime(at, now), paint: dim },
      { header: 'Let in by', cell: ({ actor }) => actor, flexible: true, minWidth: 9, paint: dim },
    ],
    stream,
  );
}

/** @example placeText({ project: null }) === 'in the store itself' */
export function placeText({ project }: Pick<MembersOutput, 'project'>): string {
  return project === null ? 'in the store itself' : `in project "${project.name}"`;
}

/** What was granted, and what else that means. */
export function grantedText(output: MemberChangeOutput): string {
  const { login, from, to, changed, closed, admin } = output;
  if (!changed) return `${login} is ${to} ${placeText(output)} already.`;
  const was = from === null ? '' : `, and was ${from}`;
  const granted = `${login} is ${to} ${placeText(output)}${was}.`;
  if (!closed) return granted;
  const admins = login === admin ? '' : ` ${admin} is its admin.`;
  return `${granted}${admins} It was open to everybody until now; others see nothing of it any more.`;
}
