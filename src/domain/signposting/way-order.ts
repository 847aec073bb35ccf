import type {Way} from '../../contract/signposts.js';

/** The kinds of way in the order in which every body lists them. */
export const wayOrder = ['phone', 'text', 'relay', 'bsl', 'web', 'email', 'post'] as const satisfies readonly Way['kind'][];
