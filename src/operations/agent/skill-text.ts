/** Goes up with each change of the text that installed ones should get. */
export const SKILL_VERSION = 1;

/** What an agent is told: how to drive a session by itself. One text for all agents. */
export const skillText = `---
name: prompt-runner
description: Carries a feature request into this codebase with prompt-runner, step by step (plan, analysis, implementation), with every prompt and answer on record. Use it when the user asks to start, continue or look at a prompt-runner session.
---

# Drive a prompt-runner session

prompt-runner gives you a prompt. You do what the prompt asks, write your answer into a file and hand the file
in; you get the next prompt. Run the commands yourself in the project's folder. Nothing is pasted.

## 1. Find or start the session

    prompt-runner orchestrate status --json

- Exit 0: a session is in use here. Note \`session.id\`; tell the user its \`session.title\` and \`session.step\`. If it
  is not the feature the user means, see \`prompt-runner orchestrate list-sessions --json\` for the others. If
  \`session.step\` is null, it is completed or cancelled.
- Exit 3, or a new feature: write the user's request, in the user's words, into a file and start a session:

      prompt-runner orchestrate plan --file REQUEST_FILE --json

## 2. Get the prompt that is due

    prompt-runner orchestrate continue --session ID --json < /dev/null

Read from the JSON document:

- \`prompt.text\`: what to do now, all of it. \`prompt.step\` is its kind: \`plan\` (write a plan), \`analyze\` (read the
  code, change nothing), \`implement\` (change the code, run the tests).
- \`prompt\` is null: that was the last answer, and the session is completed. Show the user \`summary.text\` and stop.

The command can be repeated: it shows the same prompt until its answer is in. \`plan\` in step 1 and \`continue\` in
step 3 print the next prompt as well, in the same place; then you need not ask for it.

## 3. Answer it

Do the work that \`prompt.text\` describes. Write the whole answer, in the form that the prompt asks for, into a new
file outside the repository (for instance in the folder that \`mktemp -d\` prints). The file holds the answer alone:
no greeting, no remark on what you did. Then hand it in:

    prompt-runner orchestrate continue --session ID --file ANSWER_FILE --json

Go on with the prompt in this document, as in step 2. Before you act on a prompt whose step is \`implement\`, tell
the user in a few sentences what the analysis found, and wait for a yes, unless you were asked to go through.

## What the exit code says

- 0: the answer is taken.
- 5: the answer is taken, and the sections in \`missing\` are not in it. \`prompt.text\` asks for those alone: answer
  it in a new file, and hand that in as in step 3. They are joined.
- 1: the answer is refused and the session has not moved. \`error.message\` says why, for instance because it is
  empty or belongs to another step. Mend the file and hand it in again. Never use \`--force\` without asking.
- 4: not allowed as things stand. Read \`error.message\`, then go back to step 1. Do not work around it.
- 2 or 3: a wrong word, or a session or file that is not there. \`error.hint\` and \`error.next\` say what is right.

\`next\` in a document, and \`error.next\`, is the command by which a person goes on: name it when you stop.
`;
