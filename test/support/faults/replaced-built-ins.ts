// What pages do to built-ins, as scripts.

/** What old libraries do, in few words. */
export const libraries: Readonly<Record<string, string>> = {
  'a list copied by length alone': `
    Array.from = function (list) { var copy = []; for (var at = 0; list && at < list.length; at++) copy.push(list[at]); return copy; };
    Uint8Array.from = Array.from;`,
  'toJSON on lists, texts, numbers, dates and every object': `
    Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; };
    String.prototype.toJSON = function () { return '"' + this + '"'; };
    Number.prototype.toJSON = Date.prototype.toJSON = function () { return String(this); };
    Object.prototype.toJSON = function () { return 'an object'; };`,
  'things of its own hung into every list, text, function and object': `
    Object.prototype.extend = Array.prototype.each = Array.prototype.last = String.prototype.strip = Function.prototype.delay = function () { return this; };
    Object.prototype.version = 1;`,
  'its own ways through objects and lists': `
    Object.keys = function (object) { var keys = []; for (var key in object) keys.push(key); return keys; };
    Object.values = function (object) { var values = []; for (var key in object) values.push(object[key]); return values; };
    Object.entries = function (object) { var entries = []; for (var key in object) entries.push([key, object[key]]); return entries; };
    Array.prototype.entries = function () { return this.slice(0); };
    Array.prototype.reduce = function () { return this.length > 1 ? this : this[0]; };
    Array.prototype.find = function (fits, context) { for (var at = 0; at < this.length; at++) if (fits.call(context, this[at], at)) return this[at]; };
    Array.prototype.filter = function (fits, context) { var found = []; for (var at = 0; at < this.length; at++) if (fits.call(context, this[at], at)) found.push(this[at]); return found; };
    Array.prototype.map = function (make, context) { var made = []; for (var at = 0; at < this.length; at++) made.push(make.call(context, this[at], at)); return made; };`,
  'bind, matches and closest of its own': `
    Function.prototype.bind = function (context) { var bound = this, first = Array.prototype.slice.call(arguments, 1); return function () { return bound.apply(context, first.concat(Array.prototype.slice.call(arguments))); }; };
    Element.prototype.matches = function (selector) { return selector.toLowerCase() === this.tagName.toLowerCase(); };
    Element.prototype.closest = function () { return null; };`,
  'an Event of its own': `
    window.Event = function (event) { this.event = event; };
    window.Event.prototype.stop = function () { return this; };`,
  'base64 for texts': `
    window.btoa = function (text) { return 'base64 of ' + unescape(encodeURIComponent(text)); };
    window.atob = function (text) { return text.slice(10); };`,
};

/** What stands in for what is not the same every time, and other ways to the same. */
export const mocks: Readonly<Record<string, string>> = {
  'JSON of its own': `
    JSON.stringify = function () { return '"patched"'; };
    JSON.parse = (function (parse) { return function (text) { return parse.call(JSON, text, function (key, value) { return typeof value === 'string' && /^\\d{4}-\\d\\d-\\d\\dT/.test(value) ? new Date(value) : value; }); }; })(JSON.parse);`,
  'a day that stands still': `
    window.Date = (function (Real) {
      function Fixed() { return arguments.length ? new (Function.prototype.bind.apply(Real, [null].concat([].slice.call(arguments)))) : new Real(0); }
      Fixed.prototype = Real.prototype;
      Fixed.now = function () { return 0; };
      return Fixed;
    })(Date);
    Date.prototype.toISOString = function () { return '"1970"'; };
    performance.now = function () { return 7; };`,
  'chance that is none': `
    Math.random = function () { return 0.5; };
    crypto.getRandomValues = function (list) { for (var at = 0; at < list.length; at++) list[at] = 7; return list; };`,
  'cryptography of its own': `
    Object.defineProperty(window, 'crypto', {configurable: true, value: {
      getRandomValues: function (list) { for (var at = 0; at < list.length; at++) list[at] = 0; return list; },
      subtle: {importKey: function () { return Promise.resolve({}); }, generateKey: function () { return Promise.resolve({}); }, digest: function () { return Promise.resolve(new ArrayBuffer(0)); }, encrypt: function () { return Promise.resolve(new ArrayBuffer(16)); }},
    }});`,
  'texts as bytes of its own': `
    window.TextEncoder = function () {};
    TextEncoder.prototype.encode = function (text) { return new Uint8Array(text.length); };
    window.TextDecoder = function () {};
    TextDecoder.prototype.decode = function () { return ''; };`,
};

/** What comes between a page and its endpoint. */
export const between: Readonly<Record<string, string>> = {
  'a fetch that answers with something else': `
    window.fetch = function () { return Promise.resolve({ok: true, status: 200, json: function () { return Promise.resolve({}); }}); };`,
  'a fetch that knows texts alone and adds to what is sent': `
    window.fetch = (function (fetch) { return function (address, options) { if (address.indexOf('/v1/submissions') > 0) options.body = '{}'; return fetch(address, options); }; })(fetch);`,
  'promises of its own, which come late': `
    window.Promise = (function (Real) {
      function Late(work) { var real = new Real(work); this.then = function (done, failed) { var real2 = real; return new Late(function (resolve, reject) { real2.then(function (value) { setTimeout(function () { try { resolve(done ? done(value) : value); } catch (error) { reject(error); } }, 20); }, function (error) { setTimeout(function () { try { failed ? resolve(failed(error)) : reject(error); } catch (other) { reject(other); } }, 20); }); }); }; }
      Late.prototype['catch'] = function (failed) { return this.then(null, failed); };
      Late.resolve = function (value) { return new Late(function (resolve) { resolve(value); }); };
      Late.reject = function (error) { return new Late(function (_, reject) { reject(error); }); };
      return Late;
    })(Promise);`,
  'promises that promise nothing': `
    window.Promise = function () { this.callbacks = []; };
    Promise.prototype.then = function (done) { this.callbacks.push(done); return this; };`,
};

/** Freezes every built-in, so that nothing can be assigned to what inherits from one and has a property of the same name, and hides the time behind dates. */
export const lockdown = `
    Date.prototype.constructor = Object.assign(function () { throw new TypeError('Nobody is told the time.'); }, {now: function () { return NaN; }, UTC: Date.UTC, parse: Date.parse});
    (function () {
      var seen = new Set();
      function freeze(value) {
        if (!value || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value)) return;
        seen.add(value);
        Object.freeze(value);
        freeze(Object.getPrototypeOf(value));
        Reflect.ownKeys(value).forEach(function (key) {
          var own = Object.getOwnPropertyDescriptor(value, key);
          [own.value, own.get, own.set].forEach(freeze);
        });
      }
      var iterators = [[][Symbol.iterator](), new Map().entries(), new Set().values(), ''[Symbol.iterator](), 'a'.matchAll(/a/g), function* () {}, async function () {}, async function* () {}];
      [Object, Function, Array, String, Number, Boolean, Symbol, BigInt, Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError, AggregateError, Promise, Map, Set, WeakMap, WeakSet, WeakRef, RegExp, Date, JSON, Math, Reflect, Proxy, ArrayBuffer, DataView, Uint8Array, Uint16Array, Uint32Array, Int8Array, Float32Array, Float64Array, Intl].concat(iterators).forEach(freeze);
    })();`;
