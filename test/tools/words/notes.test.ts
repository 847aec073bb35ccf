import {describe, expect, it} from 'vitest';
import ts from 'typescript';
import {extractTexts} from '../../../tools/words/extract.js';
import {noteFor} from '../../../tools/words/notes.js';

/** The note for each call of `msg` in this code, by its first argument. */
function notesIn(code: string): Record<string, string | undefined> {
  const found: Record<string, string | undefined> = {};
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'msg') {
      const [text, options] = node.arguments;
      found[(text as ts.StringLiteral).text] = noteFor(/'(.+)'/.exec(options?.getText() ?? '')?.[1] ?? 's0', node);
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile('a.ts', code, ts.ScriptTarget.ES2022, true));
  return found;
}

describe('what translators are told of a text', () => {
  it('is what a comment before it says, or one before what it is in, and nothing else', () => {
    const notes = notesIn(`
      // Translators: not this, which is about the function
      export function words({msg}) {
        return {
          // Nothing for translators.
          plain: msg('plain'),
          // Translators: on a button,
          // which is small
          button: msg('button'),
          after: msg('after'),
          // Translators: in a list
          list: {one: msg('first'), deep: () => msg('second')},
        };
      }
    `);
    expect(notes).toEqual({plain: undefined, button: 'on a button, which is small', after: undefined, first: 'in a list', second: 'in a list'});
  });

  it('says which form for a count it is, beside its fellows', () => {
    expect(notesIn("const a = {few: msg('x', {id: 'found.few'})};")).toEqual({x: 'found: for a count of the form “few” (CLDR). A language without this form repeats “other”.'});
  });

  it('stands with the texts of this project', async () => {
    const {texts} = await extractTexts();
    expect(texts.find(({contents}) => contents[0] === 'BSL')?.desc).toBe('in a list, after “Other ways to tell us:”');
    expect(texts.filter(({name, desc}) => /\.(zero|one|two|few|many|other)$/.test(name) && !desc?.includes('for a count'))).toEqual([]);
  });
});
