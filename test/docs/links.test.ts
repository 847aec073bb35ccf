import {existsSync} from 'node:fs';
import {posix} from 'node:path';
import {describe, expect, it} from 'vitest';
import {anchorsIn, linksIn, pages, root} from '../support/docs/pages.js';

/** What is wrong with the links of these pages. */
function faultsOf(texts: ReadonlyMap<string, string>, exists: (path: string) => boolean): string[] {
  return [...texts].flatMap(([page, text]) => linksIn(text).filter((link) => !/^[a-z]+:/.test(link)).flatMap((link) => {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : posix.join(posix.dirname(page), decodeURI(path));
    if (target.startsWith('..') || path.startsWith('/')) return [`${page}: ${link} leads out of the project`];
    if (!texts.has(target) && !exists(target)) return [`${page}: ${link} leads nowhere`];
    const anchors = texts.has(target) ? anchorsIn(texts.get(target)!) : new Set<string>();
    return anchor === undefined || anchors.has(anchor) ? [] : [`${page}: ${link} leads to no heading`];
  }));
}

describe('the links of the documents', () => {
  it('lead to what is there, and never out of the project', () => {
    expect(faultsOf(pages, (path) => existsSync(root + path))).toEqual([]);
    expect([...pages.values()].flatMap(linksIn).length).toBeGreaterThan(100);
  });

  it('lead from README.md to every page there is', () => {
    const reached = new Set(['README.md']);
    for (const page of reached) {
      for (const link of linksIn(pages.get(page) ?? '')) {
        const target = posix.join(posix.dirname(page), link.split('#')[0] || posix.basename(page));
        if (pages.has(target)) reached.add(target);
      }
    }
    expect([...pages.keys()].filter((page) => !reached.has(page))).toEqual([]);
  });
});

describe('the check of links itself', () => {
  const texts = new Map([
    ['README.md', '# One\n[a](docs/b.md#two-words) [c](docs/b.md#none) [d](none.md) [e](#one) [f](#none) [g](../beside/x.md) [h](https://care.example) `[i](none.md)` [j](LICENSE "The licence")'],
    ['docs/b.md', '## `Two` words\n## Two words\n```md\n## Not one\n[k](none.md)\n```\n[l](../README.md#one) [m](#two-words-1) [n](#not-one)'],
  ]);

  it('finds each link that leads nowhere, and no other', () => {
    expect(faultsOf(texts, (path) => path === 'LICENSE')).toEqual([
      'README.md: docs/b.md#none leads to no heading',
      'README.md: none.md leads nowhere',
      'README.md: #none leads to no heading',
      'README.md: ../beside/x.md leads out of the project',
      'docs/b.md: #not-one leads to no heading',
    ]);
  });
});
