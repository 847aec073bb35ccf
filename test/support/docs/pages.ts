import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {anchorOf} from '../../../tools/docs/markdown.js';

/** The project's folder, with a slash at its end. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** One fenced block of a page. */
export interface Block {
  /** The page, from the project's folder. */
  page: string;
  /** What stands after the fence: `sh run`. Empty where nothing does. */
  mark: string;
  text: string;
}

/** Every page of the documents, by its path from the project's folder. */
export const pages: ReadonlyMap<string, string> = new Map(
  [...readdirSync(root).filter((name) => name.endsWith('.md')), ...readdirSync(`${root}docs`, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.md')).map((name) => `docs/${name.replaceAll('\\', '/')}`)]
    .sort()
    .map((path) => [path, readFileSync(root + path, 'utf8')]),
);

/** Every fenced block, in the order of the pages. */
export const blocks: readonly Block[] = [...pages].flatMap(([page, text]) => blocksIn(page, text));

export function blocksIn(page: string, text: string): Block[] {
  return [...text.matchAll(/^( *)```(.*)\n([\s\S]*?)^ *```$/gm)].map(([, margin = '', mark = '', lines = '']) => ({page, mark: mark.trim(), text: lines.replaceAll(new RegExp(`^${margin}`, 'gm'), '')}));
}

/** A page without its fenced blocks, as somebody reads it. */
export function proseOf(text: string): string {
  return text.replaceAll(/^( *)```.*\n[\s\S]*?^ *```$/gm, '');
}

/** Where links of a page lead, without those that only show how one is written. */
export function linksIn(text: string): string[] {
  const prose = proseOf(text).replaceAll(/`[^`\n]*`/g, (shown) => (shown.includes('](') ? '' : shown));
  return [...prose.matchAll(/\]\(([^)\s]+)(?: "[^"]*")?\)/g), ...prose.matchAll(/^\[[^\]]+\]:\s+(\S+)$/gm)].map(([, target = '']) => target);
}

/** The places of a page that a link can lead to, as GitHub names them. */
export function anchorsIn(text: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of proseOf(text).matchAll(/^#{1,6} (.+?) *$/gm)) {
    const anchor = anchorOf(heading);
    let [named, times] = [anchor, 0];
    while (anchors.has(named)) named = `${anchor}-${(times += 1)}`;
    anchors.add(named);
  }
  return anchors;
}
