/** What keeps a request from its answer, told apart by what somebody has to look at. */
export type Trouble =
  /** The network, on the way to this host. `code`: the system's word for it. */
  | { readonly is: 'host-not-found' | 'host-unreachable' | 'no-answer' | 'connection-lost'; readonly host: string }
  | { readonly is: 'tls'; readonly host: string; readonly code: string }
  /** `PRIVATE_KEY` is no key at all; GitHub takes it for none of this App's. */
  | { readonly is: 'key-unreadable' | 'key-not-accepted' | 'clock-wrong' | 'app-not-found' }
  | { readonly is: 'installation-suspended' | 'installation-gone' | 'token-not-accepted' | 'ip-not-allowed' }
  /** `permission`: as GitHub names it, for example `contents: write`; null: it did not say which. */
  | { readonly is: 'permission-missing'; readonly permission: string | null }
  | { readonly is: 'not-found' | 'rate-limited' }
  | { readonly is: 'github-down' | 'refused'; readonly status: number }
  /** A bug of ours: the error's name. */
  | { readonly is: 'bug'; readonly name: string }
