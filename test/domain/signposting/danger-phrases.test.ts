import {describe, expect, it} from 'vitest';
import {dangerPhrases, dangerRulesIn} from '../../../src/domain/signposting/danger-phrases.js';
import {dangerRules} from '../../../src/domain/signposting/danger-phrase-rules.js';
import {dangerExamples, nearMisses} from '../../support/signposting/danger-examples.js';
import {harmlessExamples} from '../../support/signposting/harmless-examples.js';

// Examples, written for this test, about nobody.
const examples: Record<string, readonly string[]> = {
  'wants-to-die': ['I just want to die.', 'She said she wants to die', 'He doesn’t want to live any more', 'My brother says he is better off dead', 'life is not worth living', 'I dont want to be here anymore'],
  suicide: ['I feel suicidal', 'He tried to kill himself on the ward', 'I am going to end my life', 'She took an overdose last night', 'they talk about suicide and nobody listens', 'I will KILL MYSELF'],
  'self-harm': ['She is self-harming again', 'I cut myself every night', 'he keeps hurting himself', 'cuts on her arms that nobody asks about'],
  hit: ['The carer hit my mother', 'She was slapped by the night nurse', 'he gets kicked', 'I saw a carer slap a resident and he slaps residents often', 'unexplained bruises on her arms', 'they pulled her hair', 'Mum was punched', 'they pinned him down', 'bruises all over her legs'],
  abuse: ['My gran is being abused', 'The manager is stealing from residents', 'they lock her in', 'he was locked in his room all day', 'she is terrified of the carers', 'this is emotional abuse', 'I am scared of my husband'],
  sexual: ['I was raped', 'A porter groped me', 'he touched me inappropriately', 'she was sexually assaulted on the ward'],
  left: ['left in her own urine for hours', 'He was left in his own\nfaeces all night', 'she has not been fed', 'left without water', 'left on the floor for six hours', 'residents are being neglected', 'they refuse to give him food'],
  restrained: ['They tied her to the bed', 'Dad was strapped to a chair', 'he was restrained for hours', 'they drug her so she is quiet'],
  threat: ['He threatened to kill me', 'She threatens me with eviction', 'He is going to hurt her', 'one of them has a knife', 'I fear for my life', 'she is not safe at home', 'they are in danger'],
  emergency: ['I have chest pain now', 'I am having chest pains', 'she can’t breathe', 'He CANNOT breathe', 'my husband is unconscious', 'he is not breathing', 'bleeding heavily and nobody comes', 'she is turning blue', 'I think he is having a stroke'],
  child: ['he hits his child', 'The children are left alone', 'I think a child is being hurt', 'This is child abuse', 'my dad hits me', 'she is being groomed'],
};

describe('words that point to danger', () => {
  it.each(Object.entries(examples))('are found: %s', (rule, texts) => {
    for (const text of texts) expect([text, dangerRulesIn(text)]).toEqual([text, expect.arrayContaining([rule])]);
  });

  it('has an example of every rule, and more than sixty in all', () => {
    expect(Object.keys(examples).sort()).toEqual(dangerRules.map(({id}) => id).sort());
    expect(Object.values(examples).flat().length).toBeGreaterThan(60);
  });

  it('are given back as they were written, once each, the whole phrase', () => {
    expect(dangerPhrases('Night staff:  “She CAN’T   breathe”. she can’t breathe. He was left in his own\nurine.')).toEqual(['CAN’T breathe', 'can’t breathe', 'left in his own urine']);
  });

  it('are at most ten', () => {
    expect(dangerPhrases(Array.from({length: 50}, (_, count) => `bruises all over her ${count} suicidal${' x'.repeat(count)} and he has a knife`).join('. ')).length).toBeLessThanOrEqual(10);
  });

  it('are found beside every script, and emoji', () => {
    expect(dangerPhrases('ਮੇਰੀ ਮਾਂ 🙏🏾 she is not breathing كانت')).toEqual(['not breathing']);
    expect(dangerPhrases('ਮੇਰੀ ਮਾਂ ਦੀ ਦੇਖਭਾਲ ਚੰਗੀ ਸੀ। 👩🏽‍⚕️')).toEqual([]);
  });

  it('are not looked for in parts of words', () => {
    expect(dangerPhrases('The therapist praised Mr Killingworth’s grapes in Scunthorpe, and the drape was shut.')).toEqual([]);
  });
});

describe('what people might write', () => {
  it('of danger is found in nine of ten examples', () => {
    expect(new Set(dangerExamples).size).toBe(135);
    const missed = dangerExamples.filter((example) => dangerPhrases(example).length === 0);
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(dangerExamples.length * 0.1);
  });

  it('with the same words, where nobody is in danger, calls the team in one of twenty at most', () => {
    expect(new Set(nearMisses).size).toBe(146);
    const met = nearMisses.filter((example) => dangerPhrases(example).length > 0);
    expect(met.length, met.join('\n')).toBeLessThanOrEqual(nearMisses.length * 0.05);
  });

  it('beside the name of a service still counts for what it says itself', () => {
    expect(dangerPhrases('The suicide prevention line was engaged and I want to die.')).toEqual(['want to die']);
    expect(dangerPhrases('There is a domestic abuse leaflet in the toilets. My husband hits me.')).toEqual(['hits me']);
    expect(dangerPhrases('It hit me that nobody looks: the carer hit my mother.')).toEqual(['hit my mother']);
    for (const danger of ['He hit me that night.', 'He hit me hard.', 'They abuse residents: physical abuse of my mother.', 'She is in danger of being hit.', 'He was beaten to the floor.']) expect([danger, dangerPhrases(danger)]).not.toEqual([danger, []]);
  });

  it('is found in a text that is full of both', () => {
    const full = 'suicide prevention it hit me that he hit me '.repeat(460).slice(0, 20_000);
    expect(dangerPhrases(full)).toEqual(['hit me']);
  });
});

describe('two hundred harmless examples', () => {
  it('are two hundred', () => {
    expect(new Set(harmlessExamples).size).toBe(200);
  });

  it.each(dangerRules.map(({id}) => id))('meet the rule %s in fewer than one of twenty', (rule) => {
    const met = harmlessExamples.filter((example) => dangerRulesIn(example).includes(rule));
    expect(met.length, met.join('\n')).toBeLessThanOrEqual(harmlessExamples.length * 0.05);
  });

  it('call the team for nothing hardly ever', () => {
    const met = harmlessExamples.filter((example) => dangerPhrases(example).length > 0);
    expect(met.length, met.join('\n')).toBeLessThanOrEqual(4);
  });
});
