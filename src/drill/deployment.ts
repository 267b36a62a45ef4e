/** What one run said of itself. */
export type Report = { readonly ended: string; readonly recorded: number; readonly done: readonly string[] }

/** The product as the drill meets it: something that hears of events, and comes to rest. */
export type Deployment = {
  readonly name: 'app' | 'action'
  /** Waits until every delivered event is dealt with, and tells what was done. */
  readonly settle: () => Promise<readonly Report[]>
  /** A look at every open incident. */
  readonly resync: () => Promise<readonly Report[]>
  readonly close: () => Promise<void>
}
