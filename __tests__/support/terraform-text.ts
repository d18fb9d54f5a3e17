/**
 * The text that Terraform makes of a JSON string, for the templates that Keywatch writes: quoted pieces alone.
 * Anything else that opens an expression is an error, as is a token of CDKTF.
 */
export function terraformText(template: string): string {
  if (template.includes("TfToken[")) throw new Error(`CDKTF would find a token in ${template}`);
  return template.replace(/\$\$\{|%%\{|\$\{"([^"\\{]*)"\}|[$%]\{/g, (opening, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted;
    if (opening.length === 3) return opening.slice(1);
    throw new Error(`Terraform would read an expression in ${template}`);
  });
}
