import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commandLines } from '../../../src/commands/parse/comment.ts'
import { eightfold, linear } from '../../growth.ts'

const lines = (body: string, byEmail = false) => commandLines(body, byEmail).map(({ line }) => line)

describe('no command', () => {
  test.each([
    ['prose', 'all is well'],
    ['a path', '/etc/passwd was read'],
    ['a path alone', '/var/log'],
    ['a file', '/core.dump is large'],
    ['a comment of code', '// done'],
    ['a slash and a space', '/ done'],
    ['mid-line', 'say /done'],
    ['fenced', '```\n/done\n```'],
    ['fenced and never closed', '```\n/done'],
    ['tilde fence', '~~~\n/done\n~~~'],
    ['indented', '    /done'],
    ['inline code over lines', '`a\n/done\nb`'],
    ['inline code', '`/done`'],
    ['quoted', '> /done'],
    ['quoted lazily', '> a\n/done'],
    ['quoted deeply', `${'>'.repeat(1000)}\n> /done`],
    ['in a list', '- a\n/done'],
    ['in a list item', '- a\n\n  /done'],
    ['in a heading', '# /done'],
    ['in a comment of HTML', '<!--\n/done\n-->'],
    ['in a comment of HTML within a line', 'a <!--\n/done\n--> b'],
    ['in HTML', '<div>\n/done\n</div>'],
    ['in pre', '<pre>\n\n/done\n\n</pre>'],
    ['in a block quote of HTML', '<blockquote>\n\n/done\n\n</blockquote>'],
    ['in code of HTML', 'a <code>\n/done\n</code>'],
    ['in details', '<details>\n<summary>log</summary>\n\n/done\n\n</details>'],
    ['in the text of a link', '[a\n/done\nb](https://example.com)'],
    ['in a definition', '[a]: /done'],
    ['in a footnote', '[^1]: a\n    /done'],
    ['in a table', '| a |\n|---|\n/done'],
    ['struck by an entity', '&#47;done'],
    ['struck by a backslash', '\\/done'],
  ])('%s', (_, body) => expect(lines(body)).toEqual([]))
})

describe('a command', () => {
  test.each([
    ['alone', '/done', ['/done']],
    ['indented a little', '  /done eject', ['/done eject']],
    ['among prose', 'so\n/done eject\nfine', ['/done eject']],
    ['several', '/ic\n/done a\n\n/done b', ['/ic', '/done a', '/done b']],
    ['with carriage returns', '/ic\r\n/done a\r\n', ['/ic', '/done a']],
    ['with tabs', '/done\teject\t', ['/done\teject']],
    ['after code', '```\nx\n```\n/done', ['/done']],
    ['after a closed quotation of HTML', '<blockquote>a</blockquote>\n\n/done', ['/done']],
    ['above a line that makes a heading of it', '/done\n---\nalice', ['/done']],
    ['between stars', '/timeline 2*3\n/done 4*', ['/timeline 2*3', '/done 4*']],
    ['with an address', '/done see https://example.com/a', ['/done see https://example.com/a']],
    ['with code', '/timeline ran `ls`', ['/timeline ran `ls`']],
    ['after a byte order mark', '\ufeff/done', ['/done']],
    ['that there is not', '/lgtm', ['/lgtm']],
    ['with a full-width slash', '\uff0fdone', ['\uff0fdone']],
    ['with letters of another alphabet', '/саncel x', ['/саncel x']],
    ['with a space that does not break', '/done\u00a0eject', ['/done\u00a0eject']],
    ['behind what cannot be seen', '\u200b/done', ['\u200b/done']],
    ['turned around', '\u202e/done', ['\u202e/done']],
  ])('%s', (_, body, expected) => expect(lines(body)).toEqual(expected))
})

describe('an e-mail', () => {
  test.each([
    ['marks', '/done\n\n> /ic'],
    ['a heading', '/done\n\nOn Sun, Dana <a@b.c> wrote:\n/ic'],
    ['a heading over lines', '/done\n\nOn Sun, 1 Mar 2026 at 10:00, Dana\n<a@b.c>\nwrote:\n/ic'],
    ['German', '/done\n\nAm 01.03.26 um 10:00 schrieb Dana:\n/ic'],
    ['French', '/done\n\nLe dim. 1 mars 2026, Dana a écrit :\n/ic'],
    ['Outlook', '/done\n\n-----Original Message-----\nFrom: Dana\n/ic'],
    ['Outlook without its line', '/done\n\nFrom: Dana\nSent: Sunday\n/ic'],
    ['a rule', '/done\n________________________________\n/ic'],
    ['a signature', '/done\n-- \nAlice\n/ic'],
    ['a telephone', '/done\n\nSent from my iPhone\n\n/ic'],
    ['GitHub’s words', '/done\n\nalice left a comment (acme/it#12)\n\n/ic'],
  ])('ends where it quotes: %s', (_, body) => expect(lines(body, true)).toEqual(['/done']))
})

describe('whatever comes', () => {
  const nasty = fc.array(
    fc.constantFrom(
      '/done',
      '/ic @a',
      '\n',
      '\r',
      '\n\n',
      '> ',
      '`',
      '```',
      '<!--',
      '-->',
      '<pre>',
      '</pre>',
      '*',
      '_',
      '[',
      '](',
      ')',
      '|',
      '- ',
      '    ',
      '\u200b',
      '\u0000',
      '\ud800',
      '\u202e',
      '&#47;',
      '\\',
      '~~',
      '<',
    ),
    { maxLength: 60 },
  )

  test('every line found is a line of the comment, and nothing throws', () => {
    fc.assert(
      fc.property(
        nasty.map(parts => parts.join('')),
        fc.boolean(),
        (body, byEmail) => {
          const written = body.split(/\r\n|\n|\r/).map(line => line.trim())
          for (const line of lines(body, byEmail)) expect(written).toContain(line.trim())
        },
      ),
      { numRuns: 500 },
    )
  })

  test('behind an open fence nothing is found', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const inside = text.replaceAll('`', '')
        expect(lines(`\`\`\`\n${inside}\n/done\n\`\`\``)).toEqual([])
        expect(lines(`\`\`\`\n${inside}\n\`\`\`\n\n/done`)).toEqual(['/done'])
      }),
    )
  })

  const long = 32_768
  test.each<[string, number, (size: number) => string]>([
    ['a megabyte of words', 1_000_000, size => 'word '.repeat(size / 5)],
    ['a megabyte line', 1_000_000, size => `/timeline ${'a'.repeat(size)}`],
    ['quotations in quotations', long, size => '>'.repeat(size)],
    ['quotations in lists', long, size => '- > '.repeat(size / 4)],
    ['stars', long, size => '*a_ '.repeat(size / 4)],
    ['brackets', long, size => '['.repeat(size)],
    ['open tags', long, size => '<a '.repeat(size / 3)],
    ['commands', long, size => '/done x\n'.repeat(size / 8)],
    ['struck commands', long, size => '<s>\n/done x\n</s>\n'.repeat(size / 16)],
    ['spaces', long, size => `/done${' '.repeat(size)}x`],
    ['invisible', long, size => `${'\u200b'.repeat(size)}x`],
  ])('of %s eight times as much does not cost the square', async (_, size, textOf) => {
    const read = (size: number): void => {
      commandLines(`/done\n${textOf(size)}`, false)
      commandLines(`/done\n${textOf(size)}`, true)
    }
    expect(await eightfold(read, size)).toBeLessThan(linear)
  })
})
