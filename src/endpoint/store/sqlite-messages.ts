import type {Store} from './store.js';

/** What the worker is started with. */
export interface WorkerData {
  file: string;
  /** How long to wait for another process that writes, in milliseconds. */
  lockPatience: number;
}

/** A call of the store on its way to the worker. */
export interface Asked {
  call: number;
  name: keyof Store;
  parameters: unknown[];
}

/** What the worker says to one call: its result, or why there is none. */
export type Answered = {call: number; result: unknown} | {call: number; fault: string};

/** The store's methods as the worker does them: at once, in a transaction that the caller holds. */
export type Work = {[Name in Exclude<keyof Store, 'close'>]: (...parameters: Parameters<Store[Name]>) => Awaited<ReturnType<Store[Name]>>};

/** The calls that write; `check` is one, since a store that cannot write cannot keep anything. */
export const changes: ReadonlySet<keyof Store> = new Set(['save', 'openContact', 'putServices', 'addQuestionSet', 'check']);
