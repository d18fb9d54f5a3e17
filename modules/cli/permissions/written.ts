/** A value as JSON for people; without blanks where they alone would make it larger than AWS takes. */
export function jsonText(value: object, most = Number.POSITIVE_INFINITY): string {
  const spread = JSON.stringify(value, null, 2);
  return bytesOf(spread) > most ? JSON.stringify(value) : spread;
}

/** What a person should know of a text that is too large for AWS all the same. */
export function sizeNotes(text: string, most = Number.POSITIVE_INFINITY): string[] {
  const [size, limit] = [bytesOf(text), most].map((count) => count.toLocaleString("en"));
  return bytesOf(text) > most
    ? [`The template has ${size} bytes, and CloudFormation takes ${limit} directly: give it from S3, which takes 1 MB.`]
    : [];
}

const bytesOf = (text: string): number => Buffer.byteLength(text);
