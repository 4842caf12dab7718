/** Goes up with each change of the text that installed ones should get. */
export const SKILL_VERSION = 2;

/**
 * What an agent is told: how to drive a session by itself. One text for all agents, so that it asks for the least
 * that each of them grants: files lie in the project, because some agents may not write elsewhere; prompts come in
 * files, because tools shorten long output; and nothing rests on an exit code alone, because not every tool shows it.
 */
export const skillText = `---
name: prompt-runner
description: Carries a feature request into this codebase with prompt-runner, step by step (plan, analysis, implementation), with every prompt and answer on record. Use it when the user asks to start, continue or look at a prompt-runner session.
---

# Drive a prompt-runner session

prompt-runner gives you a prompt. You do what the prompt asks, write your answer into a file and hand the file
in; you get the next prompt. Run the commands yourself in the project's root folder. Nothing is pasted.

All files of this work lie in the folder \`.prompt-runner\` there. If it is not there yet, make it, and in it the file
\`.gitignore\` with one line, \`*\`, so that git does not see the folder.

## 1. Find or start the session

    prompt-runner orchestrate status --json

- The document has a \`session\`: it is in use here. Note \`session.id\`; tell the user its \`session.title\` and
  \`session.step\`. If it is not the feature the user means, see \`prompt-runner orchestrate list-sessions --json\`
  for the others. If \`session.step\` is null, it is completed or cancelled.
- \`error.code\` is \`NO_ACTIVE_SESSION\`, or it is a new feature: write the user's request, in the user's words,
  into a new file in \`.prompt-runner\`, start a session, note \`session.id\`, and go on with step 3:

      prompt-runner orchestrate plan --file REQUEST_FILE --out .prompt-runner/prompt.md --yes --json

## 2. Get the prompt that is due

    prompt-runner orchestrate continue --session ID --out .prompt-runner/prompt.md --yes --json < /dev/null

The command can be repeated: it gives the same prompt until its answer is in. \`--yes\` lets it replace what is in
\`prompt.md\`.

## 3. Do what the prompt says

- Read the file \`.prompt-runner/prompt.md\` to its end, in parts if your tool shortens it: it is what to do now, all
  of it. If a tool does not read files that git ignores, read it with the shell. \`prompt.step\` in the document is its
  kind: \`plan\` (write a plan), \`analyze\` (read the code, change nothing), \`implement\` (change the code, run the
  tests).
- \`prompt\` is null: that was the last answer, and the session is completed. Show the user \`summary.text\`, which
  is in the file, too, and stop.

Before you act on a prompt whose step is \`implement\`, tell the user in a few sentences what the analysis found, and
wait for a yes, unless you were asked to go through.

## 4. Hand the answer in

Write the whole answer, in the form that the prompt asks for, into a new file in \`.prompt-runner\`. The file holds
the answer alone: no greeting, no remark on what you did. Then:

    prompt-runner orchestrate continue --session ID --file ANSWER_FILE --out .prompt-runner/prompt.md --yes --json

Go by the document, and go on with step 3:

- \`missing\` is empty: the answer is taken, and the next prompt is in the file.
- \`missing\` names sections (exit code 5): the answer is taken, and these are not in it. The prompt in the file asks
  for them alone: answer it in a new file, and hand that in in the same way. They are joined.
- There is an \`error\` instead: the session has not moved. See below.

Your tool may shorten a long document. The step is done all the same: do not hand the answer in again. The prompt is
whole in the file, and \`prompt-runner orchestrate status --session ID --json\`, which is short, has
\`session.step\` and \`missing\`.

## When there is an error

\`error.message\` says what is wrong, \`error.hint\` and \`error.next\` what is right.

- \`ANSWER_REJECTED\` (exit code 1): the answer was refused, for instance because it is empty or belongs to another
  step. Mend it and hand it in again. Never use \`--force\` without asking.
- \`MOVE_NOT_ALLOWED\`, \`NOT_ALLOWED\` and the like (exit code 4): not allowed as things stand. Go back to step 1. Do
  not work around it.
- \`USAGE\`, \`FILE_NOT_FOUND\`, \`SESSION_NOT_FOUND\` and the like (exit code 2 or 3): a wrong word, or a file or
  session that is not there. Correct the command.
- \`STORE_CANNOT_OPEN\` or \`STORE_READ_ONLY\`: most likely your sandbox keeps prompt-runner from its store. Ask the
  user to let these commands run outside the sandbox, or to let it write the folder that the message names. Do not
  choose another store with \`--db\`: the user would not find the session there.

\`next\` in a document, and \`error.next\`, is the command by which a person goes on: name it when you stop.
`;
