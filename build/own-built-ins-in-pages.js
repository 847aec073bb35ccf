// Built-ins by ways that no page can change; see own-built-ins.js.

export const Promise = /*@__PURE__*/ (() => (async () => {})().constructor)();
export const Event = /*@__PURE__*/ (() => document.createEvent('Event').constructor)();
export const Date = /*@__PURE__*/ (() => {
  const field = document.createElement('input');
  field.type = 'date';
  field.value = '2026-11-30';
  const own = field.valueAsDate?.constructor;
  try {
    if (own.now() > 0 && new own() > 0) return own;
  } catch {
    // A lockdown puts one there that tells nobody the time.
  }
  return globalThis.Date;
})();

export function entries(object) {
  const found = [];
  const own = {__proto__: null, ...object};
  for (const key in own) found[found.length] = [key, own[key]];
  return found;
}

export function keys(object) {
  const found = [];
  const own = {__proto__: null, ...object};
  for (const key in own) found[found.length] = key;
  return found;
}
