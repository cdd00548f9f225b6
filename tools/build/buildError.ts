/** The build cannot go on. The message says what failed and where to look. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}
