import { readList } from './pkt-line.ts'

/** Move a ref from one oid to another; all zeros mean that it is not there. */
export type Command = { readonly name: string; readonly before: string; readonly after: string }

export type PushRequest = {
  readonly commands: readonly Command[]
  readonly capabilities: ReadonlySet<string>
  /** Empty where nothing but refs goes. */
  readonly pack: Uint8Array
}

/** The body of `POST git-receive-pack`, taken apart; null where it is none. */
export const readPush = (body: Uint8Array): PushRequest | null => {
  const list = readList(body, 0)
  if (!list) return null
  const [first = '', ...rest] = list.lines.filter(line => !line.startsWith('shallow '))
  const [command = '', offered = ''] = first.split('\0')
  const commands = [command, ...rest].flatMap(line => readCommand(line) ?? [])
  if (first !== '' && commands.length !== rest.length + 1) return null
  const capabilities = new Set(offered.split(' ').filter(Boolean))
  const options = capabilities.has('push-options') ? readList(body, list.next) : { next: list.next }
  return options && { commands, capabilities, pack: body.subarray(options.next) }
}

const readCommand = (line: string): Command | null => {
  const [, before = '', after = '', name = ''] = /^([0-9a-f]{40}) ([0-9a-f]{40}) (\S+)$/.exec(line) ?? []
  return name === '' ? null : { name, before, after }
}
