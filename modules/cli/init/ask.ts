import { input, select } from "@inquirer/prompts";
import { problemsOf } from "./config";
import { type Answers, isOpen, presetOf, QUESTIONS, type Question } from "./questions";

/** Where a person is asked. */
export type Streams = NonNullable<Parameters<typeof input>[1]>;

/**
 * Asks for every answer that is open, one after the other; an answer that would not hold is asked for again.
 *
 * @returns undefined where the person broke off
 */
export async function askOpen(given: Answers, streams: Streams = {}): Promise<Answers | undefined> {
  let answers = given;
  try {
    for (const question of QUESTIONS) {
      if (isOpen(question, answers)) answers = { ...answers, [question.key]: await ask(question, answers, streams) };
    }
    return answers;
  } catch (error) {
    if (error instanceof Error && error.name === "ExitPromptError") return undefined;
    throw error;
  }
}

function ask(question: Question, answers: Answers, streams: Streams): Promise<string> {
  const { key, ask: message, choices } = question;
  const preset = presetOf(question, answers);
  if (choices) return select({ message, choices, default: preset }, streams);
  const validate = (text: string): true | string => {
    const [problem] = problemsOf({ ...answers, [key]: text.trim() });
    return problem === undefined || `Expected: ${problem.expected}. ${problem.remedy}`;
  };
  return input({ message, default: preset, required: true, validate }, streams).then((text) => text.trim());
}
