/** Why CQC's API cannot be asked any further now, in words for whoever runs the sync. */
export class ApiFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ApiFault';
  }
}

/** Somebody told the sync to stop. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}
