/** An answer that never arrives: the connection breaks (`reset`), or nothing more is heard (`silence`). */
export class ConnectionLost extends Error {
  readonly how: 'reset' | 'silence'

  constructor(how: 'reset' | 'silence') {
    super(`the connection is lost: ${how}`)
    this.name = 'ConnectionLost'
    this.how = how
  }
}
