import { BlockList, isIPv6 } from 'node:net'

/**
 * Which addresses a message may go to. What is not on the public Internet is in IANA's registries of special-purpose
 * addresses: https://www.iana.org/assignments/iana-ipv4-special-registry and https://www.iana.org/assignments/iana-ipv6-special-registry.
 */

const blockList = (...subnets: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const subnet of subnets) {
    const [address = '', bits = ''] = subnet.split('/')
    list.addSubnet(address, Number(bits), isIPv6(address) ? 'ipv6' : 'ipv4')
  }
  return list
}

/** Where a cloud's machines ask for their own credentials, and what only the next machine can answer. */
const never = blockList(
  ...['0.0.0.0/8', '169.254.0.0/16', '168.63.129.16/32', '100.100.100.200/32', '192.0.0.192/32'],
  ...['224.0.0.0/4', '240.0.0.0/4', '::/128', 'fe80::/10', 'ff00::/8', 'fd00:ec2::254/128', 'fd20:ce::254/128'],
)

const special = blockList(
  ...['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24'],
  ...['192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
)

/** All of IPv6 that is handed out to the public, with the special ones above in it. */
const publicSix = blockList('2000::/3')

/** IPv4 behind a translator: the address is in the last 32 bits. https://www.rfc-editor.org/rfc/rfc6052 */
const translated = blockList('64:ff9b::/96')

const isIn = (list: BlockList, address: string): boolean => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')

/** The IPv4 address that an IPv6 address carries, or the address as it is. */
const carried = (address: string): string => {
  if (!isIPv6(address) || !isIn(translated, address)) return address
  const groups = URL.parse(`http://[${address}]`)?.hostname.slice(1, -1).split(':') ?? []
  const [high = 0, low = 0] = groups.slice(-2).map(group => Number.parseInt(group || '0', 16))
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

/** `public`: anybody can be there. `private`: only for who is asked to allow it. `never`: nobody's pager is there. */
export type AddressKind = 'public' | 'private' | 'never'

/** What kind of address this is; `::ffff:10.0.0.1` is what 10.0.0.1 is. */
export const addressKind = (written: string): AddressKind => {
  const address = carried(written.split('%')[0] ?? '')
  if (isIn(never, address)) return 'never'
  if (isIn(special, address)) return 'private'
  const mapped = /^::ffff:/i.test(address)
  return isIPv6(address) && !mapped && !isIn(publicSix, address) ? 'private' : 'public'
}
