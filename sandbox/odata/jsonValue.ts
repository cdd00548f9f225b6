import type { Scanner } from './tokens';

const STRING_OR_BRACKET = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{}[\]]|[^"'{}[\]]+/y;

/**
 * Reads a JSON object where the scanner stands. Single-quoted strings are read too, because Dataverse accepts
 * `@p1={'@odata.id':'accounts(…)'}`. Throws ODataSyntaxError.
 */
export function readJsonObject(scanner: Scanner): unknown {
  const start = scanner.position;
  let depth = 0;
  let json = '';
  do {
    const part =
      scanner.match(STRING_OR_BRACKET)?.[0] ?? scanner.fail('the end of the JSON object', scanner.text.length);
    if (part === '{' || part === '[') {
      depth += 1;
    } else if (part === '}' || part === ']') {
      depth -= 1;
    }
    json += part.startsWith("'") ? withDoubleQuotes(part) : part;
  } while (depth > 0);
  try {
    return JSON.parse(json);
  } catch {
    return scanner.fail('a JSON object', start);
  }
}

function withDoubleQuotes(quoted: string): string {
  return `"${quoted.slice(1, -1).replaceAll("\\'", "'").replaceAll('"', '\\"')}"`;
}
