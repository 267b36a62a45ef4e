/** What can be exposed: something that lets people in, what they would come for, and whose name it was done under. */
export const exposures = ['credential', 'data', 'account'] as const
export type Exposure = (typeof exposures)[number]

export const mostOfAssetName = 60

/** Something that is affected, or exposed. */
export type Asset = {
  /** Behind a step's id: `web-1`; of what is exposed with its kind before it: `credential-deploy-key`. */
  readonly id: string
  readonly name: string
  /** null: affected, a machine or a service. */
  readonly exposed: Exposure | null
  /** How many records or accounts, where somebody said so. */
  readonly count: number | null
  readonly note: string | null
}

/**
 * What stands behind the colon of its steps' ids: small letters, digits and hyphens, at most 40. null: nothing of the
 * name can be written so.
 */
export const assetId = (name: string): string | null => {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  const id = plain.replace(/^-/, '').slice(0, 40).replace(/-$/, '')
  return id === '' ? null : id
}

/** The part playbook whose steps are opened for something exposed. */
export const exposurePlaybook = (what: Exposure): string => `exposed-${what}`
