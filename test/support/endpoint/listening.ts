import {vi} from 'vitest';
import * as opened from '../../../src/endpoint/store/open-store.js';
import {sqliteWorker} from './sqlite-worker.js';

/** What commands write for whoever runs them. */
export interface Heard {
  said: string;
  complained: string;
}

/** Takes what is written on the terminal, until mocks are restored. */
export function listen(): Heard {
  const heard = {said: '', complained: ''};
  vi.spyOn(console, 'log').mockImplementation((line: string) => void (heard.said += `${line}\n`));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void (heard.complained += `${line}\n`));
  return heard;
}

/** Gives stores their worker, until mocks are restored. Built, it lies beside the command; here it lies elsewhere. */
export async function giveStoresTheirWorker(): Promise<void> {
  const worker = await sqliteWorker();
  const {openStore} = opened;
  vi.spyOn(opened, 'openStore').mockImplementation((configuration) => openStore(configuration, worker));
}
