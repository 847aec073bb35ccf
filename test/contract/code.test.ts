import {expect, it} from 'vitest';
import {readCode} from '../../src/contract/code.js';

it.each(['k7mq 4trd 9x2p h6wc', 'K7MQ–4TRD—9X2P‑H6WC', 'K7MQ\u001e4TRD\u000b9X2P\u001fH6WC\u0003', '\ufeffK7MQ\u00ad4TRD\u200b9X2P\u2060H6WC'])('a code is read as somebody wrote or pasted it: %j', (written) =>
  expect(readCode(written)).toBe('K7MQ4TRD9X2PH6WC'));
