import {inboxCatalogue} from '../../locale/generated/inbox.js';
import {plainPagesCatalogue} from '../../locale/generated/plain-pages.js';
import {loadCatalogues} from '../../locale/languages.js';
import {sourceLanguage, words, type Words} from '../../locale/words.js';

/** The words that the endpoint speaks with. They have all been loaded, so none is ever waited for. */
export interface EndpointWords {
  /** For whoever opens a public page in `language`, a BCP 47 tag; English where there are no words in it. */
  of(language: string): Words;
  /** For the team: its inbox, alerts, exports and commands. */
  team: Words;
}

/** Loads the public pages in every language that there is, and what only the team sees in its own. */
export async function openWords(teamLanguage: string = sourceLanguage): Promise<EndpointWords> {
  await Promise.all([
    ...Object.keys(plainPagesCatalogue).map((language) => loadCatalogues([plainPagesCatalogue], language)),
    loadCatalogues([inboxCatalogue], teamLanguage),
  ]);
  return {of: words, team: words(teamLanguage)};
}

/** What the operator should know where the team's language is one that nobody has translated into yet. */
export function teamLanguageWarnings(teamLanguage: string | undefined, {team}: EndpointWords): string[] {
  if (teamLanguage === undefined || team.lang !== sourceLanguage || teamLanguage.toLowerCase().split('-')[0] === sourceLanguage) return [];
  const others = Object.keys(inboxCatalogue);
  return [`CARE_TEAM_LANGUAGE is ${teamLanguage}, and there is no translation into it: the inbox, alerts and exports are in English.${others.length > 0 ? ` There are: ${others.join(', ')}.` : ''}`];
}
