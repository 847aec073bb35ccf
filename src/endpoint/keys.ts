/** A public key as the Receiver serves it. */
export interface PublicKey {
  [member: string]: unknown;
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
  kid: string;
  use: 'enc';
  alg: 'ECDH-ES';
}

/** The endpoint's secrets, and what is made with them. */
export interface Keys {
  /** Newest first. */
  publicKeys: readonly PublicKey[];
  /** 32 bytes with which the plain form signs what it carries from page to page. */
  formSigning: Uint8Array;
  /** The reference of a submission, such as `K7MQ-4TRD-9X2P-H6WC`: always the same for the same id. */
  referenceFor(id: string): string;
  /** What proves later that its holder sent this submission: always the same for the same id. */
  tokenFor(id: string): string;
}
