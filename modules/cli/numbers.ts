import { InvalidArgumentError } from "commander";

const numberOf =
  (fits: (number: number) => boolean, expected: string) =>
  (text: string): number => {
    const number = Number(text);
    if (text.trim() !== "" && fits(number)) return number;
    throw new InvalidArgumentError(`${expected} is expected.`);
  };

/** Readers of the numbers that options take. */
export const positive = numberOf((number) => Number.isInteger(number) && number > 0, "A whole number above 0");
export const amount = numberOf((number) => Number.isFinite(number) && number >= 0, "A number from 0 up");
