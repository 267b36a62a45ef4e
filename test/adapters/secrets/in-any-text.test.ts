import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutSecrets } from '../../../src/adapters/secrets/without-secrets.ts'

// Secrets are put together here, so that no scanner of this repository's text takes them for real ones.

describe('no six characters of a secret are left, whatever stands around it', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  const random = (size: number, more = '') =>
    fc.string({ unit: fc.constantFrom(...alphabet, ...more), minLength: size, maxLength: size })
  const off = fc
    .constantFrom(
      '',
      '-line',
      '-next-line',
      ' @secretlint/secretlint-rule-aws',
      '-line @secretlint/secretlint-rule-slack',
    )
    .map(rest => ['secretlint', `-disable${rest}`].join(''))

  type Sample = { readonly text: string; readonly core: string }
  const spelled = (texts: readonly ((secret: string) => string)[], secret: fc.Arbitrary<string>) =>
    fc.tuple(fc.constantFrom(...texts), secret).map(([around, core]): Sample => ({ text: around(core), core }))

  const samples = {
    'a secret of AWS': fc
      .tuple(
        fc.constantFrom('aws_secret_access_key', 'AWS_SECRET_ACCESS_KEY', 'SecretAccessKey', 'aws secret access key'),
        fc.constantFrom('=', ' = ', ': ', ':', ' => ', '\t:=\t', ':\n    '),
        fc.constantFrom('', '"', "'", '`', '\\"'),
        random(40, '/+'),
      )
      .map(([name, is, quote, core]): Sample => ({ text: `${name}${is}${quote}${core}${quote}`, core })),
    'a token of GitHub': fc.oneof(
      spelled(
        [...'pousr'].map(kind => secret => ['gh', kind, '_', secret].join('')),
        fc.integer({ min: 36, max: 255 }).chain(size => random(size)),
      ),
      spelled([secret => ['github', '_pat_', secret].join('')], random(82, '_')),
    ),
    'a token of Slack': spelled(
      [
        secret => ['xox', 'b-123456789012-1234567890123-', secret].join(''),
        secret => ['xox', 'p-123456789012-123456789012-123456789012-', secret].join(''),
        secret => ['xa', 'pp-1-A0B1C2D3E4F-1234567890123-', secret].join(''),
      ],
      fc.constantFrom(24, 32, 64).chain(size => random(size)),
    ),
  }

  /** Words that share six characters with no secret: not by chance, that is, which would be one in many millions. */
  const word = fc.oneof(
    off,
    off.map(it => `<!-- ${it} -->`),
    off.map(it => `# ${it}`),
    off.map(it => `\n// ${it}\n`),
    fc.constantFrom(
      '```',
      '> ',
      '/timeline 21:40Z',
      '- [ ] ',
      '| a |',
      '令牌',
      '\r\n',
      '\n\n',
      '**',
      '](https://a.example/)',
    ),
    fc.string({ maxLength: 12, unit: 'grapheme' }).map(it => it.replaceAll(/[\w/+]{3}/g, ' ')),
  )
  const before = fc.constantFrom('', ' ', '\n', '(', '"', '`', '<', '=', 'token=', 'x:', '**', '@', '/', '-', ',', '令')
  const after = fc.constantFrom(
    '',
    ' ',
    '\n',
    ')',
    '"',
    '`',
    '>',
    '&a=b',
    ', ',
    '.',
    '**',
    '/',
    '-',
    '!',
    '漏',
    '\\',
    '%3D',
  )

  const pieces = (core: string) => Array.from({ length: core.length - 5 }, (_, from) => core.slice(from, from + 6))

  test.each(Object.entries(samples))('%s', async (_kind, sample) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(word),
        before,
        sample,
        after,
        fc.array(word),
        async (head, open, { text, core }, close, rest) => {
          const whole = [...head, `${open}${text}${close}`, ...rest].join(' ')
          const { text: left, found } = await withoutSecrets(whole)
          expect(found.length).toBeGreaterThan(0)
          expect(pieces(core).filter(piece => left.includes(piece))).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })
})
