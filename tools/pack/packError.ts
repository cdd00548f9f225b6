/** The sources cannot be packed: which file, why, and what to do about it. */
export class PackError extends Error {
  override readonly name = 'PackError';

  constructor(
    readonly file: string,
    reason: string,
    remedy: string,
  ) {
    super(`${file}: ${reason} ${remedy}`);
  }
}
