/**
 * What the endpoint gave cannot be used. `reason` is a whole sentence for the
 * page's developer; people read plain words instead.
 */
export class Unusable extends Error {
  override name = 'Unusable';

  constructor(readonly reason: string) {
    super(reason);
  }
}
