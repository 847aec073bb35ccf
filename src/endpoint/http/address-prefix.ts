import {isIP} from 'node:net';

/**
 * The part of an address that one household, ward or office has: an IPv4
 * address whole, of IPv6 the first 64 bits, within which anybody may take as
 * many addresses as they like.
 */
export function addressPrefix(address: string): string {
  return networksOf(address)[0]!;
}

/**
 * The networks that an address is in, the smallest first: an IPv4 address
 * itself, of IPv6 its /64, /56 and /48, which providers give to one customer
 * (RFC 6177).
 */
export function networksOf(address: string): string[] {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  if (isIP(plain) !== 6) return [plain];
  const groups = groupsOf(plain);
  const [high = 0, low = 0] = groups.slice(6);
  const isIPv4Inside = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isIPv4Inside) return [[high >> 8, high & 255, low >> 8, low & 255].join('.')];
  const start = groups.slice(0, 3).map((group) => group.toString(16)).join(':');
  const subnet = groups[3] ?? 0;
  return [`${start}:${subnet.toString(16)}::/64`, `${start}:${(subnet & 0xff00).toString(16)}::/56`, `${start}::/48`];
}

function groupsOf(address: string): number[] {
  const inHex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_all, ...parts: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number);
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  });
  const [start = '', end] = inHex.split('::').map((half) => half.split(':').filter((group) => group !== '')) as [string[], string[]?];
  const left = [...start].map((group) => Number.parseInt(group, 16));
  const right = [...(end ?? [])].map((group) => Number.parseInt(group, 16));
  return [...left, ...Array.from({length: 8 - left.length - right.length}, () => 0), ...right];
}
