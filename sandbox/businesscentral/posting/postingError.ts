/** Business logic refuses the change; the message is what the API answers as `Application_DialogException`. */
export class PostingError extends Error {
  override readonly name = 'PostingError';
}
