import { readNamedValues, readValue } from './expressionParser';
import { DEFAULT_SYNTAX_LIMITS, ODataSyntaxError } from './syntax';
import type { ResourceSegment, SegmentArguments, SyntaxLimits } from './syntax';
import { Scanner } from './tokens';

/**
 * Reads a resource path, percent-decoded, relative to the service root: `companies(…)/customers`,
 * `accounts(accountnumber='A''1',name='x')/primarycontactid/$ref`, `RetrieveRoles(UserId=@p1)`.
 * A slash at either end is ignored. Throws ODataSyntaxError.
 */
export function parseResourcePath(
  path: string,
  limits: SyntaxLimits = DEFAULT_SYNTAX_LIMITS,
): readonly ResourceSegment[] {
  const scanner = new Scanner(path, limits);
  const segments: ResourceSegment[] = [];
  scanner.take('/');
  while (scanner.position < path.length) {
    if (segments.length === limits.depth) {
      scanner.fail(`at most ${limits.depth} segments`);
    }
    segments.push(readSegment(scanner));
    if (scanner.position < path.length) {
      scanner.expect('/');
    }
  }
  return segments;
}

/** Percent-decodes and reads a path as it stands in a URL. Throws ODataSyntaxError. */
export function parseEncodedResourcePath(
  path: string,
  limits: SyntaxLimits = DEFAULT_SYNTAX_LIMITS,
): readonly ResourceSegment[] {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    throw new ODataSyntaxError('valid percent-encoding', 0, path);
  }
  return parseResourcePath(decoded, limits);
}

function readSegment(scanner: Scanner): ResourceSegment {
  const position = scanner.position;
  const name = scanner.qualifiedName() ?? scanner.fail('a name');
  return { name, arguments: scanner.take('(') ? readArguments(scanner) : undefined, position };
}

function readArguments(scanner: Scanner): SegmentArguments {
  scanner.space();
  if (scanner.take(')')) {
    return { kind: 'empty' };
  }
  if (scanner.match(/(?=[\p{L}_][\p{L}\p{Nd}_]*[ \t]*=)/uy) !== undefined) {
    return { kind: 'named', values: readNamedValues(scanner) };
  }
  const value = readValue(scanner);
  if (value.kind !== 'literal' && value.kind !== 'alias') {
    scanner.fail('a key value', value.position);
  }
  scanner.space();
  scanner.expect(')');
  return { kind: 'single', value };
}
