import { describe, expect, test } from 'vitest'
import { assetsIn } from '../../../src/domain/intake/read-assets.ts'
import { severityOf, severityOfLabel } from '../../../src/domain/terms/severity.ts'

describe('assets, as people list them in a line', () => {
  test.each([
    ['web-1 (primary), web-2 (standby)', ['web-1: primary', 'web-2: standby']],
    ['web-1: the login page; web-2: the shop', ['web-1: the login page', 'web-2: the shop']],
    ['web-1 - primary, web-2 - standby', ['web-1: primary', 'web-2: standby']],
    ['web-1 / web-2', ['web-1', 'web-2']],
    ['web-1 + web-2', ['web-1', 'web-2']],
    ['"web-1", "web-2"', ['web-1', 'web-2']],
    ["'web-1'", ['web-1']],
    ['<https://app.example.com>', ['https://app.example.com']],
    ['web-1:', ['web-1']],
    ['web-1: slow, and so is all behind it', ['web-1: slow, and so is all behind it']],
    ['10.0.0.0/24', ['10.0.0.0/24']],
  ])('%s', (line, named) =>
    expect(assetsIn(line).map(({ name, note }) => (note === '' ? name : `${name}: ${note}`))).toEqual(named),
  )
})

describe('a severity, with dashes of all kinds', () => {
  test.each(['SEV‑1', 'SEV–1', 'SEV—1', 'SEV−1 – all customers', 'sev－1'])('%s', text =>
    expect(severityOf(text)).toBe('SEV-1'),
  )
  test('on a label', () => expect(severityOfLabel('SEV‑1')).toBe('SEV-1'))
  test.each(['SEV1/SEV2', 'P1/P2', 'SEV-1/2', 'S1 / S2'])('two at once say none: %s', text =>
    expect(severityOf(text)).toBeNull(),
  )
})
