/** What was asked for is elsewhere: an answer with `Location`. `status`: 301 for reading, 307 for the rest, 302 for now. */
export class Moved extends Error {
  override readonly name = 'Moved'
  readonly status: 301 | 302 | 307
  readonly location: string

  constructor(status: 301 | 302 | 307, location: string) {
    super('moved')
    this.status = status
    this.location = location
  }
}
