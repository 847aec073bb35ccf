// Apart from the schemas, so that a browser can check an address before the
// code that schemas need has come.

/** Whether `text` is an absolute https address, or an http address of the machine itself. */
export function isWebAddress(text: string): boolean {
  const address = parse(text);
  if (!address || address.username || address.password) return false;
  return address.protocol === 'https:' || (address.protocol === 'http:' && isLoopback(address.hostname));
}

/** The one email address that a `mailto:` names; `undefined` where it is none, or something follows, such as a subject. */
export function emailIn(text: string): string | undefined {
  return /^mailto:([\w.!$'*+=~-]+@[\w-]+(?:\.[\w-]+)+)$/i.exec(text)?.[1];
}

/** Whether `text` is where somebody can complain: a web address, or an email address as `mailto:`. */
export function isComplaintAddress(text: string): boolean {
  return isWebAddress(text) || emailIn(text) !== undefined;
}

/** Whether `text` is where a fault in security can be told: over https, by email or by telephone. */
export function isSecurityContact(text: string): boolean {
  return (isWebAddress(text) && parse(text)?.protocol === 'https:') || emailIn(text) !== undefined || /^tel:\+?\d[\d-]{1,19}$/i.test(text);
}

/** Whether `text` is the origin of a page: scheme and host, without a path. */
export function isOrigin(text: string): boolean {
  const address = parse(text);
  return (address?.protocol === 'https:' || address?.protocol === 'http:') && address.origin === text;
}

/** Whether `tag` is a BCP 47 language tag. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Whether `text` is a phone number: digits and spaces, with a `+` at most before them. */
export function isPhoneNumber(text: string): boolean {
  return /^\+?\d[\d ]{1,19}$/.test(text);
}
