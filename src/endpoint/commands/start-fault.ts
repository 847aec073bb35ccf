/** Why the endpoint does not start, in words that tell its operator what to mend. */
export class StartFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartFault';
  }
}
