import type {LocalSignposts, SignpostDirectory} from '../../contract/signposts.js';
import {builtInSignposts} from '../../domain/signposting/built-in-directory.js';
import {withLocal} from '../../domain/signposting/local-signposts.js';
import type {Signposts} from '../dependencies.js';
import type {EndpointWords} from '../html/endpoint-words.js';

/** The built-in directory in every language that has words, with what is in the owner's file, which has no faults. */
export function openSignposts(words: Pick<EndpointWords, 'of'>, local: LocalSignposts = {}): Signposts {
  const spoken = new Map<string, SignpostDirectory>();
  return {
    directory(language) {
      // By the language of the words, of which there are few, not by what was asked for.
      const own = words.of(language);
      const directory = spoken.get(own.lang) ?? withLocal(builtInSignposts(own), local);
      spoken.set(own.lang, directory);
      return directory;
    },
  };
}
