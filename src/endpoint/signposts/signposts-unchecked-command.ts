import type {Body, SignpostDirectory} from '../../contract/signposts.js';
import {neutralSite} from '../../domain/signposting/neutral-site.js';
import {readConfiguration} from '../configuration.js';
import {openWords} from '../html/endpoint-words.js';
import {openSignposts} from './open-signposts.js';
import {readSignpostsFile} from './signposts-file.js';
import {defineCommand} from '../commands/command.js';

/** Lists what of the directory a person must confirm before the public sees it. */
export const signpostsUnchecked = defineCommand({
  name: 'signposts unchecked',
  summary: 'lists who can help that nobody has checked yet',
  usageError: 'signposts unchecked takes nothing: the file is in CARE_SIGNPOSTS.',
  help: ['Lists every number and address that a person must confirm, with where it was read. Numbers, texts and email addresses among them are not shown to the public until you have. At the end stands a line for each, for the list “confirm” of your own file (CARE_SIGNPOSTS), in which you write the day and where you checked it. An endpoint that runs reads the file when it is started again.'],
  async run(_parsed, environment) {
    const {signpostsFile, teamLanguage} = readConfiguration(environment);
    const words = await openWords(teamLanguage);
    console.log(report(openSignposts(words, await readSignpostsFile(signpostsFile)).directory(words.team.lang)));
    return 0;
  },
});

function report({bodies}: SignpostDirectory): string {
  const ways = bodies.flatMap((body) => body.ways.filter(({checked, known}) => checked === null && !known).map((way) => ({body, way})));
  const facts = bodies.flatMap((body) => (['hours', 'cost', 'limits'] as const).flatMap((kind) => (body[kind]?.checked === null ? [{body, kind, fact: body[kind]}] : [])));
  const unseen = bodies.filter(({checked}) => checked === null);
  const unreachable = bodies.filter((body) => body.ways.length === 0);
  return [
    section('Ways that nobody has checked', ways.map(({body, way}) => [...cells(body), way.kind, way.value, way.source ?? '']), ['BODY', 'NAME', 'KIND', 'VALUE', 'READ IN']),
    section('Hours, costs and time limits that nobody has checked', facts.map(({body, kind, fact}) => [...cells(body), kind, fact.words, fact.source ?? '']), ['BODY', 'NAME', 'WHAT', 'WORDS', 'READ IN']),
    section('Bodies of which nobody has checked that they are there and do this', unseen.map((body) => [...cells(body), body.does]), ['BODY', 'NAME', 'WHAT IT DOES']),
    section('Bodies without any way to reach them', unreachable.map(cells), ['BODY', 'NAME']),
    section('Where “Leave this page” leads, if nobody has checked it', neutralSite.checked === null ? [[neutralSite.name, neutralSite.address, neutralSite.source]] : [], ['NAME', 'ADDRESS', 'READ IN']),
    ways.length > 0 ? howToConfirm(ways) : '',
  ].filter((part) => part !== '').join('\n\n');
}

/** A body of one area alone is told from the general one by its area. */
function cells({id, area, name}: Body): string[] {
  return [area ? `${id} (${area.join(', ')})` : id, name];
}

/** Columns apart by at least two spaces, so that they can be told apart when piped too. */
function section(title: string, rows: readonly (readonly string[])[], heads: readonly string[]): string {
  if (rows.length === 0) return `${title}: none.`;
  const lines = [heads, ...rows].map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')));
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return [`${title}: ${rows.length}`, ...lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd())].join('\n');
}

function howToConfirm(ways: readonly {body: Body; way: Body['ways'][number]}[]): string {
  // A day that is none: a line that somebody pastes and leaves as it is, is refused.
  const line = ({body, way}: (typeof ways)[number]) => JSON.stringify({body: body.id, kind: way.kind, value: way.value, checked: 'YYYY-MM-DD', source: 'where you checked it'});
  return `To confirm a way, take its line into your file, {"confirm": [ … ]}, with commas between lines. Correct the
value where it was wrong, and write the day and where you checked it. A new value takes the place of all
of its kind that you do not confirm. Hours, costs, limits and bodies are confirmed by a whole body of
the same id in {"bodies": [ … ]}.

${ways.filter(({body}) => !body.area).map(line).join('\n')}`;
}
