// Made by "npm run words" from src/ and xliff/. Change those, not this.
import type {Catalogue} from '../languages.js';

export const plainPagesCatalogue: Catalogue = {};
