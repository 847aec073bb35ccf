import {expect, it} from 'vitest';
import {nearestAttribute} from '../../../src/elements/shared/nearest-attribute.js';

const own = ['endpoint', 'action', 'receiver', 'service', 'service-name', 'place', 'topic', 'question-set', 'partner', 'campaign', 'privacy-notice', 'isolated', 'leave-quickly'];

it.each([
  ['endpiont', 'endpoint'], ['end-point', 'endpoint'], ['endpoints', 'endpoint'], ['question_set', 'question-set'], ['questionset', 'question-set'], ['questionSet', 'question-set'],
  ['servce', 'service'], ['service_id', 'service'], ['servicename', 'service-name'], ['isolate', 'isolated'], ['leave-quick', 'leave-quickly'], ['privacynotice', 'privacy-notice'], ['plase', 'place'], ['reciever', 'receiver'],
])('"%s" is taken for "%s"', (name, nearest) => {
  expect(nearestAttribute(name, own)).toBe(nearest);
});

it.each(['is', 'tabindex', 'nonce', 'itemprop', 'translate', 'v-once', 'v-bind:service', '@click', '_ngcontent-abc', 'ng-version', 'onclick', 'mode', 'x-data', 'wire:id', 'src'])('"%s" is left alone', (name) => {
  expect(nearestAttribute(name, own)).toBeUndefined();
});
