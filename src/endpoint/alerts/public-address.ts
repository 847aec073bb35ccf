import {BlockList, isIP} from 'node:net';

// From IANA's registries of special-purpose addresses: what is not reachable from everywhere,
// with the ways through IPv6 by which an address of IPv4 inside the network could be meant.
const notPublic = {
  ipv4: blocked('ipv4', [
    '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24',
    '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
  ]),
  // All but 2000::/3, and what is special in it.
  ipv6: blocked('ipv6', ['::/3', '4000::/2', '8000::/1', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']),
};

/** Whether an IP address lies in the open Internet, and not inside a network or on this machine. */
export function isPublic(address: string): boolean {
  switch (isIP(address)) {
    case 4: return !notPublic.ipv4.check(address, 'ipv4');
    case 6: return !address.includes('%') && !notPublic.ipv6.check(address, 'ipv6');
    default: return false;
  }
}

/** An IP address that stands in a URL itself; `undefined` for a name. */
export function addressIn({hostname}: URL): string | undefined {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(host) === 0 ? undefined : host;
}

function blocked(family: 'ipv4' | 'ipv6', ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', bits] = range.split('/');
    list.addSubnet(network, Number(bits), family);
  }
  return list;
}
