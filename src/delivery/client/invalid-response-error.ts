/**
 * What the endpoint gave cannot be used. `reason` is a whole sentence for the
 * page's developer; people read plain words instead.
 */
export class InvalidResponseError extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }

  override get name(): string {
    return 'InvalidResponseError';
  }
}
