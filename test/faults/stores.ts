/** A store as the endpoint is given it: what its environment names beside `DATA_DIR`. */
export interface StoreKind {
  name: string;
  environment: Readonly<Record<string, string>>;
}

/** Every store that the faults must leave whole. */
export const stores: readonly StoreKind[] = [{name: 'SQLite', environment: {DATABASE_URL: ''}}];
